import { fold, type Value } from '../../kernel/index.ts';
import { EvaluationError } from '../../template/index.ts';
import type { LeftOperand } from './operator.ts';

/**
 * The text that string operators compare. A missing or null left side is `""`; numbers and booleans are compared by their
 * text; arrays and objects have none.
 */
export function leftText(left: LeftOperand): string | undefined {
  if (left === undefined || left === null) return '';
  return scalarText(left);
}

/** The text of a scalar as Azure prints it. */
export function scalarText(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? undefined : String(value);
}

/** The text of the right side of an operator that takes a string. Fails the evaluation for null, as Azure does. */
export function rightText(right: Value, operator: string): string {
  refuseNull(right, operator);
  const text = scalarText(right);
  if (text === undefined)
    throw new EvaluationError(
      `${operator} expects a string, but got ${Array.isArray(right) ? 'an array' : 'an object'}`,
    );
  return text;
}

/** A null right side fails the evaluation. */
export function refuseNull(right: Value, operator: string): void {
  if (right === null) throw new EvaluationError(`the value of ${operator} is null`);
}

/** Whether two known scalars have the same text, without regard to case. */
export function sameText(a: string, b: string): boolean {
  return a === b || (a.length === b.length && fold(a) === fold(b));
}
