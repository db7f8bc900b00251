import type { PolicyEvaluation } from '../../policy/index.ts';
import { decisiveLeaves } from '../decisive-leaves.ts';
import { tellLeaf } from '../reason.ts';

/** Why a policy says what it says of a resource, on one line: the condition that says it best. `policyName` is the policy's display name. */
export function evaluationMessage(evaluation: PolicyEvaluation, policyName: string): string {
  const { existence, verdict, reason, unknownBecause } = evaluation;
  if (verdict === 'error') return `the policy cannot be evaluated: ${reason ?? 'a function fails'}`;
  if (verdict === 'not-evaluated') return reason ?? 'it cannot be evaluated here';
  if (verdict === 'unknown') {
    const causes = [...new Set(unknownBecause.map((cause) => cause.name))].join('; ');
    return `undecided: ${causes || 'a value is not known'}`;
  }
  if (existence !== undefined) {
    const type = existence.query?.type ?? 'related resource';
    return existence.candidates.length === 0
      ? `there is no ${type} for it`
      : `none of its ${existence.candidates.length} ${type} is as the policy wants it`;
  }
  return decisiveReason(evaluation, policyName) ?? 'the resource is what the policy looks for';
}

function decisiveReason({ condition }: PolicyEvaluation, policyName: string): string | undefined {
  if (condition === undefined) return undefined;
  const [best] = decisiveLeaves(condition, 'true')
    .map((leaf) => tellLeaf(leaf, policyName))
    .sort((a, b) => b.weight - a.weight);
  return best?.text;
}
