import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';
import { integerMax, integerMin } from './operands.ts';

describe('add, sub, mul, div, mod', () => {
  it.each<[string, Value, Value, Value]>([
    ['add', 40, 2, 42],
    ['sub', 40, 42, -2],
    ['mul', -6, 7, -42],
    ['div', 17, 5, 3],
    ['div', -17, 5, -3],
    ['mod', 17, 5, 2],
    ['mod', -17, 5, -2],
    ['add', Number.MAX_SAFE_INTEGER, 1, 9007199254740992n],
    ['sub', 9007199254740993n, 2, Number.MAX_SAFE_INTEGER],
    ['add', integerMax - 1n, 1, integerMax],
    ['mul', 3037000499, 3037000499, 9223372030926249001n],
  ])('%s(%s, %s) is %s', (name, a, b, expected) => {
    expect(run(name, a, b)).toBe(expected);
  });

  it.each<[string, Value, Value, string]>([
    ['add', integerMax, 1, 'add overflows'],
    ['sub', integerMin, 1, 'sub overflows'],
    ['mul', integerMax, 2, 'mul overflows'],
    ['div', integerMin, -1, 'div overflows'],
    ['add', integerMax + 1n, 0, 'add overflows'],
    ['div', 1, 0, 'div may not divide by 0'],
    ['mod', 1, 0, 'mod may not divide by 0'],
    ['add', '1', 2, 'add expects an int, but argument 1 is a string'],
    ['add', 1, 2.5, 'add expects an int, but argument 2 is a float'],
  ])('%s(%s, %s) is an error', (name, a, b, message) => {
    expect(() => run(name, a, b)).toThrow(message);
  });

  it('takes a number apart into quotient and remainder', () => {
    const integers = fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n });
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        fc.pre(b !== 0n);
        const whole = run('mul', run('div', a, b), b);
        expect(BigInt(run('add', whole, run('mod', a, b)) as number)).toBe(a);
      }),
    );
  });

  it('is unknown of an unknown', () => {
    expect(seen(run('mul', 0, unknown()))).toEqual({ unknown: { type: 'int' } });
  });
});
