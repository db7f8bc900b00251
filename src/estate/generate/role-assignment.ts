import type { ValueObject } from '../../kernel/index.ts';
import { generatedGuid } from './generated-id.ts';
import { extensionOf } from './resource-row.ts';

/** Built-in roles by their ids, which are the same in each tenant (articles/role-based-access-control/built-in-roles.md). */
const roles = {
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  networkContributor: '4d97b98b-1d4f-4787-a291-c67834d212e7',
} as const;

/** Who may do what where. */
export interface RoleFacts {
  /** What makes its name unique in the estate. */
  readonly number: number;
  readonly scope: string;
  readonly role: keyof typeof roles;
  readonly principalId: string;
  readonly principalType: 'User' | 'Group' | 'ServicePrincipal';
}

/** A role assignment as Azure Resource Manager answers it. */
export function roleAssignment({ number, scope, role, principalId, principalType }: RoleFacts): ValueObject {
  return extensionOf(scope, 'Microsoft.Authorization/roleAssignments', generatedGuid('assignment', number), {
    roleDefinitionId: `${scopeOfRole(scope)}/providers/Microsoft.Authorization/roleDefinitions/${roles[role]}`,
    principalId,
    principalType,
    scope,
    condition: null,
    conditionVersion: null,
    delegatedManagedIdentityResourceId: null,
  });
}

/** Role assignments name their role at the subscription that they are in. */
function scopeOfRole(scope: string): string {
  return /^\/subscriptions\/[^/]+/.exec(scope)?.[0] ?? '';
}
