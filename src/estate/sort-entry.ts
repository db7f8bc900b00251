import { fold, isObject, type Value, type ValueObject } from '../kernel/index.ts';
import { type ArmShape, readArmObject } from './arm-object.ts';
import { readDirectoryObject } from './directory-object.ts';
import { readDirectoryRelation } from './directory-relation.ts';
import type { GovernanceKind } from './estate.ts';
import { governanceKindOf } from './governance-kind.ts';
import {
  factsOfGroupSubscription,
  factsOfManagementGroup,
  factsOfSubscription,
  type ScopeFacts,
} from './scope-facts.ts';
import { readAccount } from './subscription-account.ts';

/** What an entry of a file is in the estate. */
export type SortedEntry =
  | {
      readonly is: 'resource';
      readonly id: string;
      readonly type: string;
      readonly name: string;
      readonly body: ValueObject;
      readonly shape: ArmShape;
    }
  | { readonly is: 'scope'; readonly facts: ScopeFacts }
  | {
      readonly is: 'governance';
      readonly kind: GovernanceKind;
      readonly id: string;
      readonly body: ValueObject;
    }
  | { readonly is: 'leftOut' }
  | { readonly is: 'object'; readonly type: string; readonly id: string; readonly body: Value };

/** What Azure Policy itself found, a row for each resource and policy (the table `policyresources` of Resource Graph). */
const recordType = /^microsoft\.policyinsights\/(component)?policystates$/;

/** Types that are read by the rooms of access as well; policies look at role definitions, so they stay resources. */
const accessType = /^microsoft\.authorization\/(role|denyassignments)/;

/**
 * Says what an entry is, by its content: a scope, a resource, a governance object, a directory object, several of them, or - an empty list - nothing of an
 * estate. `context` is what the answer that held it says it is (`@odata.context`). The entry is changed.
 */
export function sortEntry(item: Value, context?: string): readonly SortedEntry[] {
  if (!isObject(item)) return [];
  const arm = readArmObject(readAccount(item) ?? item);
  if (arm === undefined) {
    const found = [readDirectoryObject(item, context), readDirectoryRelation(item, context)];
    return found.flatMap((object) => (object === undefined ? [] : { is: 'object', ...object }));
  }
  const { id, type, body } = arm;
  const resource: SortedEntry = { is: 'resource', ...arm };
  const scopes = (facts: readonly ScopeFacts[]) =>
    facts.map((one): SortedEntry => ({ is: 'scope', facts: one }));
  const folded = fold(type);
  switch (folded) {
    case 'microsoft.resources/subscriptions/resourcegroups':
      return [...scopes([{ id, kind: 'resourceGroup', body }]), resource];
    case 'microsoft.resources/subscriptions':
      return [...scopes(factsOfSubscription(id, body)), resource];
    case 'microsoft.management/managementgroups':
      return scopes(factsOfManagementGroup(id, body));
    case 'microsoft.management/managementgroups/subscriptions':
      return scopes(factsOfGroupSubscription(id, body));
  }
  const kind = governanceKindOf(type);
  if (kind !== undefined) return [{ is: 'governance', kind, id, body }];
  if (recordType.test(folded)) return [{ is: 'leftOut' }];
  if (accessType.test(folded)) return [{ is: 'object', type, id, body }, resource];
  return [resource];
}
