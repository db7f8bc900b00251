import { isObject, type Value } from '../../kernel/index.ts';
import type { Principal } from '../principal/index.ts';
import { fieldAt, textAt } from './field.ts';

/** That a resource acts as an identity. */
export interface ResourceIdentity {
  readonly resourceId: string;
  readonly principalId: string;
  /** The resource of a user-assigned identity; absent for the resource's own. */
  readonly identityId?: string | undefined;
}

/** The identities that a resource acts as (articles/.../managed-identities-azure-resources/overview.md). */
export function identitiesOf(resourceId: string, body: Value): readonly ResourceIdentity[] {
  const identity = fieldAt(body, 'identity');
  const own = textAt(identity, 'principalId');
  const assigned = fieldAt(identity, 'userAssignedIdentities');
  return [
    ...(own === undefined ? [] : [{ resourceId, principalId: own }]),
    ...(isObject(assigned) ? Object.entries(assigned) : []).flatMap(([identityId, one]) => {
      const principalId = textAt(one, 'principalId');
      return principalId === undefined ? [] : { resourceId, principalId, identityId };
    }),
  ];
}

/** The principal of a managed identity, as the resource that it belongs to knows it. */
export function managedIdentity(id: string, resourceId: string, appId?: string | undefined): Principal {
  return {
    id,
    kind: 'managedIdentity',
    name: resourceId.slice(resourceId.lastIndexOf('/') + 1),
    isListed: true,
    resourceId,
    appId,
  };
}
