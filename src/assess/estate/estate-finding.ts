import type { EstateFinding, Severity } from '../../kernel/index.ts';
import type { Owner } from '../../posture/index.ts';
import { controlsOf } from '../controls.ts';
import { fingerprint } from '../fingerprint.ts';
import type { EstateFailure } from './assess-estate.ts';
import { evaluationMessage } from './evaluation-message.ts';

/** Turns a failing pair of an estate into a finding with its evidence. */
export function estateFinding(failure: EstateFailure, severity: Severity, owner: Owner): EstateFinding {
  const { assigned, resource, state, exemption } = failure;
  const { policy, assignment } = assigned;
  const { definition } = policy;
  return {
    fingerprint: fingerprintOf(failure),
    position: failure.position,
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
    message: evaluationMessage(failure.explain(), definition.displayName),
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
