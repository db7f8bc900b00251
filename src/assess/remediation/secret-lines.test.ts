import { expect, it } from 'vitest';
import { secretLines } from './secret-lines.ts';

const linesOf = (value: object) => {
  const text = JSON.stringify(value, null, 1);
  return [...secretLines(text)].map((line) => text.split('\n')[line]!.trim());
};

it.each<[string, object, string[]]>([
  ['a value with the name of a secret', { password: 'x', name: 'y' }, ['"password": "x",']],
  ['the value of a setting', { appSettings: [{ name: 'a', value: 'x' }] }, ['"value": "x"']],
  [
    'the default of a parameter with the name of a secret',
    { adminPassword: { defaultValue: 'x' } },
    ['"defaultValue": "x"'],
  ],
  ['what looks like one', { note: 'AccountKey=abcdefgh' }, ['"note": "AccountKey=abcdefgh"']],
  ['no expression', { password: "[parameters('password')]" }, []],
  ['nothing else', { publicNetworkAccess: 'Enabled', value: 'x' }, []],
])('finds %s', (_, value, expected) => {
  expect(linesOf(value)).toEqual(expected);
});

it('finds all lines of one that runs over several, and none in what is no JSON', () => {
  expect([...secretLines('{ "password": "a\nb\nc" }')]).toEqual([0, 1, 2]);
  expect([...secretLines('')]).toEqual([]);
});
