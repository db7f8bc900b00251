import { type AccessRealm, scopeChain, scopeKey } from '../assignment/index.ts';
import { type AccessGap, type AccessModel, distinctGaps, modelAt } from '../estate/index.ts';
import type { ActionSet } from '../pattern/index.ts';
import type { PlaneActions } from '../role/index.ts';
import type { NamedPrincipal } from './access-answer.ts';
import type { AccessView } from './access-question.ts';
import { type Asker, askerOf, named } from './asker.ts';
import { membersUnseen } from './belonging-truth.ts';
import { effectiveActions, type HeldAssignment, heldBy } from './effective-actions.ts';
import { denyGaps, grantGaps } from './structural-gaps.ts';

/** What a principal may do is asked of one realm at a time. */
export interface WhatCanQuestion extends AccessView {
  readonly principal: string;
  /** `azure` unless stated. */
  readonly realm?: AccessRealm | undefined;
}

/** What a principal may do at a scope, with all that it has from above; below it is the same, but for other scopes of the list. */
export interface ScopeActions {
  readonly scope: string;
  readonly always: StatedPlanes;
  /** Granted on a condition, or perhaps denied. */
  readonly onCondition: StatedPlanes;
  /** At the scope itself, where a denial does not hold below it. */
  readonly atScopeOnly?: { readonly always: StatedPlanes; readonly onCondition: StatedPlanes } | undefined;
  /** The assignments at exactly this scope. */
  readonly assignments: readonly string[];
}

/** Actions as patterns, each with what it does not have. */
export type StatedActions = readonly { readonly pattern: string; readonly except?: readonly string[] }[];

/** Actions of both planes. */
export interface StatedPlanes {
  readonly control: StatedActions;
  readonly data: StatedActions;
}

/** What a principal may do, wherever it has anything. */
export interface WhatCanAnswer {
  readonly principal: NamedPrincipal | undefined;
  /** From the tenant down, in the order of their ids. */
  readonly scopes: readonly ScopeActions[];
  /** Roles of which the definition was not seen, by assignment. */
  readonly unknownRoles: readonly { readonly assignmentId: string; readonly role: string }[];
  readonly unseen: readonly AccessGap[];
}

/** Finds all that a principal may do, as patterns: no list of actions is needed. */
export function whatCan(anyTime: AccessModel, question: WhatCanQuestion): WhatCanAnswer {
  const model = modelAt(anyTime, question);
  const { realm = 'azure' } = question;
  const asker = askerOf(model, question.principal);
  if (!('principal' in asker)) return { principal: undefined, scopes: [], unknownRoles: [], unseen: [asker] };
  const held = heldBy(model, asker, question, realm);
  const byScope = heldByScope(held);
  const keys = scopesOf(model, realm, byScope);
  const roles = realm === 'azure' ? model.roles : model.directoryRoles;
  const unknownRoles = held
    .filter(({ assignment }) => roles.find(assignment.role) === undefined)
    .map(({ assignment: { id, role } }) => ({ assignmentId: id, role }));
  return {
    principal: named(asker.principal),
    scopes: keys.flatMap((key) => scopeActions(model, asker, byScope, key, realm) ?? []),
    unknownRoles,
    unseen: distinctGaps([
      ...keys.flatMap((key) => {
        const chain = scopeChain(key, model.scopes);
        return [...grantGaps(model, realm, chain, question), ...denyGaps(model, realm, chain)];
      }),
      ...(keys.length === 0 ? grantGaps(model, realm, { keys: ['/'], isWhole: true }, question) : []),
      ...unseenGroups(model, asker, realm),
      ...unknownRoles.map(({ role }) => ({
        source: 'roleDefinitions' as const,
        what: `the definition of role ${role} was not seen`,
        about: role,
      })),
    ]),
  };
}

/** Assignments by the key of their scope. */
export function heldByScope(held: readonly HeldAssignment[]): ReadonlyMap<string, readonly HeldAssignment[]> {
  const byScope = new Map<string, HeldAssignment[]>();
  for (const one of held) {
    const key = scopeKey(one.assignment.scope);
    const list = byScope.get(key);
    if (list === undefined) byScope.set(key, [one]);
    else list.push(one);
  }
  return byScope;
}

/** Actions as patterns. */
export function stated(set: ActionSet): StatedActions {
  return set.terms.map(({ pattern, except }) => ({
    pattern: pattern.text,
    ...(except.length === 0 ? {} : { except: except.map(({ text }) => text) }),
  }));
}

/** The scopes at which what an asker may do can differ from the scope above: those of its assignments, and of denials below them. */
function scopesOf(
  model: AccessModel,
  realm: AccessRealm,
  byScope: ReadonlyMap<string, unknown>,
): readonly string[] {
  const keys = new Set(byScope.keys());
  if (realm === 'azure')
    for (const key of model.denials.scopeKeys)
      if (scopeChain(key, model.scopes).keys.some((above) => byScope.has(above))) keys.add(key);
  return [...keys].sort();
}

function scopeActions(
  model: AccessModel,
  asker: Asker,
  held: ReadonlyMap<string, readonly HeldAssignment[]>,
  key: string,
  realm: AccessRealm,
): ScopeActions | undefined {
  const { keys } = scopeChain(key, model.scopes);
  const here = effectiveActions(model, asker, held, keys, realm);
  // A scope below this one: the denials that hold here alone do not reach it.
  const below = effectiveActions(model, asker, held, [`${key}/\u0001`, ...keys], realm);
  const parts = ({ always, atMost }: typeof here) => ({
    always: statedPlanes(always),
    onCondition: statedPlanes({
      control: atMost.control.difference(always.control),
      data: atMost.data.difference(always.data),
    }),
  });
  const own = held.get(key) ?? [];
  const inherited = parts(below);
  const only = parts(here);
  return {
    scope: own[0]?.assignment.scope ?? key,
    ...inherited,
    ...(JSON.stringify(only) === JSON.stringify(inherited) ? {} : { atScopeOnly: only }),
    assignments: own.map(({ assignment }) => assignment.id),
  };
}

function statedPlanes({ control, data }: PlaneActions): StatedPlanes {
  return { control: stated(control), data: stated(data) };
}

/** Groups with assignments that the asker may be in. */
function unseenGroups(model: AccessModel, asker: Asker, realm: AccessRealm): readonly AccessGap[] {
  if (model.membership.isSettled(asker.position)) return [];
  return [...model[realm].holders]
    .filter((holder) => !asker.groups.has(holder) && model.membership.mayHoldMore(holder))
    .map((holder) => membersUnseen(model, holder));
}
