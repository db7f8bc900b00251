import { type Condition, conditionKey, simplifyCondition } from '../condition/index.ts';
import { type AccessGap, distinctGaps } from '../estate/access-gap.ts';

/** Whether something holds: yes, no, on a condition, or it was not seen what decides it. */
export type AccessTruth =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'if'; readonly condition: Condition }
  | { readonly kind: 'unknown'; readonly gaps: readonly AccessGap[] };

/** It holds. */
export const yes: AccessTruth = { kind: 'yes' };
/** It does not hold. */
export const no: AccessTruth = { kind: 'no' };

/** It is not known, because of a gap. */
export function unseen(...gaps: readonly AccessGap[]): AccessTruth {
  return { kind: 'unknown', gaps };
}

/** It holds when a condition does. */
export function onlyIf(condition: Condition): AccessTruth {
  const simple = simplifyCondition(condition);
  return typeof simple === 'boolean' ? (simple ? yes : no) : { kind: 'if', condition: simple };
}

/** Whether one of them holds. A yes decides, whatever is not known. */
export function anyOf(truths: readonly AccessTruth[]): AccessTruth {
  return combined(truths, 'yes', 'no', 'or');
}

/** Whether all of them hold. A no decides, whatever is not known. */
export function allOf(truths: readonly AccessTruth[]): AccessTruth {
  return combined(truths, 'no', 'yes', 'and');
}

/** The opposite. */
export function opposite(truth: AccessTruth): AccessTruth {
  switch (truth.kind) {
    case 'yes':
      return no;
    case 'no':
      return yes;
    case 'if': {
      const { start, end } = truth.condition;
      return onlyIf({ kind: 'not', condition: truth.condition, start, end });
    }
    default:
      return truth;
  }
}

function combined(
  truths: readonly AccessTruth[],
  decisive: 'yes' | 'no',
  neutral: 'yes' | 'no',
  kind: 'and' | 'or',
): AccessTruth {
  const conditions = new Map<string, Condition>();
  const gaps: AccessGap[] = [];
  for (const truth of truths) {
    if (truth.kind === decisive) return truth;
    if (truth.kind === 'unknown') gaps.push(...truth.gaps);
    if (truth.kind === 'if') conditions.set(conditionKey(truth.condition), truth.condition);
  }
  const [first, ...rest] = conditions.values();
  const open: AccessTruth =
    first === undefined
      ? neutral === 'yes'
        ? yes
        : no
      : rest.length === 0
        ? { kind: 'if', condition: first }
        : onlyIf({ kind, conditions: [first, ...rest], start: first.start, end: first.end });
  // The conditions together may decide what none of them does alone.
  if (open.kind === decisive || gaps.length === 0) return open;
  return { kind: 'unknown', gaps: distinctGaps(gaps) };
}
