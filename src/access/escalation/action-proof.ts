import {
  type AccessTruth,
  allOf,
  conditionTruth,
  denyTruth,
  GrantChecker,
  isEveryone,
  no,
  opposite,
  type RoleTable,
  scopeChain,
  scopeKey,
  unseen,
  yes,
} from '../assignment/index.ts';
import type { ConditionFacts } from '../condition/index.ts';
import type { AccessGap, AccessModel } from '../estate/index.ts';
import { grantOfAction, type Plane } from '../role/index.ts';
import { type Actor, type Holding, withAnyRole } from './actor.ts';
import type { RuleNeed } from './escalation-rule.ts';

/** That an assignment gives an actor an action at a place, with denials looked at. */
export interface ActionProof {
  readonly holding: Holding;
  readonly action: string;
  readonly plane: Plane;
  readonly permissions: readonly number[];
  /** Never `no`. */
  readonly truth: AccessTruth;
}

const nothing: ConditionFacts = {};

/** Says what actors may do, assignment by assignment. */
export class ActionProver {
  readonly roles: RoleTable;
  readonly #model: AccessModel;
  readonly #chains = new Map<string, readonly string[]>();
  readonly #holdings = new WeakMap<Actor, Map<RuleNeed, readonly Holding[]>>();
  readonly #relevant = new Map<RuleNeed, Map<string, boolean>>();
  readonly #checkers = new Map<string, GrantChecker>();

  constructor(model: AccessModel) {
    this.#model = model;
    this.roles = withAnyRole(model.roles);
  }

  /** The assignments of an actor that give one of the needed actions, wherever they are. */
  holdingsFor(actor: Actor, need: RuleNeed): readonly Holding[] {
    let ofActor = this.#holdings.get(actor);
    if (ofActor === undefined) {
      ofActor = new Map();
      this.#holdings.set(actor, ofActor);
    }
    let found = ofActor.get(need);
    if (found === undefined) {
      found = actor.azure.filter(({ assignment }) => this.#mayGive(assignment.role, need));
      ofActor.set(need, found);
    }
    return found;
  }

  /** Whether a role has one of the actions, on condition at least, or was not seen. */
  #mayGive(guid: string, need: RuleNeed): boolean {
    let ofNeed = this.#relevant.get(need);
    if (ofNeed === undefined) {
      ofNeed = new Map();
      this.#relevant.set(need, ofNeed);
    }
    let answer = ofNeed.get(guid);
    if (answer === undefined) {
      const role = this.roles.find(guid);
      answer =
        role === undefined ||
        need.anyOf.some((action) => grantOfAction(role, action, need.plane).granted !== 'never');
      ofNeed.set(guid, answer);
    }
    return answer;
  }

  /** How an assignment gives a needed action at a scope or resource, by its key; `undefined` when it does not. A certain way counts more. */
  prove(actor: Actor, holding: Holding, need: RuleNeed, key: string): ActionProof | undefined {
    let best: ActionProof | undefined;
    for (const action of need.anyOf) {
      const proof = this.proveAction(actor, holding, action, need.plane, key);
      if (proof?.truth.kind === 'yes') return proof;
      best ??= proof;
    }
    return best;
  }

  /** The same for one action, and with what is known for conditions. */
  proveAction(
    actor: Actor,
    holding: Holding,
    action: string,
    plane: Plane,
    key: string,
    facts: ConditionFacts = nothing,
  ): ActionProof | undefined {
    const keys = this.#chainOf(key);
    if (!keys.includes(scopeKey(holding.assignment.scope))) return undefined;
    const checker =
      facts === nothing
        ? this.#checker(action, plane)
        : new GrantChecker(this.roles, { action: action.toLowerCase(), plane, facts });
    const { truth: granted, permissions } = checker.check(holding.assignment);
    if (granted.kind === 'no') return undefined;
    const truth = allOf([granted, opposite(this.#denied(actor, action, plane, keys, facts))]);
    return truth.kind === 'no' ? undefined : { holding, action, plane, permissions, truth };
  }

  /** All ways in which an actor has a needed action at a place; `undefined` stands for wherever an assignment gives it. */
  proofsOf(actor: Actor, need: RuleNeed, key: string | undefined): readonly ActionProof[] {
    return this.holdingsFor(actor, need).flatMap(
      (holding) => this.prove(actor, holding, need, key ?? holding.assignment.scope) ?? [],
    );
  }

  #chainOf(key: string): readonly string[] {
    let keys = this.#chains.get(key);
    if (keys === undefined) {
      keys = scopeChain(key, this.#model.scopes).keys;
      this.#chains.set(key, keys);
    }
    return keys;
  }

  #denied(
    actor: Actor,
    action: string,
    plane: Plane,
    keys: readonly string[],
    facts: ConditionFacts,
  ): AccessTruth {
    const asked = { action: action.toLowerCase(), plane, facts: { ...facts, action } };
    const truths = this.#model.denials.inForceAt(keys).map((denial) => {
      const blocks = denyTruth(denial, asked);
      if (blocks.kind === 'no') return no;
      return allOf([blocks, this.#concerns(actor, denial.principals, denial.excluded, denial.id)]);
    });
    return truths.find(({ kind }) => kind === 'yes') ?? truths.find(({ kind }) => kind !== 'no') ?? no;
  }

  /** Whether a deny assignment is for an actor. */
  #concerns(
    { principal, groups }: Actor,
    principals: readonly string[],
    excluded: readonly string[],
    about: string,
  ): AccessTruth {
    if (principal === undefined) {
      // Who may assign roles may give them to somebody whom a deny assignment leaves alone.
      if (!isEveryone(principals)) return no;
      if (excluded.length === 0) return yes;
      return unseen({
        source: 'denyAssignments',
        what: 'whether the deny assignment excludes the actor',
        about,
      });
    }
    const named = isEveryone(principals) ? yes : this.#isAmong(principal, groups, principals, about);
    return allOf([named, opposite(this.#isAmong(principal, groups, excluded, about))]);
  }

  #isAmong(
    principal: number,
    groups: ReadonlyMap<number, number>,
    ids: readonly string[],
    about: string,
  ): AccessTruth {
    const gaps: AccessGap[] = [];
    for (const id of ids) {
      const position = this.#model.principals.positionOf(id);
      if (position === undefined) continue;
      const belongs = this.#model.membership.belongs(principal, position, groups);
      if (belongs === 'yes') return yes;
      if (belongs === 'unknown')
        gaps.push({ source: 'groupMembers', what: `the members of ${id} were not seen`, about });
    }
    return gaps.length === 0 ? no : unseen(...gaps);
  }

  #checker(action: string, plane: Plane): GrantChecker {
    const folded = action.toLowerCase();
    const key = `${plane} ${folded}`;
    let checker = this.#checkers.get(key);
    if (checker === undefined) {
      checker = new GrantChecker(this.roles, {
        action: folded,
        plane,
        facts: { action: folded, subOperation: null },
      });
      this.#checkers.set(key, checker);
    }
    return checker;
  }
}

/** Whether an assignment has no condition that limits an action whatever else is asked. */
export function isUnconditioned({ assignment }: Holding, action: string): boolean {
  if (assignment.condition === undefined) return true;
  return conditionTruth(assignment.condition, { action, subOperation: null }, assignment.id).kind === 'yes';
}
