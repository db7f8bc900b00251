import type { Truth, Unknown, Value } from '../../kernel/index.ts';

/** The left operand of a condition; `undefined` when the field is not there. */
export type LeftOperand = Value | undefined;

/**
 * A condition operator (articles/governance/policy/concepts/definition-structure-policy-rule.md#conditions). Operands are fully
 * known when `test` sees them; what an unknown left operand still allows to say is up to `testUnknown`.
 */
export interface Operator {
  /** The documented spelling. */
  readonly name: string;
  /** The operator that this one is the negation of. */
  readonly negationOf?: string;
  /** Whether case matters; two resources of one type may spell it differently. */
  readonly isCaseSensitive?: true;
  /**
   * Decides the condition. Throws EvaluationError where Azure Policy fails the evaluation; for a left side that is not there
   * only when no left side could be compared with the right one.
   */
  test(left: LeftOperand, right: Value): boolean;
  /** What can be said although the left operand is unknown; `unknown` when this is absent. */
  testUnknown?(left: Unknown, right: Value): Truth;
  /** `must be "x"`: what the condition asks for when its truth is wanted, and `must not be "x"` when its falsehood is. */
  readonly wanted: string;
  readonly unwanted: string;
}

/** The negation of an operator. */
export function negate(name: string, operator: Operator): Operator {
  return {
    name,
    negationOf: operator.name,
    ...(operator.isCaseSensitive ? { isCaseSensitive: true } : {}),
    test: (left, right) => !operator.test(left, right),
    testUnknown: (left, right) => negateTruth(operator.testUnknown?.(left, right) ?? 'unknown'),
    wanted: operator.unwanted,
    unwanted: operator.wanted,
  };
}

/** Not, in three values. */
export function negateTruth(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown';
  return truth === 'true' ? 'false' : 'true';
}
