import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('int', () => {
  it.each([
    ['12', 12],
    ['-12', -12],
    ['+7', 7],
    [' 8 ', 8],
    ['3.99', 3],
    ['-3.99', -3],
    ['4.', 4],
    [3.99, 3],
    [-3.99, -3],
    [6, 6],
    ['9007199254740993', 9007199254740993n],
    ['9223372036854775807', 9223372036854775807n],
  ])('%s is %s', (value, expected) => {
    expect(run('int', value)).toBe(expected);
  });

  it.each(['', 'twelve', '1e3', '0x10', '1,000', '9223372036854775808', null, true])(
    'refuses %s',
    (value) => {
      expect(() => run('int', value)).toThrow(/^int /);
    },
  );
});

describe('float', () => {
  it.each([
    ['3.0', 3],
    ['-.5', -0.5],
    ['1e3', 1000],
    [4, 4],
    [2n ** 60n, 2 ** 60],
  ])('%s is %s', (value, expected) => {
    expect(run('float', value)).toBe(expected);
  });

  it.each(['', 'three', 'NaN', '1e999', '0x10', null])('refuses %s', (value) => {
    expect(() => run('float', value)).toThrow(/^float /);
  });

  it('is unknown of an unknown', () => {
    expect(seen(run('float', unknown()))).toEqual({ unknown: { type: 'float' } });
    expect(seen(run('int', unknown({ candidates: ['1', '2'] })))).toEqual({
      unknown: { type: 'int', candidates: [1, 2] },
    });
  });
});
