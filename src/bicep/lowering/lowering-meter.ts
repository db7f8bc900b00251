import type { ExpressionSyntax } from '../syntax/index.ts';

/** Why an expression is not written out. */
export type LoweringStop = 'cycle' | 'limit';

/** Expressions that wait for each other; each takes several calls of the stack. */
const depthMax = 600;
/** Expressions that one value of a template is made of, those that are written out in it included. */
const countMax = 100_000;

/**
 * Guards the making of one template. Values of the running deployment are written out where they are used, so what refers to itself
 * would never end, and a few variables that use each other twice would be more than anything can hold.
 */
export class LoweringMeter {
  readonly limit: number = countMax;
  readonly #expressions = new Set<ExpressionSyntax>();
  readonly #values = new Set<ExpressionSyntax>();
  #depth = 0;
  #count = 0;

  /** Makes a part, or says why not: then `stopped` gives what stands for it. */
  run<T>(
    kind: 'expression' | 'value',
    syntax: ExpressionSyntax,
    make: () => T,
    stopped: (why: LoweringStop) => T,
  ): T {
    const waiting = kind === 'expression' ? this.#expressions : this.#values;
    if (waiting.has(syntax)) return stopped('cycle');
    if (this.#depth >= depthMax || this.#count >= countMax) return stopped('limit');
    waiting.add(syntax);
    this.#depth++;
    // The values in an object or array of a template are counted each for itself.
    if (kind === 'expression') this.#count++;
    try {
      return make();
    } finally {
      this.#depth--;
      waiting.delete(syntax);
      if (this.#expressions.size === 0) this.#count = 0;
    }
  }
}
