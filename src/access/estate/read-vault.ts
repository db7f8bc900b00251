import type { Value } from '../../kernel/index.ts';
import { flagAt, objectsAt, textAt, textsAt } from './field.ts';
import type { VaultAccess, VaultPolicy } from './resource-access.ts';
import { vaultDataActions, vaultPermissionKinds } from './vault-permission.ts';

/** How a key vault decides on its data; without a statement by access policies, as vaults from before role assignments do. */
export function readVault(id: string, properties: Value): VaultAccess {
  return {
    id,
    by: flagAt(properties, 'enableRbacAuthorization') === true ? 'roles' : 'policies',
    policies: objectsAt(properties, 'accessPolicies').flatMap((one): VaultPolicy | readonly [] => {
      const principalId = textAt(one, 'objectId');
      if (principalId === undefined) return [];
      return {
        principalId,
        applicationId: textAt(one, 'applicationId'),
        dataActions: vaultPermissionKinds.flatMap((kind) =>
          textsAt(one, 'permissions', kind).flatMap((permission) => vaultDataActions(kind, permission)),
        ),
      };
    }),
  };
}
