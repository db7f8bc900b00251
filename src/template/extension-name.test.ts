import { expect, it } from 'vitest';
import { Unknown, type Value } from '../kernel/index.ts';
import { splitExtensionName } from './extension-name.ts';

it.each<[string, string, string, string, string, string]>([
  [
    'A.B/c/providers/locks',
    'x/Microsoft.Authorization/l',
    'Microsoft.Authorization/locks',
    'l',
    'A.B/c',
    'x',
  ],
  [
    'A.B/c/d/PROVIDERS/locks',
    'x/y/Microsoft.Authorization/l',
    'Microsoft.Authorization/locks',
    'l',
    'A.B/c/d',
    'x/y',
  ],
  ['A.B/c/providers/e/f', 'x/N.S/l/m', 'N.S/e/f', 'l/m', 'A.B/c', 'x'],
])('takes %s %s apart', (type, name, ownType, ownName, extendedType, extendedName) => {
  expect(splitExtensionName(type, name)).toEqual({
    type: ownType,
    name: ownName,
    extended: { type: extendedType, name: extendedName },
  });
});

it('takes a name apart of which only the end is known', () => {
  const name = new Unknown("concat(parameters('n'), '/N.S/l')", { suffix: '/N.S/l' });
  expect(splitExtensionName('A.B/c/providers/e', name)).toMatchObject({
    type: 'N.S/e',
    name: 'l',
    extended: { type: 'A.B/c' },
  });
});

it.each<[Value, Value]>([
  ['A.B/c', 'x'],
  ['A.B/c/providers/locks', 'x'],
  ['A.B/c/providers/locks', 'x/N.S'],
  ['A.B/c/providers/locks', new Unknown('n()')],
  ['A.B/c/providers/locks', new Unknown('n()', { suffix: 'S/l' })],
  [new Unknown('t()'), 'x/N.S/l'],
])('leaves others as they are: %s %s', (type, name) => {
  expect(splitExtensionName(type, name)).toBeUndefined();
});
