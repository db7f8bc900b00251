import { fold, isObject, type Value } from '../kernel/index.ts';
import type { Condition } from './condition.ts';
import type { PolicyDefinition } from './definition.ts';
import { hasExpired, readExpiry } from './expiry.ts';
import { get } from './policy-parameters.ts';
import { readResourceSelectors } from './resource-selector.ts';

/** A policy exemption (articles/governance/policy/concepts/exemption-structure.md). */
export interface PolicyExemption {
  readonly id: string;
  readonly displayName: string;
  /** The scope or resource that it is for: the part of its id before the provider. */
  readonly scope: string;
  /** The assignment, folded. */
  readonly assignmentId: string;
  /** Folded reference ids; empty for the whole assignment. */
  readonly referenceIds: readonly string[];
  readonly category: 'Waiver' | 'Mitigated';
  /** ISO 8601; after it the exemption is still there but does not count. */
  readonly expiresOn: string | undefined;
  readonly selection: Condition | undefined;
}

/** Reads an exemption; a text says what is wrong with it. */
export function parseExemption(id: string, json: Value): PolicyExemption | string {
  if (!isObject(json)) return 'an exemption must be an object';
  const inner = get(json, 'properties');
  const properties = inner !== undefined && isObject(inner) ? inner : json;
  const assignmentId = get(properties, 'policyAssignmentId');
  if (typeof assignmentId !== 'string') return 'it has no `policyAssignmentId`';
  const at = fold(id).lastIndexOf('/providers/microsoft.authorization/policyexemptions/');
  if (at === -1) return 'its id is not that of an exemption';
  const references = get(properties, 'policyDefinitionReferenceIds');
  const expiresOn = readExpiry(get(properties, 'expiresOn'));
  if (expiresOn === null) return 'its `expiresOn` is not a date';
  const category = get(properties, 'exemptionCategory');
  const displayName = get(properties, 'displayName');
  return {
    id,
    displayName: typeof displayName === 'string' ? displayName : id.slice(id.lastIndexOf('/') + 1),
    scope: id.slice(0, at),
    assignmentId: fold(assignmentId),
    referenceIds: Array.isArray(references)
      ? references.filter((one): one is string => typeof one === 'string').map(fold)
      : [],
    category: typeof category === 'string' && fold(category) === 'mitigated' ? 'Mitigated' : 'Waiver',
    expiresOn,
    selection: readResourceSelectors(get(properties, 'resourceSelectors')),
  };
}

/** Whether an exemption still counts at a moment (ISO 8601). */
export function isInForce(exemption: PolicyExemption, now: string): boolean {
  return !hasExpired(exemption.expiresOn, now);
}

/** Resource provider modes that exemptions work with, besides the modes of Resource Manager (exemption-structure.md). */
const exemptibleModes: readonly string[] = [
  'microsoft.kubernetes.data',
  'microsoft.keyvault.data',
  'microsoft.network.data',
];

/** Whether exemptions work with policies of a definition's mode. */
export function isExemptible({ mode }: PolicyDefinition): boolean {
  const folded = fold(mode);
  return !folded.startsWith('microsoft.') || exemptibleModes.includes(folded);
}

/** Whether an id is the scope itself or below it. The tenant is above everything. */
export function isWithinScope(id: string, scope: string): boolean {
  const folded = fold(id);
  const outer = fold(scope.replace(/\/+$/, ''));
  return outer === '' || folded === outer || folded.startsWith(`${outer}/`);
}
