import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CoverCandidate, CoverSearch } from './cover-search.ts';

const candidate = fc.record({
  covered: fc.uniqueArray(fc.nat(5), { maxLength: 4 }),
  cost: fc.nat(6),
});

/** The least cost of all choices that cover the elements, and the least number of candidates of that cost. */
function bruteForce(candidates: readonly CoverCandidate[], elements: readonly number[]): [number, number] {
  let best: [number, number] = [Number.POSITIVE_INFINITY, 0];
  for (let choice = 0; choice < 1 << candidates.length; choice++) {
    const chosen = candidates.filter((_, index) => (choice & (1 << index)) !== 0);
    const covered = new Set(chosen.flatMap((one) => one.covered));
    if (!elements.every((element) => covered.has(element))) continue;
    const cost = chosen.reduce((sum, one) => sum + one.cost, 0);
    if (cost < best[0] || (cost === best[0] && chosen.length < best[1])) best = [cost, chosen.length];
  }
  return best;
}

describe('the search for a cover', () => {
  it('finds what trying every choice finds', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 8 }), (candidates) => {
        const elements = [...new Set(candidates.flatMap(({ covered }) => covered))];
        const { chosen, cost, isCheapest } = new CoverSearch(candidates, elements, 100_000).run();
        const covered = new Set(chosen.flatMap((index) => candidates[index]?.covered ?? []));
        expect(elements.every((element) => covered.has(element))).toBe(true);
        expect([cost, chosen.length]).toEqual(bruteForce(candidates, elements));
        expect(isCheapest).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('still covers all when it gives up, and says so', () => {
    const candidates = Array.from({ length: 40 }, (_, index) => ({
      covered: [index % 20, (index * 7) % 20, (index * 3 + 1) % 20],
      cost: 5 + (index % 3),
    }));
    const elements = Array.from({ length: 20 }, (_, index) => index);
    const { chosen, isCheapest } = new CoverSearch(candidates, elements, 50).run();
    expect(isCheapest).toBe(false);
    expect(new Set(chosen.flatMap((index) => candidates[index]?.covered ?? [])).size).toBe(20);
  });
});
