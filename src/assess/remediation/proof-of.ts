import type { PolicyEvaluation } from '../../policy/index.ts';
import { decisiveLeaves } from '../decisive-leaves.ts';
import { tellLeaf } from '../reason.ts';
import type { Proof } from './remediation.ts';

const toldCountMax = 3;

/** The proof that a policy which an evaluation found violated is complied with afterwards. The caller has evaluated it. */
export function proofOf(evaluation: PolicyEvaluation, evaluations: number): Proof {
  return { before: conditionsOf(evaluation), after: 'compliant', evaluations };
}

/** The conditions that decide an evaluation in words, the most telling first. */
function conditionsOf({ condition, existence, policy }: PolicyEvaluation): string[] {
  if (existence !== undefined) {
    const type = existence.query?.type ?? 'related resource';
    return existence.candidates.length === 0
      ? [`there is no ${type}`]
      : [`none of ${existence.candidates.length} ${type} is as the policy wants it`];
  }
  if (condition === undefined) return [];
  const name = policy?.definition.displayName ?? '';
  const told = decisiveLeaves(condition, 'true')
    .map((leaf) => tellLeaf(leaf, name))
    .sort((a, b) => b.weight - a.weight);
  const telling = told.filter(({ weight }) => weight >= 0);
  return (telling.length > 0 ? telling : told).slice(0, toldCountMax).map(({ text }) => text);
}
