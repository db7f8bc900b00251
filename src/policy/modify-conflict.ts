import { sameName, Unknown } from '../kernel/index.ts';
import { deepEquals, EvaluationError } from '../template/index.ts';
import { type Alteration, alter, conflictEffectOf } from './alteration.ts';
import type { BoundPolicy } from './bound-policy.ts';
import { type EvaluationOptions, environmentFor } from './evaluate-policy.ts';
import { everyElement, type FieldPath } from './field-path.ts';
import { RuleProblem } from './operand.ts';
import type { PolicySubject } from './policy-subject.ts';

/**
 * Which of the policies that alter a resource contradict each other: two that set the same field to different values, or set and remove it, and both deny on
 * conflict, as append always does. Where only one denies, it wins; where none does, the operations are skipped
 * (effect-modify.md#modify-properties, compliance-states.md#conflicting). Answers positions in `policies`.
 */
export function conflictingModifications(
  policies: readonly BoundPolicy[],
  subject: PolicySubject,
  options: EvaluationOptions,
): ReadonlySet<number> {
  const conflicting = new Set<number>();
  const writes = policies.map((policy) => writesOf(policy, subject, options));
  for (let first = 0; first < writes.length; first++) {
    for (let second = first + 1; second < writes.length; second++) {
      if (!writes[first]!.some((one) => writes[second]!.some((other) => contradicts(one, other)))) continue;
      conflicting.add(first);
      conflicting.add(second);
    }
  }
  return conflicting;
}

/** What a policy that denies on conflict sets or removes; nothing of one that does not. */
function writesOf(policy: BoundPolicy, subject: PolicySubject, options: EvaluationOptions): Alteration[] {
  if (!deniesOnConflict(policy, subject, options)) return [];
  return alter(policy, subject, options).alterations.filter(isWrite);
}

function deniesOnConflict(policy: BoundPolicy, subject: PolicySubject, options: EvaluationOptions): boolean {
  if (policy.effect.name === 'append') return true;
  if (policy.effect.name !== 'modify') return false;
  try {
    return conflictEffectOf(policy, environmentFor(policy, subject, options)) === 'deny';
  } catch (error) {
    // A conflictEffect that cannot be computed is no statement that denies.
    if (error instanceof EvaluationError || error instanceof RuleProblem) return false;
    throw error;
  }
}

/** Append and add contradict nobody where a value is there already, nor where they add a member to an array. */
function isWrite({ operation, outcome, path }: Alteration): boolean {
  if (operation === 'append' || operation === 'add')
    return outcome === 'applied' && path.at(-1) !== everyElement;
  return outcome === 'applied' || outcome === 'unchanged';
}

function contradicts(one: Alteration, other: Alteration): boolean {
  if (!samePath(one.path, other.path)) return false;
  const removes = one.operation === 'remove';
  if (removes || other.operation === 'remove') return one.operation !== other.operation;
  if (one.after === undefined || other.after === undefined) return false;
  if (one.after instanceof Unknown || other.after instanceof Unknown) return false;
  return deepEquals(one.after, other.after) === false;
}

/** Whether two paths are the same; names of properties and tags have no case. */
function samePath(one: FieldPath, other: FieldPath): boolean {
  return one.length === other.length && one.every((step, index) => sameStep(step, other[index]));
}

function sameStep(one: FieldPath[number], other: FieldPath[number] | undefined): boolean {
  return typeof one === 'string' && typeof other === 'string' ? sameName(one, other) : one === other;
}
