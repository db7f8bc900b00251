import { ActionSet } from '../pattern/index.ts';
import { onEachPlane, type PlaneActions } from './plane-actions.ts';
import type { RoleDefinition } from './role-definition.ts';
import { actionsOfRole } from './role-grants.ts';

/** How a role fits what is needed. */
export interface RoleFit {
  /** Needed, and never granted. */
  readonly missing: PlaneActions;
  /** Needed, and granted on conditions only. */
  readonly onCondition: PlaneActions;
  /** Granted, if only on condition, and not needed. */
  readonly excess: PlaneActions;
}

/** The actions that are needed, as patterns. */
export interface NeededActions {
  readonly control: readonly string[];
  readonly data: readonly string[];
}

/** What a role lacks of the actions that are needed, and what it grants beyond them. */
export function fitOfRole(role: RoleDefinition, needed: NeededActions): RoleFit {
  const wanted = onEachPlane((plane) => ActionSet.of(needed[plane]));
  const always = onEachPlane((plane) => actionsOfRole(role, plane, 'always'));
  const atMost = onEachPlane((plane) => actionsOfRole(role, plane, 'at-most'));
  const missing = onEachPlane((plane) => wanted[plane].difference(atMost[plane]));
  return {
    missing,
    onCondition: onEachPlane((plane) => wanted[plane].difference(always[plane]).difference(missing[plane])),
    excess: onEachPlane((plane) => atMost[plane].difference(wanted[plane])),
  };
}
