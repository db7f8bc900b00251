import { fold, type Value } from '../../kernel/index.ts';
import { describeValue, EvaluationError } from '../../template/index.ts';
import { refuseNull } from './operand-text.ts';
import type { LeftOperand, Operator } from './operator.ts';

/**
 * The ordering operators. Numbers are compared as numbers (a text that is a number counts as one against a number), texts ordinally
 * without regard to case. A field that is not there is neither less nor greater; anything else fails the evaluation.
 */
export const orderings: readonly Operator[] = [
  ordering('less', (order) => order < 0, 'must be less than', 'must be at least'),
  ordering('lessOrEquals', (order) => order <= 0, 'must be at most', 'must be more than'),
  ordering('greater', (order) => order > 0, 'must be more than', 'must be at most'),
  ordering('greaterOrEquals', (order) => order >= 0, 'must be at least', 'must be less than'),
];

function ordering(
  name: string,
  accepts: (order: number) => boolean,
  wanted: string,
  unwanted: string,
): Operator {
  return {
    name,
    test: (left, right) => {
      refuseNull(right, name);
      if (left === undefined || left === null) return false;
      return accepts(compare(left, right, name));
    },
    wanted,
    unwanted,
  };
}

/** -1, 0 or 1. */
function compare(left: LeftOperand, right: Value, operator: string): number {
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  const leftNumber = numberOf(left!);
  const rightNumber = numberOf(right);
  if (leftNumber === undefined || rightNumber === undefined) {
    throw new EvaluationError(
      `${operator} cannot compare ${describeValue(left!)} with ${describeValue(right)}`,
    );
  }
  return leftNumber < rightNumber ? -1 : leftNumber > rightNumber ? 1 : 0;
}

function compareTexts(left: string, right: string): number {
  const a = fold(left);
  const b = fold(right);
  return a < b ? -1 : a > b ? 1 : 0;
}

function numberOf(value: Value): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'string' && /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?\s*$/.test(value))
    return Number(value);
  return undefined;
}
