import type { EstateFinding, Severity } from '../../kernel/index.ts';
import type { Owner } from '../../posture/index.ts';
import { controlsOf } from '../controls.ts';
import { decisiveLeaves } from '../decisive-leaves.ts';
import { fingerprint } from '../fingerprint.ts';
import { type ToldReason, tellLeaf } from '../reason.ts';
import type { EstateFailure } from './assess-estate.ts';

/** Turns a failing pair of an estate into a finding with its evidence. */
export function estateFinding(failure: EstateFailure, severity: Severity, owner: Owner): EstateFinding {
  const { assigned, resource, state, exemption } = failure;
  const { policy, assignment } = assigned;
  const { definition } = policy;
  const reasons = toldReasons(failure);
  return {
    fingerprint: fingerprintOf(failure),
    state,
    effect: policy.effect.name,
    severity,
    policy: {
      id: definition.id,
      name: definition.name,
      displayName: definition.displayName || definition.name,
      description: assigned.message ?? definition.description,
      category: typeof definition.metadata.category === 'string' ? definition.metadata.category : '',
      version: definition.version,
    },
    assignment: assignment.displayName || assignment.name,
    controls: controlsOf(assigned),
    resource: { id: resource.id, name: resource.name, type: resource.type },
    owner: owner.owner,
    ownerSource: owner.source,
    message: messageOf(failure, reasons),
    remediation:
      typeof definition.metadata.remediation === 'string' ? definition.metadata.remediation : undefined,
    exemption:
      exemption === undefined
        ? undefined
        : `${exemption.category} ${exemption.displayName}${exemption.expiresOn === undefined ? ', without end' : ` until ${exemption.expiresOn.slice(0, 10)}`}`,
  };
}

/** The fingerprint of a failure: assignment, reference, policy and resource, by its whole id. */
export function fingerprintOf({ assigned, resource }: EstateFailure): string {
  return fingerprint({
    assignment: assigned.assignment.id,
    reference: assigned.reference?.referenceId ?? '',
    policy: assigned.policy.definition.id,
    resourceType: resource.type,
    resourceName: resource.id,
    path: '',
  });
}

function toldReasons({ assigned, explain }: EstateFailure): ToldReason[] {
  const { condition, existence, verdict } = explain();
  if (
    condition === undefined ||
    verdict === 'error' ||
    (existence !== undefined && condition.outcome === 'true')
  )
    return [];
  const outcome = condition.outcome === 'unknown' ? 'unknown' : 'true';
  const name = assigned.policy.definition.displayName;
  return decisiveLeaves(condition, outcome)
    .map((leaf) => tellLeaf(leaf, name))
    .sort((a, b) => b.weight - a.weight);
}

function messageOf(failure: EstateFailure, reasons: readonly ToldReason[]): string {
  const { existence, verdict, reason, unknownBecause } = failure.explain();
  if (verdict === 'error') return `the policy cannot be evaluated: ${reason ?? 'a function fails'}`;
  if (verdict === 'not-evaluated') return reason ?? 'it cannot be evaluated here';
  if (verdict === 'unknown')
    return `undecided: ${[...new Set(unknownBecause.map((cause) => cause.name))].join('; ') || 'a value is not known'}`;
  if (existence !== undefined) {
    const type = existence.query?.type ?? 'related resource';
    return existence.candidates.length === 0
      ? `there is no ${type} for it`
      : `none of its ${existence.candidates.length} ${type} is as the policy wants it`;
  }
  return reasons[0]?.text ?? 'the resource is what the policy looks for';
}
