import type { Surroundings } from './surroundings.ts';

/** A line on the terminal that says how far a run is, and is gone when it ends. */
export interface Progress {
  update(done: number, total: number): void;
  clear(): void;
}

const shownFromMs = 500;
const updatedEveryMs = 100;

/** Progress on the error output; nothing is shown away from a terminal, or before half a second has passed. */
export function progressLine({ stderr, ticks }: Surroundings, silent: boolean, noun: string): Progress {
  if (silent || !stderr.isTerminal) return { update: () => {}, clear: () => {} };
  const started = ticks();
  let last = 0;
  let shown = false;
  return {
    update: (done, total) => {
      const now = ticks();
      if (now - started < shownFromMs || now - last < updatedEveryMs) return;
      last = now;
      shown = true;
      stderr.write(`\r\u001b[Kchecked ${done} of ${total} ${noun}`);
    },
    clear: () => {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
