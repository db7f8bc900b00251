import { fold, isObject, type Value } from '../kernel/index.ts';
import type { BoundPolicy } from './bound-policy.ts';
import { readExpiry } from './expiry.ts';
import { get } from './policy-parameters.ts';

/** The states that a person can attest. */
export type AttestedState = 'compliant' | 'nonCompliant' | 'unknown';

/** What a person says of a resource for a manual policy (articles/governance/policy/concepts/attestation-structure.md). */
export interface Attestation {
  readonly id: string;
  /** The resource or scope that it is for, folded. */
  readonly resourceId: string;
  /** The assignment, folded. */
  readonly assignmentId: string;
  /** The folded reference in an initiative; `undefined` for all of it. */
  readonly referenceId: string | undefined;
  readonly state: AttestedState;
  /** ISO 8601; after it the state is the policy's default again. */
  readonly expiresOn: string | undefined;
}

/** Reads an attestation; a text says what is wrong with it. */
export function parseAttestation(id: string, json: Value): Attestation | string {
  if (!isObject(json)) return 'an attestation must be an object';
  const inner = get(json, 'properties');
  const properties = inner !== undefined && isObject(inner) ? inner : json;
  const at = fold(id).lastIndexOf('/providers/microsoft.policyinsights/attestations/');
  if (at === -1) return 'its id is not that of an attestation';
  const assignmentId = get(properties, 'policyAssignmentId');
  if (typeof assignmentId !== 'string') return 'it has no `policyAssignmentId`';
  const referenceId = get(properties, 'policyDefinitionReferenceId');
  const expiresOn = readExpiry(get(properties, 'expiresOn'));
  if (expiresOn === null) return 'its `expiresOn` is not a date';
  return {
    id,
    resourceId: fold(id.slice(0, at)),
    assignmentId: fold(assignmentId),
    referenceId: typeof referenceId === 'string' ? fold(referenceId) : undefined,
    state: attestedState(get(properties, 'complianceState')),
    expiresOn,
  };
}

/** The state of a manual policy that nobody has attested: `defaultState` of its details, `Unknown` unless stated (effect-manual.md). */
export function defaultAttestedState({ definition }: BoundPolicy): AttestedState {
  const { details } = definition.rule;
  return attestedState(details !== undefined && isObject(details) ? get(details, 'defaultState') : undefined);
}

function attestedState(value: Value | undefined): AttestedState {
  const text = typeof value === 'string' ? fold(value).replace('-', '') : '';
  return text === 'compliant' ? 'compliant' : text === 'noncompliant' ? 'nonCompliant' : 'unknown';
}
