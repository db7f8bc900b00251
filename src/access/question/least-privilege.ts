import { fold } from '../../kernel/index.ts';
import { scopeChain, scopeKey } from '../assignment/index.ts';
import { type AccessGap, type AccessModel, modelAt } from '../estate/index.ts';
import { coverRoles, fitOfRole, type NeededActions, type Plane, type RoleDefinition } from '../role/index.ts';
import type { NamedPrincipal } from './access-answer.ts';
import type { AccessView } from './access-question.ts';
import type { ActivityRecord } from './activity-record.ts';
import { type Asker, askerOf, named } from './asker.ts';
import { type HeldAssignment, heldBy } from './effective-actions.ts';
import { type StatedPlanes, stated } from './what-can.ts';

/** What the smallest access is looked for with. */
export interface LeastPrivilegeOptions extends AccessView {
  /** What the principal used, of this principal alone or of all. */
  readonly used: readonly ActivityRecord[];
  /** The roles to choose from: built-in ones, and custom ones of the estate. */
  readonly roles: readonly RoleDefinition[];
  /** What granting a role costs: how many known actions it has, for example. */
  readonly costOf: (role: RoleDefinition) => number;
}

/** What to give instead of an assignment. */
export interface PrivilegeAdvice {
  readonly assignmentId: string;
  readonly scope: string;
  readonly roleName: string;
  /** `remove`: nothing of it was used; `keep`: no cheaper roles have what was used; `replace`: the roles named have it; `unknown`: no activity was given. */
  readonly advice: 'remove' | 'keep' | 'replace' | 'unknown';
  readonly used: NeededActions;
  /** What it grants that was not used. */
  readonly excess: StatedPlanes;
  /** The cheapest roles that have what was used, when they are fewer actions than now. */
  readonly roles: readonly { readonly name: string; readonly roleName: string }[];
  /** Whether no cheaper choice of roles is possible. */
  readonly isCheapest: boolean;
  /** A custom role with exactly what was used. */
  readonly customRole: NeededActions;
}

/** The smallest access of a principal that does what it did. */
export interface LeastPrivilegeAnswer {
  readonly principal: NamedPrincipal | undefined;
  readonly advice: readonly PrivilegeAdvice[];
  /** What was used that no assignment seen grants. */
  readonly unexplained: readonly ActivityRecord[];
  readonly unseen: readonly AccessGap[];
}

/** Compares what a principal has with what it used. What a log does not tell, reads above all, is not known to be unused: `unseen` says so. */
export function leastPrivilege(
  anyTime: AccessModel,
  principal: string,
  options: LeastPrivilegeOptions,
): LeastPrivilegeAnswer {
  const model = modelAt(anyTime, options);
  const asker = askerOf(model, principal);
  if (!('principal' in asker)) return { principal: undefined, advice: [], unexplained: [], unseen: [asker] };
  const used = options.used.filter((one) => isBy(asker, one));
  const held = heldBy(model, asker, options);
  const explained = new Set<ActivityRecord>();
  const advice = held.flatMap((one) => adviceFor(model, one, used, options, explained) ?? []);
  return {
    principal: named(asker.principal),
    advice,
    unexplained: used.filter((one) => !explained.has(one)),
    unseen: [
      {
        source: 'question',
        what: 'activity logs have no reads and no access to data: a role replaced needs them besides',
      },
      ...(used.length === 0
        ? [{ source: 'question' as const, what: 'no activity of this principal was given' }]
        : []),
    ],
  };
}

/** Whether a record is of the asker. */
export function isBy({ principal }: Asker, { caller }: ActivityRecord): boolean {
  const names = [principal.id, principal.userPrincipalName, principal.appId];
  return names.some((name) => name !== undefined && fold(name) === fold(caller));
}

function adviceFor(
  model: AccessModel,
  { assignment }: HeldAssignment,
  records: readonly ActivityRecord[],
  { roles, costOf }: LeastPrivilegeOptions,
  explained: Set<ActivityRecord>,
): PrivilegeAdvice | undefined {
  const role = model.roles.find(assignment.role);
  if (role === undefined) return undefined;
  const key = scopeKey(assignment.scope);
  const used: Record<Plane, string[]> = { control: [], data: [] };
  for (const record of records) {
    if (!scopeChain(record.scope, model.scopes).keys.includes(key)) continue;
    const grant = fitOfRole(role, { control: [], data: [], [record.plane]: [record.action] });
    if (!grant.missing[record.plane].isEmpty) continue;
    explained.add(record);
    if (!used[record.plane].includes(record.action)) used[record.plane].push(record.action);
  }
  const { excess } = fitOfRole(role, used);
  const isUsed = used.control.length + used.data.length > 0;
  const cover = coverRoles(used, roles, { costOf });
  const isBetter = isUsed && cover.uncovered.length === 0 && cover.cost < costOf(role);
  return {
    assignmentId: assignment.id,
    scope: assignment.scope,
    roleName: role.roleName,
    advice: records.length === 0 ? 'unknown' : !isUsed ? 'remove' : isBetter ? 'replace' : 'keep',
    used,
    excess: { control: stated(excess.control), data: stated(excess.data) },
    roles: isBetter ? cover.chosen.map((one) => ({ name: one.role.name, roleName: one.role.roleName })) : [],
    isCheapest: cover.isCheapest,
    customRole: used,
  };
}
