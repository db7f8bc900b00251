import { fold } from '../../kernel/index.ts';
import { actionPattern } from '../pattern/index.ts';
import { addBits, countBits, fillBits, hasBit } from './bit-row.ts';
import { KnownActions } from './known-actions.ts';
import type { Plane, RoleDefinition, RolePermission } from './role-definition.ts';
import type { ActionGrant } from './role-grants.ts';

/** One bit for each known action: what is granted whatever holds, and at most. The same row where no condition is involved. */
interface RoleRows {
  readonly always: Uint32Array;
  readonly atMost: Uint32Array;
}

/**
 * Which role grants which known action, computed for all of them at once. The answers are those of `grantOfAction`; an action that is not
 * known has none here and must be asked of the role itself.
 */
export class RoleMatrix {
  readonly roles: readonly RoleDefinition[];
  readonly #known: Readonly<Record<Plane, KnownActions>>;
  readonly #rows: Readonly<Record<Plane, readonly RoleRows[]>>;

  constructor(roles: readonly RoleDefinition[], known: Readonly<Record<Plane, Iterable<string>>>) {
    this.roles = roles;
    this.#known = { control: new KnownActions(known.control), data: new KnownActions(known.data) };
    this.#rows = { control: this.#compute('control'), data: this.#compute('data') };
  }

  /** The known actions of a plane: folded, sorted. */
  actions(plane: Plane): readonly string[] {
    return this.#known[plane].actions;
  }

  /** How the role at a position of {@link roles} grants the action at a position of {@link actions}. */
  granted(plane: Plane, role: number, action: number): ActionGrant['granted'] {
    const rows = this.#rows[plane][role];
    if (rows === undefined || !hasBit(rows.atMost, action)) return 'never';
    return hasBit(rows.always, action) ? 'always' : 'on-condition';
  }

  /** The roles that grant an action, on condition or always, in the order of {@link roles}; `undefined` when the action is not known. */
  rolesWith(action: string, plane: Plane = 'control'): readonly RoleDefinition[] | undefined {
    const position = this.#known[plane].positionOf(fold(action.trim()));
    if (position === -1) return undefined;
    return this.roles.filter((_, role) => this.granted(plane, role, position) !== 'never');
  }

  /** How many known actions the role at a position grants at most. */
  count(plane: Plane, role: number): number {
    const rows = this.#rows[plane][role];
    return rows === undefined ? 0 : countBits(rows.atMost);
  }

  #compute(plane: Plane): readonly RoleRows[] {
    const known = this.#known[plane];
    const length = Math.ceil(known.actions.length / 32);
    return this.roles.map(({ permissions }): RoleRows => {
      const always = new Uint32Array(length);
      const conditioned = permissions.filter(({ condition }) => condition !== undefined);
      for (const permission of permissions)
        if (permission.condition === undefined) addPermission(always, known, patternsOf(permission, plane));
      if (conditioned.length === 0) return { always, atMost: always };
      const atMost = always.slice();
      for (const permission of conditioned) addPermission(atMost, known, patternsOf(permission, plane));
      return { always, atMost };
    });
  }
}

interface Patterns {
  readonly granted: readonly string[];
  readonly subtracted: readonly string[];
}

function patternsOf(permission: RolePermission, plane: Plane): Patterns {
  return plane === 'control'
    ? { granted: permission.actions, subtracted: permission.notActions }
    : { granted: permission.dataActions, subtracted: permission.notDataActions };
}

function addPermission(row: Uint32Array, known: KnownActions, { granted, subtracted }: Patterns): void {
  // What is subtracted is subtracted from this permission object alone, so it needs a row of its own.
  const own = subtracted.length === 0 ? row : new Uint32Array(row.length);
  for (const text of granted)
    known.forEachMatch(actionPattern(text), (from, to) => fillBits(own, from, to, true));
  for (const text of subtracted)
    known.forEachMatch(actionPattern(text), (from, to) => fillBits(own, from, to, false));
  if (own !== row) addBits(row, own);
}
