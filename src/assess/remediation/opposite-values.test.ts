import { expect, it } from 'vitest';
import { oppositeValues } from './opposite-values.ts';

it.each([
  [true, [false]],
  ['Enabled', ['Disabled']],
  ['enabled', ['disabled']],
  ['ALLOW', ['DENY']],
  ['Allow', ['Deny']],
  ['OFF', ['ON']],
  ['1.0', ['1.2']],
  ['TLS1_0', ['TLS1_2']],
  ['AllAllowed', ['FtpsOnly', 'Disabled']],
  ['something', []],
  [5, []],
  [null, []],
])('the opposite of %j is %j', (value, expected) => {
  expect(oppositeValues(value)).toEqual(expected);
});
