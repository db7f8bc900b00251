import { needsActivation, scopeKey } from '../assignment/index.ts';
import { ActionSet } from '../pattern/index.ts';
import { actionsOfRole } from '../role/index.ts';
import { actorOf, type Holding } from './actor.ts';
import type { EscalationContext } from './escalation-context.ts';
import type { EscalationNode } from './escalation-node.ts';

/** What somebody has all of by roles that need no activation: `everything`, as who has the directory can take all of Azure too, or all `azure`. */
export type Mastery = 'everything' | 'azure' | 'none';

/** The role of a directory that has everything (docs/identity/role-based-access-control/permissions-reference.md). */
export const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

/** What a start has all of: a Global Administrator has everything, an Owner at the root all of Azure. */
export function masteryOf(cx: EscalationContext, from: EscalationNode): Mastery {
  const actor = actorOf(from, cx.ground, cx.at);
  if (actor === undefined) return 'none';
  const isWhole = ({ assignment }: Holding) =>
    !needsActivation(assignment) && assignment.condition === undefined && scopeKey(assignment.scope) === '/';
  if (actor.directory.some((one) => isWhole(one) && one.assignment.role === globalAdministrator))
    return 'everything';
  return actor.azure.some((one) => isWhole(one) && hasEveryAction(cx, one.assignment.role))
    ? 'azure'
    : 'none';
}

/** Whether a role has every action on resources, whatever conditions it has. */
export function hasEveryAction({ ground }: EscalationContext, guid: string): boolean {
  const role = ground.model.roles.find(guid);
  return role !== undefined && actionsOfRole(role, 'control', 'always').includes(ActionSet.all);
}

/** Whether a node is a part of what somebody has all of. The directory and what principals have there is no part of Azure. */
export function isMastered(mastery: Mastery, { kind }: EscalationNode): boolean {
  if (mastery !== 'azure') return mastery === 'everything';
  return kind !== 'tenant' && kind !== 'principal';
}
