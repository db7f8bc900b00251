import type { Estate, EstateResource } from '../../estate/index.ts';
import { type Diagnostic, fold } from '../../kernel/index.ts';
import {
  type AssignedPolicy,
  evaluatePolicy,
  type PolicyEvaluation,
  type PolicyExemption,
  relatedTypeOf,
} from '../../policy/index.ts';
import { AssignmentTally } from './assignment-tally.ts';
import { type ComplianceState, rollUp, StateCounter, type StateCounts } from './compliance-state.ts';
import { RelatedIndex } from './related-index.ts';
import { type AssessedResource, ResourceAssessor, type ResourceAssessorInput } from './resource-assessor.ts';

/** What an estate is assessed with. */
export interface EstateAssessmentInput extends ResourceAssessorInput {
  readonly estate: Estate;
  /** Called for every pair that is not compliant; the evaluation says why. */
  readonly onFailure?: ((failure: EstateFailure) => void) | undefined;
  /** Called for every resource, after its failures. */
  readonly onResource?: ((assessed: AssessedResource) => void) | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A policy and a resource that is not compliant, or of which it cannot be said. */
export interface EstateFailure {
  readonly assigned: AssignedPolicy;
  readonly position: number;
  readonly assessed: AssessedResource;
  readonly resource: EstateResource;
  readonly state: Exclude<ComplianceState, 'compliant'>;
  readonly exemption: PolicyExemption | undefined;
  /** The evidence, computed when it is asked for. */
  readonly explain: () => PolicyEvaluation;
}

/** The result of assessing an estate. */
export interface EstateAssessment {
  /** Per assigned policy, in their order: the pairs in each state. */
  readonly byPolicy: readonly StateCounts[];
  /** Per assignment, by its id: its resources by their state for that assignment alone. */
  readonly byAssignment: ReadonlyMap<string, StateCounts>;
  /** All pairs in each state. */
  readonly pairs: StateCounts;
  /** Resources by their own state; those without an applicable policy are not counted. */
  readonly resources: StateCounts;
  readonly resourceCount: number;
  /** Related types that policies ask for and of which the estate holds nothing. */
  readonly missingTypes: readonly string[];
  /** Scopes with resources under no assignment. */
  readonly unassignedScopes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Assesses an estate: every policy in force on every resource. Resources are streamed twice: once to collect what existence effects look for, once to
 * evaluate; where no existence effect is in force, once.
 */
export async function assessEstate(input: EstateAssessmentInput): Promise<EstateAssessment> {
  const { assessor, related } = await openAssessor(input);
  const byPolicy = input.assigned.map(() => new StateCounter());
  const byAssignment = new AssignmentTally(input.assigned);
  const pairs = new StateCounter();
  const resources = new StateCounter();
  const unassigned = new Set<string>();
  const total = [...input.estate.resourceCounts.values()].reduce((sum, count) => sum + count, 0);
  let resourceCount = 0;
  for await (const batch of input.estate.resources()) {
    for (const resource of batch) {
      resourceCount++;
      const assessed = assessor.assess(resource);
      if (!assessed.isGoverned) unassigned.add(assessed.chain[0]?.id ?? resource.id);
      let own: ComplianceState | undefined;
      for (const { position, state, exemption } of assessed.pairs) {
        byPolicy[position]!.add(state);
        pairs.add(state);
        own = rollUp(own, state);
        byAssignment.add(position, state);
        if (state !== 'compliant' && input.onFailure !== undefined)
          input.onFailure(failureOf(input.assigned[position]!, position, assessed, state, exemption));
      }
      byAssignment.endResource();
      if (own !== undefined) resources.add(own);
      input.onResource?.(assessed);
    }
    input.onProgress?.(resourceCount, total);
  }
  return {
    byPolicy: byPolicy.map((counter) => counter.counts),
    byAssignment: byAssignment.counts,
    pairs: pairs.counts,
    resources: resources.counts,
    resourceCount,
    missingTypes: related.missingTypes(),
    unassignedScopes: [...unassigned].sort(),
    diagnostics: assessor.diagnostics,
  };
}

/** Collects what existence effects look for and makes an assessor, which can also assess a changed resource again. */
export async function openAssessor(
  input: EstateAssessmentInput,
): Promise<{ assessor: ResourceAssessor; related: RelatedIndex }> {
  const related = await openRelatedIndex(input.estate, input.assigned);
  return { assessor: new ResourceAssessor(input, related), related };
}

/** Reads an estate for what the existence effects of these policies look for; not at all where none is in force. */
export async function openRelatedIndex(
  estate: Estate,
  assigned: readonly AssignedPolicy[],
): Promise<RelatedIndex> {
  const types = relatedTypes(assigned);
  const related = new RelatedIndex(types);
  if (types.size > 0) {
    for await (const batch of estate.resources()) for (const resource of batch) related.add(resource);
  }
  return related;
}

function failureOf(
  assigned: AssignedPolicy,
  position: number,
  assessed: AssessedResource,
  state: EstateFailure['state'],
  exemption: PolicyExemption | undefined,
): EstateFailure {
  const { resource, subject, options } = assessed;
  const explain = () => evaluatePolicy(assigned.policy, subject, options);
  return { assigned, position, assessed, resource, state, exemption, explain };
}

/** The types that the existence effects of these policies look for, folded. */
function relatedTypes(assigned: readonly AssignedPolicy[]): Set<string> {
  const types = new Set<string>();
  for (const { policy } of assigned) {
    if (policy.effect.kind !== 'existence' || policy.notEvaluable !== undefined) continue;
    const type = relatedTypeOf(policy.definition);
    if (type !== undefined) types.add(fold(type));
  }
  return types;
}
