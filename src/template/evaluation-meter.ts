import type { Limits, Value } from '../kernel/index.ts';
import { EvaluationError } from './template-function.ts';
import { measureValue } from './value-measure.ts';

/** Raised when a limit on the work of a run is reached. */
export class EvaluationLimitError extends EvaluationError {
  readonly limit: number;
  /** What there is too much of, in the words of LG2015. */
  readonly what: string;

  constructor(limit: number, what: string) {
    super(`the evaluation stopped at ${limit} ${what}`);
    this.limit = limit;
    this.what = what;
  }
}

/** Bounds the work of one run, its time and memory: how much is evaluated, how deep, and how big the results are. */
export class EvaluationMeter {
  readonly #limits: Limits;
  readonly #admitted = new WeakSet<object>();
  #spent = 0;
  #depth = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Counts work. Throws when the budget of the run is spent. */
  spend(count: number): void {
    this.#spent += count;
    if (this.#spent > this.#limits.evaluationCountMax)
      throw new EvaluationLimitError(this.#limits.evaluationCountMax, 'evaluations');
  }

  /** Runs something that others wait for. Throws when too much is waiting already. */
  nested<T>(run: () => T): T {
    if (this.#depth >= this.#limits.evaluationDepthMax)
      throw new EvaluationLimitError(this.#limits.evaluationDepthMax, 'levels of nested evaluation');
    this.#depth++;
    try {
      return run();
    } finally {
      this.#depth--;
    }
  }

  /**
   * Counts a result by its size. A value that shares parts counts them each time, as whoever reads it will; one that was counted
   * before and is only handed on, as a variable is, counts no more.
   */
  admit(result: Value): void {
    if (typeof result === 'object' && result !== null) {
      if (this.#admitted.has(result)) return;
      this.#admitted.add(result);
    }
    const { size, depth } = measureValue(result, this.#limits.documentDepthMax);
    if (depth > this.#limits.documentDepthMax)
      throw new EvaluationLimitError(this.#limits.documentDepthMax, 'levels of nested values');
    if (size >= 8) this.spend(Math.floor(size / 8));
  }
}
