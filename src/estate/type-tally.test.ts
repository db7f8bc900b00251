import { describe, expect, it } from 'vitest';
import { TypeTally } from './type-tally.ts';

describe('TypeTally', () => {
  it('counts names without regard to case and forgets what was removed', () => {
    const tally = new TypeTally();
    for (const name of ['A/b', 'a/B', 'c']) tally.add(name);
    tally.remove('C');
    expect([...tally.counts]).toEqual([['a/b', 2]]);
    expect(tally.total).toBe(2);
  });

  it('names the most frequent ones', () => {
    const tally = new TypeTally();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'f', 'g']) tally.add(name);
    expect(tally.describe()).toBe('f, a, b, c, d and 2 other types');
  });
});
