import { describe, expect, it } from 'vitest';
import { systemClock } from './clock.ts';

describe('the clock of this machine', () => {
  it('sleeps until it is told otherwise', async () => {
    const before = systemClock.now();
    await systemClock.sleep(5);
    expect(systemClock.now()).toBeGreaterThanOrEqual(before + 4);
    const controller = new AbortController();
    const sleeping = systemClock.sleep(60_000, controller.signal);
    controller.abort(new Error('enough'));
    await expect(sleeping).rejects.toThrow('enough');
  });

  it('brings chances from 0 to 1', () => {
    const chance = systemClock.random();
    expect(chance >= 0 && chance < 1).toBe(true);
  });
});
