import { ActionSet } from '../pattern/index.ts';
import type { Plane, RoleCondition, RoleDefinition } from './role-definition.ts';

/** What one permission object of a role grants, and on which condition. */
export interface RoleGrant {
  readonly control: ActionSet;
  readonly data: ActionSet;
  readonly condition?: RoleCondition | undefined;
}

/** How a role grants one action. */
export interface ActionGrant {
  /** `on-condition`: only permission objects with a condition grant it. */
  readonly granted: 'always' | 'on-condition' | 'never';
  /** The permission objects that grant it, by their position in the role. */
  readonly permissions: readonly number[];
  /** Their conditions; the action is granted where one of them holds. Empty when it is granted always, or never. */
  readonly conditions: readonly RoleCondition[];
}

const known = new WeakMap<RoleDefinition, readonly RoleGrant[]>();

/**
 * What a role grants, permission object by permission object: `Actions` without `NotActions` and `DataActions` without `NotDataActions` of the same
 * object (articles/role-based-access-control/role-definitions.md#notactions). The union of them is what the role grants.
 */
export function grantsOfRole(role: RoleDefinition): readonly RoleGrant[] {
  let grants = known.get(role);
  if (grants === undefined) {
    grants = role.permissions.map(({ actions, notActions, dataActions, notDataActions, condition }) => ({
      control: ActionSet.of(actions, notActions),
      data: ActionSet.of(dataActions, notDataActions),
      ...(condition === undefined ? {} : { condition }),
    }));
    known.set(role, grants);
  }
  return grants;
}

/** What a role grants in a plane: whatever holds (`always`), or at most (`at-most`: as if every condition held). */
export function actionsOfRole(role: RoleDefinition, plane: Plane, which: 'always' | 'at-most'): ActionSet {
  return grantsOfRole(role)
    .filter(({ condition }) => which === 'at-most' || condition === undefined)
    .reduce((set, grant) => set.union(grant[plane]), ActionSet.none);
}

/** Whether and how a role grants an action. */
export function grantOfAction(role: RoleDefinition, action: string, plane: Plane = 'control'): ActionGrant {
  const grants = grantsOfRole(role);
  const permissions = grants.flatMap((grant, index) => (grant[plane].has(action) ? [index] : []));
  const conditions = permissions.flatMap((index) => grants[index]?.condition ?? []);
  if (permissions.length === 0) return { granted: 'never', permissions, conditions };
  return conditions.length < permissions.length
    ? { granted: 'always', permissions, conditions: [] }
    : { granted: 'on-condition', permissions, conditions };
}
