import type { Estate, EstateResource } from '../../estate/index.ts';
import type { FindingResource, PolicyDifference } from '../../kernel/index.ts';
import type { AssignedPolicy } from '../../policy/index.ts';
import { openRelatedIndex } from './assess-estate.ts';
import { type ComplianceState, rollUp } from './compliance-state.ts';
import { type AssessedResource, ResourceAssessor, type ResourceAssessorInput } from './resource-assessor.ts';

const exampleCountMax = 10;

/** What is compared. */
export interface DifferenceInput extends Omit<ResourceAssessorInput, 'assigned'> {
  readonly estate: Estate;
  readonly before: { readonly title: string; readonly policies: readonly AssignedPolicy[] };
  readonly after: { readonly title: string; readonly policies: readonly AssignedPolicy[] };
}

/** Compares what two versions of a policy, or any two sets of policies, say of the resources of an estate: the meaning, not the text. */
export async function policyDifference(input: DifferenceInput): Promise<PolicyDifference> {
  const { before, after, estate } = input;
  const assigned = [...before.policies, ...after.policies];
  const assessor = new ResourceAssessor({ ...input, assigned }, await openRelatedIndex(estate, assigned));
  const changes = new Map<
    string,
    { before: string; after: string; count: number; examples: FindingResource[] }
  >();
  let resources = 0;
  for await (const batch of estate.resources()) {
    for (const resource of batch) {
      resources++;
      const [was, is] = statesOf(assessor.assess(resource), before.policies.length);
      if (was === is) continue;
      const key = `${was} ${is}`;
      const change = changes.get(key) ?? { before: was, after: is, count: 0, examples: [] };
      changes.set(key, change);
      change.count++;
      if (change.examples.length < exampleCountMax) change.examples.push(shown(resource));
    }
  }
  return {
    before: before.title,
    after: after.title,
    resources,
    changes: [...changes.values()].sort((a, b) => b.count - a.count),
  };
}

function statesOf({ pairs }: AssessedResource, beforeCount: number): [string, string] {
  let was: ComplianceState | undefined;
  let is: ComplianceState | undefined;
  for (const { position, state } of pairs) {
    if (position < beforeCount) was = rollUp(was, state);
    else is = rollUp(is, state);
  }
  return [was ?? 'notApplicable', is ?? 'notApplicable'];
}

function shown({ id, name, type }: EstateResource): FindingResource {
  return { id, name, type };
}
