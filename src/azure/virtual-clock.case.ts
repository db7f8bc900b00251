import type { Clock } from './clock.ts';

/** A clock on which waiting takes no time, and that says how long was waited. */
export interface VirtualClock extends Clock {
  readonly waits: readonly number[];
}

/** `random` is what chance always brings. */
export function virtualClock(startMs = Date.parse('2026-11-23T12:00:00Z'), random = 0.5): VirtualClock {
  const waits: number[] = [];
  let now = startMs;
  return {
    waits,
    now: () => now,
    random: () => random,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      now += ms;
    },
  };
}
