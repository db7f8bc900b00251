import type { Diagnostic } from '../../kernel/index.ts';
import type { Condition } from './condition.ts';
import type { ConditionFacts } from './condition-facts.ts';
import { leafTruth } from './leaf-truth.ts';
import { junction, negation, type Reduced } from './simplify-condition.ts';

/** What a condition says of an access. */
export type ConditionDecision = {
  /** Facts that an operator could not compare; what they decide is left open. */
  readonly problems: readonly Diagnostic[];
} & (
  | { readonly kind: 'allowed' }
  /** `because`: the parts that do not hold, down to comparisons and their negations; had they held, the access would be allowed. */
  | { readonly kind: 'denied'; readonly because: readonly Condition[] }
  /** It depends on what is not known; the condition that remains, simplified. */
  | { readonly kind: 'allowedIf'; readonly residual: Condition }
);

/**
 * Evaluates a condition on what is known. Truth has three values: what is not known stays in the residual condition, and learning more
 * never turns `allowed` into `denied` or the other way.
 * - An action that is a pattern asks about all that it stands for: `allowed` means all of them, `denied` none.
 * - An attribute that is not there fails every comparison, negated ones too, and `Exists` is false; a `NOT` before such a comparison is true.
 * - An attribute that is there without a value: `ForAll...` holds, `ForAny...` does not.
 */
export function evaluateCondition(condition: Condition, facts: ConditionFacts): ConditionDecision {
  const problems: Diagnostic[] = [];
  const result = reduceCondition(condition, facts, (problem) => problems.push(problem));
  if (typeof result !== 'boolean') return { kind: 'allowedIf', residual: result, problems };
  if (result) return { kind: 'allowed', problems };
  return { kind: 'denied', because: reasons(condition, false, facts), problems };
}

/** The condition with what is known put in: its truth, or what remains. */
export function reduceCondition(
  condition: Condition,
  facts: ConditionFacts,
  report: (problem: Diagnostic) => void,
): Reduced {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const decisive = condition.kind === 'or';
      const open: Reduced[] = [];
      for (const part of condition.conditions) {
        const reduced = reduceCondition(part, facts, report);
        if (reduced === decisive) return decisive;
        if (typeof reduced !== 'boolean') open.push(reduced);
      }
      return open.length === 0 ? !decisive : junction(condition, open);
    }
    case 'not':
      return negation(reduceCondition(condition.condition, facts, report));
    default:
      return leafTruth(condition, facts, report) ?? condition;
  }
}

/** The parts that make a condition true or false, as what does not hold. Of parts each of which would do, the first is named. */
function reasons(condition: Condition, outcome: boolean, facts: ConditionFacts): Condition[] {
  switch (condition.kind) {
    case 'not':
      return reasons(condition.condition, !outcome, facts);
    case 'and':
    case 'or': {
      const needsAll = (condition.kind === 'and') === outcome;
      if (needsAll) return condition.conditions.flatMap((part) => reasons(part, outcome, facts));
      const part = condition.conditions.find((one) => reduceCondition(one, facts, ignore) === outcome);
      // The laws may decide what no part does alone: `a AND NOT a`.
      return part === undefined ? [failed(condition, outcome)] : reasons(part, outcome, facts);
    }
    default:
      return [failed(condition, outcome)];
  }
}

/** A part that is `outcome`, as what does not hold. */
function failed(condition: Condition, outcome: boolean): Condition {
  return outcome ? { kind: 'not', condition, start: condition.start, end: condition.end } : condition;
}

/** The problems were reported when the decision was made. */
function ignore(): void {}
