import { fold, isObject, type Value, type ValueObject } from '../../kernel/index.ts';
import type { RoleCondition, RoleDefinition, RolePermission } from './role-definition.ts';
import { objectsOf, patternsOf, RoleProblem, textOf, textsOf, valueIn } from './role-values.ts';

/** A role definition, or why it cannot be read: what it grants is then not known, never nothing. */
export type RoleReading = { readonly role: RoleDefinition } | { readonly problem: string };

/**
 * Reads a role definition in any of the shapes that tools write: the resource of any API version with its `properties`, the flat objects of
 * `az role definition list` and `Get-AzRoleDefinition` (whose file format `az role definition create` takes), and the `unifiedRoleDefinition` of
 * Microsoft Graph. The case of names does not matter; lists that are missing or null are empty.
 */
export function readRoleDefinition(body: Value): RoleReading {
  if (!isObject(body)) return { problem: 'it is no object' };
  try {
    return { role: roleOf(body) };
  } catch (error) {
    if (error instanceof RoleProblem) return { problem: error.message };
    throw error;
  }
}

function roleOf(body: ValueObject): RoleDefinition {
  const properties = valueIn(body, 'properties');
  const facts = isObject(properties) ? properties : body;
  const id = textOf(body, 'id');
  const roleName = textOf(facts, 'roleName') || textOf(facts, 'displayName');
  // Where `name` is not the GUID, it is what people call the role.
  const name = roleName === '' ? '' : textOf(body, 'name');
  const inherited = objectsOf(facts, 'inheritsPermissionsFrom').map((one) => fold(textOf(one, 'id')));
  return {
    id,
    name: fold(name || id.slice(id.lastIndexOf('/') + 1)),
    roleName: roleName || textOf(facts, 'name'),
    type: isBuiltIn(facts) ? 'built-in' : 'custom',
    assignableScopes: [...textsOf(facts, 'assignableScopes'), ...textsOf(facts, 'resourceScopes')],
    permissions: permissionsOf(facts),
    ...(inherited.length === 0 ? {} : { inherits: inherited }),
  };
}

function isBuiltIn(facts: ValueObject): boolean {
  if (valueIn(facts, 'isBuiltIn') === true || valueIn(facts, 'isCustom') === false) return true;
  return [textOf(facts, 'roleType'), textOf(facts, 'type')].some((type) => fold(type) === 'builtinrole');
}

function permissionsOf(facts: ValueObject): readonly RolePermission[] {
  if (isObject(valueIn(facts, 'permissions')) || Array.isArray(valueIn(facts, 'permissions')))
    return objectsOf(facts, 'permissions').map(permissionOf);
  if (Array.isArray(valueIn(facts, 'rolePermissions')))
    return objectsOf(facts, 'rolePermissions').map(directoryPermissionOf);
  if (Array.isArray(valueIn(facts, 'actions')) || Array.isArray(valueIn(facts, 'dataActions')))
    return [permissionOf(facts)];
  throw new RoleProblem('it has no list `permissions`');
}

function permissionOf(permission: ValueObject): RolePermission {
  return {
    actions: patternsOf(permission, 'actions'),
    notActions: patternsOf(permission, 'notActions'),
    dataActions: patternsOf(permission, 'dataActions'),
    notDataActions: patternsOf(permission, 'notDataActions'),
    ...conditionOf(permission),
  };
}

function directoryPermissionOf(permission: ValueObject): RolePermission {
  return {
    actions: patternsOf(permission, 'allowedResourceActions'),
    notActions: patternsOf(permission, 'excludedResourceActions'),
    dataActions: [],
    notDataActions: [],
    ...conditionOf(permission),
  };
}

function conditionOf(permission: ValueObject): { condition?: RoleCondition } {
  const text = textOf(permission, 'condition').trim();
  return text === '' ? {} : { condition: { text, version: textOf(permission, 'conditionVersion') } };
}
