import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('true, false, null and not', () => {
  it('are constants and a negation', () => {
    expect([run('true'), run('false'), run('null')]).toEqual([true, false, null]);
    expect([run('not', true), run('not', false)]).toEqual([false, true]);
    expect(() => run('not', 'true')).toThrow('not expects a bool, but argument 1 is a string');
    expect(() => run('true', 1)).toThrow('does not take 1 arguments');
    expect(seen(run('not', unknown()))).toEqual({ unknown: { type: 'bool' } });
    expect(run('not', unknown({ candidates: [false] }))).toBe(true);
  });
});

describe('bool', () => {
  it.each([
    ['TRUE', true],
    ['False', false],
    ['1', true],
    ['0', false],
    [1, true],
    [0, false],
    [-3, true],
    [2n ** 60n, true],
    [true, true],
  ])('reads %s', (value, expected) => {
    expect(run('bool', value)).toBe(expected);
  });

  it.each(['yes', '', '2', 'constructor', null, 1.5, []])('refuses %s', (value) => {
    expect(() => run('bool', value)).toThrow('bool');
  });
});
