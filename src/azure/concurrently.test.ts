import { describe, expect, it } from 'vitest';
import { concurrently } from './concurrently.ts';

describe('running concurrently', () => {
  it('keeps the order and the limit', async () => {
    let underWay = 0;
    let most = 0;
    const results = await concurrently([5, 1, 4, 2, 3], 2, async (item) => {
      most = Math.max(most, ++underWay);
      for (let turn = 0; turn < item; turn++) await Promise.resolve();
      underWay--;
      return item * 2;
    });
    expect(results).toEqual([10, 2, 8, 4, 6]);
    expect(most).toBe(2);
  });

  it('starts nothing more after a failure, and waits for what is under way', async () => {
    const finished: number[] = [];
    const running = concurrently([0, 1, 2, 3], 2, async (item) => {
      if (item === 0) throw new Error('failed');
      await Promise.resolve();
      finished.push(item);
    });
    await expect(running).rejects.toThrow('failed');
    expect(finished).toEqual([1]);
  });

  it('does nothing with nothing', async () => {
    expect(await concurrently([], 3, () => Promise.resolve(1))).toEqual([]);
  });
});
