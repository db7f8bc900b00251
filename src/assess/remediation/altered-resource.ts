import { type Alteration, alter, type PolicySubject } from '../../policy/index.ts';
import { changesBetween } from './changes-between.ts';
import { PolicyGoal } from './policy-goal.ts';
import { proofOf } from './proof-of.ts';
import type { NoRemediation, ResourceChange } from './remediation.ts';
import type { RemediationRequest } from './remediation-request.ts';
import { remediationTask } from './remediation-task.ts';

/**
 * What an append or modify policy does to a resource, if that makes it compliant. Append acts on requests only; the properties have to be
 * changed by whoever owns the resource (effect-append.md).
 */
export function alteredResource({
  evaluation,
  assigned,
  options,
}: RemediationRequest): ResourceChange | NoRemediation {
  const { policy } = assigned;
  const { subject } = evaluation;
  const altered = alter(policy, subject, options);
  const { verdict } = new PolicyGoal(policy, subject, options).evaluate(altered.subject.body);
  if (verdict !== 'compliant') return { kind: 'unknown', reason: whyNot(altered.alterations, verdict) };
  const isModify = policy.effect.name === 'modify';
  return {
    kind: 'change',
    by: 'policy',
    changes: changesBetween(subject.body, altered.subject.body),
    proof: proofOf(evaluation, 1),
    task: isModify ? remediationTask(assigned, subject, options.principalId) : undefined,
    notes: [...notesOf(isModify, subject), ...whyPartly(altered.alterations)],
  };
}

function notesOf(isModify: boolean, { name }: PolicySubject): string[] {
  if (isModify) return [];
  const what = typeof name === 'string' ? name : 'the resource';
  return [
    `the policy appends this to the next request that creates or updates ${what}; it has no remediation task`,
  ];
}

function whyPartly(alterations: readonly Alteration[]): string[] {
  return alterations
    .filter(({ outcome }) => outcome === 'skipped' || outcome === 'undecided')
    .map(
      ({ operation, field, reason }) => `${operation} ${field} is skipped: ${reason ?? 'it does not apply'}`,
    );
}

function whyNot(alterations: readonly Alteration[], verdict: string): string {
  const told = alterations
    .filter(({ outcome }) => outcome !== 'applied')
    .map(({ operation, field, outcome, reason }) => `${operation} ${field}: ${reason ?? outcome}`);
  const without = `with what the policy itself changes the resource is still ${verdict}`;
  return told.length === 0 ? without : `${without} (${told.join('; ')})`;
}
