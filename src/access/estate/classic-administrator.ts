import type { RoleAssignment } from '../assignment/index.ts';
import type { PrincipalTable } from '../principal/index.ts';
import type { RoleDefinition } from '../role/index.ts';
import type { ClassicAdministrator } from './resource-reader.ts';

const name = 'classic-administrator';

/** What a classic administrator may do: as an Owner of the subscription (articles/role-based-access-control/classic-administrators.md). */
export const classicRole: RoleDefinition = {
  id: name,
  name,
  roleName: 'Classic administrator',
  type: 'built-in',
  assignableScopes: [],
  permissions: [{ actions: ['*'], notActions: [], dataActions: [], notDataActions: [] }],
};

/** The access of a classic administrator; the user is found by the mail address, or is not known otherwise. */
export function classicAssignment(
  { id, subscription, email, file }: ClassicAdministrator,
  principals: PrincipalTable,
): RoleAssignment {
  const [position, ...others] = principals.named(email);
  const principalId = position === undefined || others.length > 0 ? email : principals.at(position).id;
  return {
    realm: 'azure',
    kind: 'classic',
    id,
    scope: subscription,
    role: name,
    principalId,
    principalType: 'User',
    file,
  };
}
