import { ActionSet } from '../pattern/index.ts';
import { isNoAction, onEachPlane, type PlaneActions } from './plane-actions.ts';
import type { RoleCondition, RoleDefinition } from './role-definition.ts';
import { grantsOfRole, type RoleGrant } from './role-grants.ts';

/** What a role grants that another grants too, but on other conditions. */
export interface ConditionalOverlap extends PlaneActions {
  /** Of the role in question; absent when it grants them always. */
  readonly condition?: RoleCondition | undefined;
  /** Of the other role: it grants them where one of these holds. */
  readonly otherConditions: readonly RoleCondition[];
}

/** Whether all that a role grants is granted by another. */
export interface RoleComparison {
  /**
   * - `within`: the other grants all of it, whatever holds
   * - `not-within`: the other never grants some of it
   * - `depends`: on the conditions in `depending`
   */
  readonly verdict: 'within' | 'not-within' | 'depends';
  /** What the other role never grants. */
  readonly missing: PlaneActions;
  readonly depending: readonly ConditionalOverlap[];
}

/**
 * Compares what `role` grants with what `other` grants, over all actions that could be. A condition is known to imply another only when it has the
 * same text; a permission object with a condition that never holds counts as if it could.
 */
export function compareRoles(role: RoleDefinition, other: RoleDefinition): RoleComparison {
  const others = grantsOfRole(other);
  const atMost = unionOf(others);
  let missing: PlaneActions = { control: ActionSet.none, data: ActionSet.none };
  const depending: ConditionalOverlap[] = [];
  for (const grant of grantsOfRole(role)) {
    const sure = unionOf(others.filter(({ condition }) => isImplied(condition, grant.condition)));
    missing = onEachPlane((plane) => missing[plane].union(grant[plane].difference(atMost[plane])));
    const unsure = onEachPlane((plane) => grant[plane].difference(sure[plane]).intersection(atMost[plane]));
    if (isNoAction(unsure)) continue;
    const involved = others.filter(
      ({ control, data }) => control.intersects(unsure.control) || data.intersects(unsure.data),
    );
    depending.push({
      ...unsure,
      ...(grant.condition === undefined ? {} : { condition: grant.condition }),
      otherConditions: involved.flatMap(({ condition }) => condition ?? []),
    });
  }
  const verdict = !isNoAction(missing) ? 'not-within' : depending.length > 0 ? 'depends' : 'within';
  return { verdict, missing, depending };
}

function unionOf(grants: readonly RoleGrant[]): PlaneActions {
  return onEachPlane((plane) => grants.reduce((set, grant) => set.union(grant[plane]), ActionSet.none));
}

function isImplied(condition: RoleCondition | undefined, by: RoleCondition | undefined): boolean {
  if (condition === undefined) return true;
  return by !== undefined && comparable(condition) === comparable(by);
}

function comparable({ text, version }: RoleCondition): string {
  return `${version} ${text.replace(/\s+/g, ' ').trim()}`;
}
