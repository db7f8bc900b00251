import type { CollectionProgress } from './collection-step.ts';

/** How fast a step is. */
export interface StepRate {
  readonly perSecond: number;
  /** Until it is done, at this rate; `undefined` when how much there is is not known. */
  readonly secondsLeft: number | undefined;
}

const measuredFromMs = 1000;

/** Tells how fast each step of a collection is, and how long it takes yet, from what this run has done: not from what it found done. */
export class StepRates {
  readonly #begun = new Map<string, { readonly at: number; readonly done: number }>();

  /** `undefined` until there is something to measure; `nowMs` is a clock that only goes forward. */
  rateOf({ step, done, total }: CollectionProgress, nowMs: number): StepRate | undefined {
    const begun = this.#begun.get(step);
    if (begun === undefined) {
      this.#begun.set(step, { at: nowMs, done });
      return undefined;
    }
    const elapsedMs = nowMs - begun.at;
    if (elapsedMs < measuredFromMs || done <= begun.done) return undefined;
    const perSecond = ((done - begun.done) * 1000) / elapsedMs;
    const secondsLeft = total === undefined ? undefined : Math.ceil(Math.max(0, total - done) / perSecond);
    return { perSecond, secondsLeft };
  }
}
