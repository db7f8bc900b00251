import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestFirst } from './compare-versions.ts';

describe('versions', () => {
  it('are ordered by their numbers, other names last', () => {
    const sorted = ['2.0.0', '0.10.0', '0.9.10', '0.9.9', 'v1', 'latest', '1.0'];
    expect([...sorted].reverse().sort(newestFirst)).toEqual(sorted);
  });

  it('have one order', () => {
    const version = fc.oneof(
      fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)).map((numbers) => numbers.join('.')),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(newestFirst(a, b))).toBe(-Math.sign(newestFirst(b, a)) + 0);
        expect(newestFirst(a, b) === 0).toBe(a === b);
        if (newestFirst(a, b) < 0 && newestFirst(b, c) < 0) expect(newestFirst(a, c)).toBeLessThan(0);
      }),
    );
  });
});
