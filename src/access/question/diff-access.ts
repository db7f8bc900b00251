import { fold } from '../../kernel/index.ts';
import { scopeChain } from '../assignment/index.ts';
import { type AccessModel, modelAt } from '../estate/index.ts';
import { ActionSet } from '../pattern/index.ts';
import { onEachPlane, type PlaneActions } from '../role/plane-actions.ts';
import type { NamedPrincipal } from './access-answer.ts';
import type { AccessView } from './access-question.ts';
import { type Asker, named } from './asker.ts';
import { type EffectiveActions, effectiveActions, type HeldAssignment, heldBy } from './effective-actions.ts';
import { GrantSignatures } from './grant-signature.ts';
import { heldByScope, type StatedPlanes, stated } from './what-can.ts';

/** What changed for a principal at a scope; only where it is not what changed at a scope above. */
export interface AccessChange {
  readonly principal: NamedPrincipal;
  readonly scope: string;
  /** What it may do, if only on condition, and could not before. */
  readonly gained: StatedPlanes;
  readonly lost: StatedPlanes;
  /** What it could do on condition before and may always now, and the other way. */
  readonly freed: StatedPlanes;
  readonly restricted: StatedPlanes;
}

/** How access differs between two estates. */
export interface AccessDifference {
  readonly changes: readonly AccessChange[];
  /** Principals that were looked at, groups among them: something that they have, or a group that they are in, changed. Beyond `principalsMax` they are only counted. */
  readonly principalCount: number;
}

/** How a difference is computed. */
export interface DiffOptions extends AccessView {
  /** Principals to be told in full; 1,000 unless stated. */
  readonly principalsMax?: number | undefined;
}

/** Who gained and lost what from `old` to `fresh`, as patterns of actions, at the scopes where either has anything. Roles for Azure resources. */
export function diffAccess(
  old: AccessModel,
  fresh: AccessModel,
  options: DiffOptions = {},
): AccessDifference {
  const [before, after] = [modelAt(old, options), modelAt(fresh, options)];
  const changed = changedPrincipals(before, after, options);
  const changes = changed
    .slice(0, options.principalsMax ?? 1_000)
    .flatMap((id) => changesOf(before, after, id, options));
  return { changes, principalCount: changed.length };
}

/** The ids, folded, of all that have an assignment or a group that differs, or are in a group that does; of all, where denials differ. */
function changedPrincipals(before: AccessModel, after: AccessModel, view: AccessView): readonly string[] {
  const sameDenials = JSON.stringify(before.denials.all) === JSON.stringify(after.denials.all);
  const [old, fresh] = [new GrantSignatures(before, view), new GrantSignatures(after, view)];
  const ids = new Set([...before.principals.all, ...after.principals.all].map(({ id }) => fold(id)));
  const changed = [...ids].filter((id) => {
    const was = old.of(before.principals.positionOf(id));
    return !sameDenials || was !== fresh.of(after.principals.positionOf(id));
  });
  const reached = new Set<string>();
  for (const model of [before, after]) {
    const roots = changed.flatMap((id) => model.principals.positionOf(id) ?? []);
    for (const position of model.membership.closureOf(roots))
      reached.add(fold(model.principals.at(position).id));
  }
  return [...ids].filter((id) => reached.has(id));
}

function changesOf(
  before: AccessModel,
  after: AccessModel,
  id: string,
  view: AccessView,
): readonly AccessChange[] {
  const [old, fresh] = [new Side(before, id, view), new Side(after, id, view)];
  const keys = [...new Set([...old.keys, ...fresh.keys])].sort();
  const seen = new Map<string, string>();
  return keys.flatMap((key) => {
    const [was, is] = [old.at(key), fresh.at(key)];
    const change = {
      gained: without(is.atMost, was.atMost),
      lost: without(was.atMost, is.atMost),
      freed: without(
        onEachPlane((plane) => is.always[plane].intersection(was.atMost[plane])),
        was.always,
      ),
      restricted: without(
        onEachPlane((plane) => was.always[plane].intersection(is.atMost[plane])),
        is.always,
      ),
    };
    const text = JSON.stringify(change);
    seen.set(key, text);
    const above = scopeChain(key, after.scopes)
      .keys.slice(1)
      .find((one) => seen.has(one));
    const isNothing = Object.values(change).every(({ control, data }) => control.length + data.length === 0);
    if (isNothing || (above !== undefined && seen.get(above) === text)) return [];
    return { principal: fresh.name ?? old.name ?? unnamed(id), scope: key, ...change };
  });
}

function unnamed(id: string): NamedPrincipal {
  return { id, name: id, kind: 'unknown', isListed: false };
}

function without(a: PlaneActions, b: PlaneActions): StatedPlanes {
  return {
    control: stated(a.control.difference(b.control)),
    data: stated(a.data.difference(b.data)),
  };
}

const nothing: EffectiveActions = {
  always: { control: ActionSet.none, data: ActionSet.none },
  atMost: { control: ActionSet.none, data: ActionSet.none },
};

/** One principal in one of the models. */
class Side {
  readonly #model: AccessModel;
  readonly #asker: Asker | undefined;
  readonly #held: ReadonlyMap<string, readonly HeldAssignment[]>;

  constructor(model: AccessModel, id: string, view: AccessView) {
    this.#model = model;
    const position = model.principals.positionOf(id);
    this.#asker =
      position === undefined
        ? undefined
        : { position, principal: model.principals.at(position), groups: model.membership.groupsOf(position) };
    this.#held = heldByScope(this.#asker === undefined ? [] : heldBy(model, this.#asker, view));
  }

  get keys(): Iterable<string> {
    return this.#held.keys();
  }

  get name(): NamedPrincipal | undefined {
    return this.#asker === undefined ? undefined : named(this.#asker.principal);
  }

  at(key: string): EffectiveActions {
    if (this.#asker === undefined) return nothing;
    return effectiveActions(this.#model, this.#asker, this.#held, scopeChain(key, this.#model.scopes).keys);
  }
}
