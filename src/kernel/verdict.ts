/**
 * What a rule says of a subject. Never a boolean: what could not be decided is not a pass.
 * The names follow Azure Policy's compliance states (articles/governance/policy/concepts/compliance-states.md).
 */
export type Verdict =
  | 'compliant'
  | 'non-compliant'
  | 'not-applicable'
  /** The answer depends on a value that is not known before deployment. */
  | 'unknown'
  /** The rule could not be evaluated: a failing template function, mismatched operand types. */
  | 'error'
  /** The rule is not one that can be evaluated here; the reason says what it needs. */
  | 'not-evaluated';

/** Truth of a condition whose operands may be unknown. */
export type Truth = 'true' | 'false' | 'unknown';

/** How much a finding matters. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** The severities, most serious first. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** Whether `severity` is at or above `threshold`. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
