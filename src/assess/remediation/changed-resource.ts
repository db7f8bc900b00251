import { fold } from '../../kernel/index.ts';
import { decisiveLeaves } from '../decisive-leaves.ts';
import { tellLeaf } from '../reason.ts';
import { evaluationCountMax, type SearchResult, searchChanges } from './change-search.ts';
import { PolicyGoal } from './policy-goal.ts';
import { proofOf } from './proof-of.ts';
import type { NoRemediation, ResourceChange } from './remediation.ts';
import type { RemediationRequest } from './remediation-request.ts';

/** The smallest change of a resource after which a policy that denies or audits it finds nothing. */
export function changedResource(request: RemediationRequest): ResourceChange | NoRemediation {
  const { evaluation, assigned, options } = request;
  const { subject } = evaluation;
  const goal = new PolicyGoal(assigned.policy, subject, options);
  const found = searchChanges(subject.body, goal, options.evaluationCountMax ?? evaluationCountMax);
  if (found.changes === undefined) return { kind: 'unknown', reason: whyNothing(request, found) };
  return {
    kind: 'change',
    by: 'search',
    changes: found.changes,
    proof: proofOf(evaluation, found.evaluations),
    task: undefined,
    notes: [],
  };
}

function whyNothing(
  { evaluation, assigned }: RemediationRequest,
  { evaluations, isCutShort }: SearchResult,
): string {
  const leaves = evaluation.condition === undefined ? [] : decisiveLeaves(evaluation.condition, 'true');
  const name = assigned.policy.definition.displayName;
  const told = leaves.map((leaf) => tellLeaf(leaf, name)).sort((a, b) => b.weight - a.weight);
  if (told.length > 0 && told.every(({ expression }) => fold(expression) === 'type'))
    return `the policy is against resources of type ${evaluation.subject.type}: no property makes a difference`;
  const tried = isCutShort
    ? `none of the ${evaluations} changes that were tried makes it compliant`
    : `none of the changes that the policy's conditions suggest makes it compliant (${evaluations} tried)`;
  const best = told[0]?.text;
  return best === undefined ? tried : `${tried}; ${best}`;
}
