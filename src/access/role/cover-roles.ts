import { ActionSet } from '../pattern/index.ts';
import { CoverSearch } from './cover-search.ts';
import type { Plane, RoleDefinition } from './role-definition.ts';
import type { NeededActions } from './role-fit.ts';
import { actionsOfRole } from './role-grants.ts';

/** Roles that together grant what is needed. */
export interface RoleCover {
  /** In the order of the roles given, each with what it is there for. */
  readonly chosen: readonly { readonly role: RoleDefinition; readonly covers: readonly NeededAction[] }[];
  /** The sum of the costs of the chosen roles. */
  readonly cost: number;
  /** Whether no cheaper choice is possible. Otherwise the search was given up, and the best that it had found is here. */
  readonly isCheapest: boolean;
  /** What no role grants always, with the roles that grant it on condition. */
  readonly uncovered: readonly (NeededAction & { readonly onCondition: readonly RoleDefinition[] })[];
}

/** An action, or a pattern, that is needed. */
export interface NeededAction {
  readonly plane: Plane;
  readonly action: string;
}

/** How roles are chosen. */
export interface CoverOptions {
  /** What granting a role costs, 0 or more: how many known actions it grants, for example. Of equal costs the fewer roles win. */
  readonly costOf: (role: RoleDefinition) => number;
  /** After how many steps the search gives up; 100,000 unless stated. */
  readonly stepsMax?: number | undefined;
}

/**
 * Finds the cheapest roles of those given that together grant all that is needed, whatever holds. What is needed as a pattern must be granted whole
 * by one role.
 */
export function coverRoles(
  needed: NeededActions,
  roles: readonly RoleDefinition[],
  { costOf, stepsMax = 100_000 }: CoverOptions,
): RoleCover {
  const wanted = [...wantedIn(needed.control, 'control'), ...wantedIn(needed.data, 'data')];
  const grants = roles.map((role) => positionsGranted(role, wanted, 'always'));
  const coverable = new Set(grants.flat());
  const search = new CoverSearch(
    grants.map((covered, index) => ({ covered, cost: costOf(roles[index] as RoleDefinition) })),
    [...coverable],
    stepsMax,
  );
  const { chosen, cost, isCheapest } = search.run();
  return {
    chosen: chosen.flatMap((index) => {
      const role = roles[index];
      if (role === undefined) return [];
      return { role, covers: (grants[index] ?? []).flatMap((at) => neededAt(wanted, at)) };
    }),
    cost,
    isCheapest,
    uncovered: wanted
      .filter((_, at) => !coverable.has(at))
      .map((one) => ({
        plane: one.plane,
        action: one.action,
        onCondition: roles.filter((role) => positionsGranted(role, [one], 'at-most').length > 0),
      })),
  };
}

interface Wanted extends NeededAction {
  readonly set: ActionSet;
}

function wantedIn(actions: readonly string[], plane: Plane): readonly Wanted[] {
  return [...new Set(actions)].map((action) => ({ plane, action, set: ActionSet.of([action]) }));
}

function neededAt(wanted: readonly Wanted[], at: number): readonly NeededAction[] {
  const one = wanted[at];
  return one === undefined ? [] : [{ plane: one.plane, action: one.action }];
}

function positionsGranted(
  role: RoleDefinition,
  wanted: readonly Wanted[],
  which: 'always' | 'at-most',
): readonly number[] {
  const granted = {
    control: actionsOfRole(role, 'control', which),
    data: actionsOfRole(role, 'data', which),
  };
  return wanted.flatMap(({ plane, set }, at) => (granted[plane].includes(set) ? [at] : []));
}
