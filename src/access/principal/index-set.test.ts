import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { IndexSet } from './index-set.ts';

const size = 70;
const numbers = fc.uniqueArray(fc.nat(size - 1));

function setOf(list: readonly number[]): IndexSet {
  const set = new IndexSet(size);
  for (const one of list) expect(set.add(one)).toBe(true);
  return set;
}

it('is a set of numbers', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [left, right] = [setOf(a), setOf(b)];
      const sorted = (list: readonly number[]) => list.toSorted((x, y) => x - y);
      expect([...left]).toEqual(sorted(a));
      expect(left.count).toBe(a.length);
      expect([...left.or(right)]).toEqual(sorted([...new Set([...a, ...b])]));
      expect([...left.and(right)]).toEqual(sorted(a.filter((one) => b.includes(one))));
      expect([...left.without(right)]).toEqual(sorted(a.filter((one) => !b.includes(one))));
      expect(a.every((one) => left.has(one) && !left.add(one))).toBe(true);
    }),
  );
});

it('has nothing beyond its size', () => {
  expect(setOf([size - 1]).has(10_000)).toBe(false);
});
