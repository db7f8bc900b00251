import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';
import { deepEquals } from './deep-equals.ts';

const same = unknown();

describe('equals', () => {
  it.each<[Value, Value, boolean | undefined]>([
    [7, 7, true],
    ['x', 'x', true],
    ['x', 'X', false],
    ['1', 1, false],
    [null, null, true],
    [null, '', false],
    [false, null, false],
    [2n ** 60n, 2n ** 60n, true],
    [5n, 5, true],
    [5n, '5', false],
    [[1, [2]], [1, [2]], true],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [{ p: 1, q: { r: 2 } }, { q: { r: 2 }, p: 1 }, true],
    [{ p: 1 }, { P: 1 }, false],
    [{ p: 1 }, { p: 1, q: 2 }, false],
    [unknown(), 1, undefined],
    [unknown(), unknown(), undefined],
    [same, same, true],
    [unknown({ type: 'int' }), 'x', false],
    [unknown({ type: 'int' }), 1.5, undefined],
    [unknown({ type: 'string' }), null, false],
    [unknown({ type: 'string' }), unknown({ type: 'array' }), false],
    [unknown({ prefix: 'ab' }), 'abc', undefined],
    [unknown({ prefix: 'ab' }), 'xab', false],
    [unknown({ suffix: 'yz' }), 'xy', false],
    [unknown({ prefix: 'ab' }), 3, false],
    [unknown({ prefix: 'ab' }), unknown({ prefix: 'abc' }), undefined],
    [unknown({ prefix: 'ab' }), unknown({ prefix: 'b' }), false],
    [unknown({ suffix: 'ab' }), unknown({ suffix: 'c' }), false],
    [unknown({ candidates: ['a', 'b'] }), 'c', false],
    [unknown({ candidates: ['a', 'b'] }), 'a', undefined],
    [unknown({ candidates: ['a'] }), 'a', true],
    [unknown({ candidates: ['a', 'b'] }), unknown({ candidates: ['c', 'd'] }), false],
    [unknown({ candidates: ['a', 'b'] }), unknown({ candidates: ['a', 'b'] }), undefined],
    [[unknown(), 1], [1, 2], false],
    [[unknown(), 1], [1, 1], undefined],
    [[unknown()], [1, 2], false],
    [{ a: unknown(), b: 1 }, { a: 1, b: 2 }, false],
    [{ a: unknown() }, { a: 1 }, undefined],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(deepEquals(a, b)).toBe(expected);
    expect(deepEquals(b, a)).toBe(expected);
  });

  it('is an unknown bool when it depends', () => {
    expect(run('equals', 'a', 'a')).toBe(true);
    expect(seen(run('equals', 'a', unknown()))).toEqual({ unknown: { type: 'bool' } });
  });

  it('agrees with itself on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        expect(deepEquals(value as Value, structuredClone(value) as Value)).toBe(true);
      }),
    );
  });
});
