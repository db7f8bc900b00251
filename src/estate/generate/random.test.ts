import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';

function numbers(seed: number, count: number): number[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => random.next());
}

describe('random numbers', () => {
  it('are the same for the same seed and others for another', () => {
    expect(numbers(7, 50)).toEqual(numbers(7, 50));
    const seeds = [0, 1, 2, -1, 7, 1e9];
    expect(new Set(seeds.map((seed) => numbers(seed, 5).join()))).toHaveLength(seeds.length);
  });

  it('are the ones that earlier estates were made with', () => {
    expect(numbers(1, 3).map((number) => number.toFixed(6))).toEqual(['0.563672', '0.585111', '0.895907']);
  });

  it('are spread evenly over [0, 1)', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const number of numbers(3, 100_000)) tenths[Math.floor(number * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('decide chances by their share', () => {
    const random = new Random(5);
    const hits = Array.from({ length: 100_000 }, () => random.chance(0.2)).filter(Boolean);
    expect(Math.abs(hits.length - 20_000)).toBeLessThan(700);
    expect(Array.from({ length: 100 }, () => random.chance(0))).not.toContain(true);
    expect(Array.from({ length: 100 }, () => random.chance(1))).not.toContain(false);
  });

  it('give each integer of a range and each item of a list, and no other', () => {
    const random = new Random(9);
    const integers = new Set(Array.from({ length: 1000 }, () => random.integer(-1, 3)));
    expect([...integers].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2, 3]);
    const items = new Set(Array.from({ length: 1000 }, () => random.pick(['a', 'b', 'c'])));
    expect([...items].sort()).toEqual(['a', 'b', 'c']);
  });
});
