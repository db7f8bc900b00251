import {
  type AccessRealm,
  deniedBy,
  isInForce,
  needsActivation,
  type RoleAssignment,
  readingOf,
} from '../assignment/index.ts';
import { type Condition, evaluateCondition, leavesOf } from '../condition/index.ts';
import type { AccessModel } from '../estate/index.ts';
import { ActionSet } from '../pattern/index.ts';
import { grantsOfRole, type PlaneActions, type RoleCondition, type RoleGrant } from '../role/index.ts';
import { onEachPlane } from '../role/plane-actions.ts';
import type { AccessView } from './access-question.ts';
import type { Asker } from './asker.ts';
import { listedTruth } from './belonging-truth.ts';

/** What a principal may do at one scope, over all actions that could be. */
export interface EffectiveActions {
  /** Whatever holds. */
  readonly always: PlaneActions;
  /** If every condition held that does not fail for certain, and no denial that is not certain. */
  readonly atMost: PlaneActions;
}

/** An assignment that an asker has. */
export interface HeldAssignment {
  readonly assignment: RoleAssignment;
  /** The number of the principal that has it. */
  readonly holder: number;
}

/** All assignments that an asker has, at any scope, by itself and by its groups. */
export function heldBy(
  model: AccessModel,
  { groups }: Pick<Asker, 'groups'>,
  view: AccessView,
  realm: AccessRealm = 'azure',
): readonly HeldAssignment[] {
  const index = model[realm];
  return [...groups.keys()].flatMap((holder) =>
    index.of(holder).flatMap((at) => {
      const assignment = index.get(at);
      if (!isInForce(assignment, view.at)) return [];
      return view.activate === true || !needsActivation(assignment) ? { assignment, holder } : [];
    }),
  );
}

/**
 * What an asker may do at a scope: the union of what it has there and above, without what is denied. `keys` is the chain of the scope. An action in
 * `always` is `allowed` by {@link decide}, and one that is not in `atMost` is not, as far as was seen.
 */
export function effectiveActions(
  model: AccessModel,
  asker: Asker,
  held: ReadonlyMap<string, readonly HeldAssignment[]>,
  keys: readonly string[],
  realm: AccessRealm = 'azure',
): EffectiveActions {
  const roles = realm === 'azure' ? model.roles : model.directoryRoles;
  const grants = keys.flatMap((key) =>
    (held.get(key) ?? []).flatMap(({ assignment }) => {
      const role = roles.find(assignment.role);
      return role === undefined
        ? []
        : grantsOfRole(role).map((grant) => splitGrant(grant, assignment.condition));
    }),
  );
  const granted = (which: 'always' | 'atMost') =>
    onEachPlane((plane) => grants.reduce((set, one) => set.union(one[which][plane]), ActionSet.none));
  const denied = realm === 'azure' ? deniedActions(model, asker, keys) : undefined;
  const always = granted('always');
  const atMost = granted('atMost');
  if (denied === undefined) return { always, atMost };
  return {
    always: onEachPlane((plane) => always[plane].difference(denied.atMost[plane])),
    atMost: onEachPlane((plane) => atMost[plane].difference(denied.always[plane])),
  };
}

function deniedActions(
  model: AccessModel,
  asker: Asker,
  keys: readonly string[],
): EffectiveActions | undefined {
  const parts = model.denials.inForceAt(keys).flatMap((denial) => {
    const listed = listedTruth(model, asker, denial.principals).kind;
    const excluded = listedTruth(model, asker, denial.excluded).kind;
    if (listed === 'no' || excluded === 'yes') return [];
    const isSure = listed === 'yes' && excluded === 'no';
    return denial.permissions.map((permission) => {
      const actions = onEachPlane((plane) => deniedBy(permission, plane));
      return splitGrant({ ...actions, condition: permission.condition }, denial.condition, isSure);
    });
  });
  if (parts.length === 0) return undefined;
  const union = (which: 'always' | 'atMost') =>
    onEachPlane((plane) => parts.reduce((set, one) => set.union(one[which][plane]), ActionSet.none));
  return { always: union('always'), atMost: union('atMost') };
}

function splitGrant(grant: RoleGrant, condition: RoleCondition | undefined, isSure = true): EffectiveActions {
  const conditions = [grant.condition, condition].filter((one) => one !== undefined);
  const always = onEachPlane((plane) =>
    isSure ? conditions.reduce((set, one) => withCondition(set, one).always, grant[plane]) : ActionSet.none,
  );
  const atMost = onEachPlane((plane) =>
    conditions.reduce((set, one) => withCondition(set, one).atMost, grant[plane]),
  );
  return { always, atMost };
}

/** An action that no pattern of a condition spells: what a condition says of it, it says of all that it does not name. */
const unnamed = '\u0001';

/** What of a set a condition lets pass whatever holds, and at most. What the condition does not name is decided at once; the rest stays conditional. */
function withCondition(
  actions: ActionSet,
  condition: RoleCondition,
): { readonly always: ActionSet; readonly atMost: ActionSet } {
  const { condition: read } = readingOf(condition);
  if (read === undefined) return { always: ActionSet.none, atMost: actions };
  const guarded = ActionSet.of(patternsIn(read));
  const decision = evaluateCondition(read, { action: unnamed });
  return {
    always: decision.kind === 'allowed' ? actions.difference(guarded) : ActionSet.none,
    atMost: decision.kind === 'denied' ? actions.intersection(guarded) : actions,
  };
}

function patternsIn(condition: Condition): readonly string[] {
  return [...leavesOf(condition)].flatMap((leaf) => (leaf.kind === 'action' ? leaf.pattern : []));
}
