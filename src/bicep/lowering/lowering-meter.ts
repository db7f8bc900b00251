import type { ExpressionSyntax } from '../syntax/index.ts';
import { type ArmExpression, sizeOf } from './arm/arm-expression.ts';

/** Why an expression is not written out. */
export type LoweringStop = 'cycle' | 'limit';

/** Expressions that wait for each other; each takes several calls of the stack. */
const depthMax = 600;
/** Parts of one expression; Azure takes no expression that is as long as so many. */
const expressionPartsMax = 10_000;
/** Objects, arrays and expressions of one value. */
const valuePartsMax = 200_000;

/**
 * Guards the making of one template. Values of the running deployment are written out where they are used, so what refers to itself
 * would never end, and a few variables that use each other twice would be more than anything can hold.
 */
export class LoweringMeter {
  readonly limit: number = expressionPartsMax;
  readonly #expressions = new Set<ExpressionSyntax>();
  readonly #values = new Set<ExpressionSyntax>();
  #expressionParts = 0;
  #valueParts = 0;

  /** Makes an expression, or what `stopped` gives for one that cannot be made. */
  expression(
    syntax: ExpressionSyntax,
    make: () => ArmExpression,
    stopped: (why: LoweringStop) => ArmExpression,
  ): ArmExpression {
    if (this.#expressions.has(syntax)) return stopped('cycle');
    if (this.#isExhausted() || this.#expressionParts++ >= expressionPartsMax) return stopped('limit');
    this.#expressions.add(syntax);
    try {
      const made = make();
      return sizeOf(made) > expressionPartsMax ? stopped('limit') : made;
    } finally {
      this.#expressions.delete(syntax);
      if (this.#expressions.size === 0) this.#expressionParts = 0;
    }
  }

  /** Makes a value, or what `stopped` gives for one that cannot be made. */
  value<T>(syntax: ExpressionSyntax, make: () => T, stopped: (why: LoweringStop) => T): T {
    if (this.#values.has(syntax)) return stopped('cycle');
    if (this.#isExhausted() || this.#valueParts++ >= valuePartsMax) return stopped('limit');
    this.#values.add(syntax);
    try {
      return make();
    } finally {
      this.#values.delete(syntax);
      if (this.#values.size === 0) this.#valueParts = 0;
    }
  }

  #isExhausted(): boolean {
    return this.#expressions.size + this.#values.size >= depthMax;
  }
}
