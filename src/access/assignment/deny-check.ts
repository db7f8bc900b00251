import type { ConditionFacts } from '../condition/index.ts';
import { ActionSet } from '../pattern/index.ts';
import type { Plane, RolePermission } from '../role/index.ts';
import { type AccessTruth, allOf, anyOf, no, yes } from './access-truth.ts';
import { conditionTruth } from './condition-truth.ts';
import type { DenyAssignment } from './deny-assignment.ts';
import type { AskedAction } from './grant-check.ts';

const sets = new WeakMap<RolePermission, { readonly control: ActionSet; readonly data: ActionSet }>();

/** What a permission object names on a plane. */
export function deniedBy(permission: RolePermission, plane: Plane): ActionSet {
  let known = sets.get(permission);
  if (known === undefined) {
    known = {
      control: ActionSet.of(permission.actions, permission.notActions),
      data: ActionSet.of(permission.dataActions, permission.notDataActions),
    };
    sets.set(permission, known);
  }
  return known[plane];
}

/** Whether a deny assignment blocks an action for those it applies to. */
export function denyTruth(denial: DenyAssignment, { action, plane, facts }: AskedAction): AccessTruth {
  const permissions = denial.permissions
    .filter((one) => deniedBy(one, plane).has(action))
    .map((one) => truthOf(one.condition, facts, denial.id));
  if (permissions.length === 0) return no;
  return allOf([anyOf(permissions), truthOf(denial.condition, facts, denial.id)]);
}

function truthOf(condition: DenyAssignment['condition'], facts: ConditionFacts, about: string): AccessTruth {
  return condition === undefined ? yes : conditionTruth(condition, facts, about);
}
