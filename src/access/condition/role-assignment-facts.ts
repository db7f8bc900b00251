import { type AttributeFact, attributeNamed, type ConditionFacts } from './condition-facts.ts';

/** What is known of a role assignment that is written or deleted; what is `undefined` is not known. */
export interface RoleAssignmentSubject {
  /** The role's GUID, or the id of the role definition. */
  readonly roleDefinitionId?: string | undefined;
  readonly principalId?: string | undefined;
  /** `User`, `Group` or `ServicePrincipal`. */
  readonly principalType?: string | undefined;
}

/** The actions of which conditions can limit the delegation of access. */
export const roleAssignmentActions = {
  write: 'Microsoft.Authorization/roleAssignments/write',
  delete: 'Microsoft.Authorization/roleAssignments/delete',
} as const;

const names = ['RoleDefinitionId', 'PrincipalId', 'PrincipalType'] as const;

/** The attributes of role assignments, by source and name. */
export const roleAssignmentAttributes = {
  Request: attributesOf('Request'),
  Resource: attributesOf('Resource'),
} as const;

function attributesOf(source: 'Request' | 'Resource') {
  const [role, principal, principalType] = names.map(
    (name) => attributeNamed(`@${source}[Microsoft.Authorization/roleAssignments:${name}]`).key,
  );
  return { role: role!, principal: principal!, principalType: principalType! };
}

/**
 * The facts of writing or deleting a role assignment. A write has its attributes in the request and none on the resource, a deletion the
 * other way round (articles/role-based-access-control/conditions-authorization-actions-attributes.md).
 */
export function roleAssignmentFacts(
  operation: 'write' | 'delete',
  subject: RoleAssignmentSubject = {},
): ConditionFacts {
  const [present, absent] =
    operation === 'write' ? (['Request', 'Resource'] as const) : (['Resource', 'Request'] as const);
  const attributes = new Map<string, AttributeFact>(
    Object.values(roleAssignmentAttributes[absent]).map((key) => [key, null]),
  );
  const keys = roleAssignmentAttributes[present];
  const { roleDefinitionId, principalId, principalType } = subject;
  if (roleDefinitionId !== undefined)
    attributes.set(keys.role, [roleDefinitionId.slice(roleDefinitionId.lastIndexOf('/') + 1)]);
  if (principalId !== undefined) attributes.set(keys.principal, [principalId]);
  if (principalType !== undefined) attributes.set(keys.principalType, [principalType]);
  return { action: roleAssignmentActions[operation], subOperation: null, attributes };
}
