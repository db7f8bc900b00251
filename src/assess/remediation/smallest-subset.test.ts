import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestSubset } from './smallest-subset.ts';

const has = (some: readonly number[], ...wanted: number[]) => wanted.every((one) => some.includes(one));

describe('the smallest part that suffices', () => {
  it('is the smallest of several', () => {
    expect(smallestSubset([1, 2, 3, 4], (some) => has(some, 1, 2) || has(some, 4))).toEqual([4]);
  });

  it('is the whole where all is needed, and nothing where nothing is', () => {
    expect(smallestSubset([1, 2, 3], (some) => some.length === 3)).toEqual([1, 2, 3]);
    expect(smallestSubset([1, 2, 3], () => true)).toEqual([]);
  });

  it('leaves nothing to spare in a long list', () => {
    const many = Array.from({ length: 30 }, (_, index) => index);
    expect(smallestSubset(many, (some) => has(some, 3, 17, 29))).toEqual([3, 17, 29]);
  });

  it('suffices, and no part of it does, whatever is needed', () => {
    const needs = fc.array(fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(needs, (alternatives) => {
        const suffices = (some: readonly number[]) => alternatives.some((wanted) => has(some, ...wanted));
        const found = smallestSubset([0, 1, 2, 3, 4, 5, 6, 7], suffices);
        expect(suffices(found)).toBe(true);
        expect(found).toHaveLength(Math.min(...alternatives.map(({ length }) => length)));
      }),
    );
  });
});
