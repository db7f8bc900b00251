import { expect, it } from 'vitest';
import { redacted, Unknown } from '../../kernel/index.ts';
import { changeAt } from './property-change.ts';
import { changeLines, shownChange, withoutSecrets } from './shown-change.ts';

it('secrets are not shown, at any depth', () => {
  const value = {
    list: [{ password: 'not-a-real-one', name: 'a' }],
    appSettings: [{ name: 'x', value: 'y' }],
  };
  expect(withoutSecrets(value)).toEqual({
    list: [{ password: redacted, name: 'a' }],
    appSettings: [{ name: 'x', value: redacted }],
  });
  expect(withoutSecrets(new Unknown('key', { secret: true }))).toBe(redacted);
  expect(withoutSecrets(new Unknown("parameters('x')"))).toBe("[parameters('x')]");
  expect(withoutSecrets({ password: 'to-be-set', secret: '' })).toEqual({
    password: 'to-be-set',
    secret: '',
  });
  expect(withoutSecrets(2n ** 40n)).toBe(2 ** 40);
});

it('a change is shown with what was there and what comes', () => {
  const body = { properties: { clientSecret: 'not-a-real-one', on: false } };
  const secret = changeAt(body, ['properties', 'clientSecret'], undefined, 'why');
  expect(shownChange(secret)).toEqual({
    pointer: '/properties/clientSecret',
    before: redacted,
    after: undefined,
    note: 'why',
  });
  expect(changeLines(secret, 'clientSecret')).toEqual([`- clientSecret: "${redacted}"`, '    why']);
  expect(changeLines(changeAt(body, ['properties', 'on'], true), 'on')).toEqual([
    '- on: false',
    '+ on: true',
  ]);
});
