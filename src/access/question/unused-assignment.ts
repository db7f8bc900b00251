import { type RoleAssignment, scopeChain, scopeKey } from '../assignment/index.ts';
import type { AccessModel } from '../estate/index.ts';
import type { Principal } from '../principal/index.ts';
import { fitOfRole, type RoleDefinition } from '../role/index.ts';
import type { ActivityRecord } from './activity-record.ts';

/** What each principal did, by its object id; `undefined` when no activity was given. */
export function activityByCaller(
  model: AccessModel,
  activity: readonly ActivityRecord[] | undefined,
): ReadonlyMap<string, readonly ActivityRecord[]> | undefined {
  if (activity === undefined) return undefined;
  const byCaller = new Map<string, ActivityRecord[]>();
  for (const record of activity)
    for (const position of model.principals.named(record.caller)) {
      const key = model.principals.at(position).id;
      const list = byCaller.get(key);
      if (list === undefined) byCaller.set(key, [record]);
      else list.push(record);
    }
  return byCaller;
}

/** Why an assignment seems not to be used. What a group has is used when one of its members used it; `undefined` where not all members are known. */
export function unusedReason(
  model: AccessModel,
  { scope }: RoleAssignment,
  principal: Principal,
  role: RoleDefinition,
  used: ReadonlyMap<string, readonly ActivityRecord[]>,
): string | undefined {
  const position = model.principals.positionOf(principal.id);
  if (position === undefined || model.membership.mayHoldMore(position)) return undefined;
  const key = scopeKey(scope);
  for (const [id, records] of used) {
    const caller = model.principals.positionOf(id);
    if (caller === undefined || !model.membership.groupsOf(caller).has(position)) continue;
    for (const { action, plane, scope: at } of records) {
      if (!scopeChain(at, model.scopes).keys.includes(key)) continue;
      if (fitOfRole(role, { control: [], data: [], [plane]: [action] }).missing[plane].isEmpty)
        return undefined;
    }
  }
  return 'no activity that was given used it';
}
