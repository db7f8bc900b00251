import { fold } from '../../kernel/index.ts';
import { type AccessTruth, scopeKey } from '../assignment/index.ts';
import {
  type RoleAssignmentSubject,
  roleAssignmentActions,
  roleAssignmentFacts,
} from '../condition/index.ts';
import { grantOfAction, type RoleDefinition } from '../role/index.ts';
import type { Actor, Holding } from './actor.ts';
import type { EscalationContext } from './escalation-context.ts';

/** A role that a conditioned assignment lets its holder assign, to itself or to a kind of principal that the holder can make. */
export interface Assignable {
  readonly role: RoleDefinition;
  readonly subject: RoleAssignmentSubject;
  /** Whether the role goes to the holder itself. */
  readonly isOwn: boolean;
  readonly truth: AccessTruth;
}

/** A custom role that nobody has made yet: no list of roles names it. */
const freshRole = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** How many roles of those that may be assigned are followed: those that serve most rules. */
const rolesMax = 25;

const write = roleAssignmentActions.write.toLowerCase();

/** Which roles the holders of `roleAssignments/write` may assign where a condition limits it. Answers are kept by condition. */
export class Delegation {
  readonly #cx: EscalationContext;
  readonly #known = new Map<string, readonly Assignable[]>();
  #useful: readonly RoleDefinition[] | undefined;

  constructor(cx: EscalationContext) {
    this.#cx = cx;
  }

  /** The roles that may be assigned and lead somewhere, those that give any role first. */
  assignable(actor: Actor, holding: Holding): readonly Assignable[] {
    return this.#kept('roles', actor, holding, (subjects) => {
      const found: Assignable[] = [];
      for (const role of this.#usefulRoles()) {
        const one = this.#assign(actor, holding, role, role.name, subjects);
        if (one === undefined) continue;
        if (isWriter(role)) return [one];
        if (found.length < rolesMax) found.push(one);
      }
      return found;
    });
  }

  /** Whether a custom role that is not there yet may be assigned. */
  fresh(actor: Actor, holding: Holding): Assignable | undefined {
    const role = { id: '', name: freshRole, roleName: 'a new custom role' };
    const made: RoleDefinition = { ...role, type: 'custom', assignableScopes: [], permissions: [] };
    return this.#kept('fresh', actor, holding, (subjects) => {
      const one = this.#assign(actor, holding, made, freshRole, subjects);
      return one === undefined ? [] : [one];
    })[0];
  }

  #assign(
    actor: Actor,
    holding: Holding,
    role: RoleDefinition,
    roleDefinitionId: string,
    subjects: readonly RoleAssignmentSubject[],
  ): Assignable | undefined {
    const scope = scopeKey(holding.assignment.scope);
    for (const [index, who] of subjects.entries()) {
      const subject = { ...who, roleDefinitionId };
      const facts = roleAssignmentFacts('write', subject);
      const truth = this.#cx.prover.proveAction(actor, holding, write, 'control', scope, facts)?.truth;
      // To be limited to certain principals that are not the holder is no way for the holder.
      if (truth === undefined || (index > 0 && truth.kind !== 'yes')) continue;
      return { role, subject, isOwn: index === 0 && who.principalId !== undefined, truth };
    }
    return undefined;
  }

  #kept(
    what: string,
    actor: Actor,
    { assignment }: Holding,
    find: (subjects: readonly RoleAssignmentSubject[]) => readonly Assignable[],
  ): readonly Assignable[] {
    const subjects = this.#subjectsOf(actor);
    const [own] = subjects;
    const text = assignment.condition?.text ?? '';
    const denials = this.#cx.ground.model.denials.all.length > 0;
    const isPersonal = denials || /principal/i.test(text);
    const who = isPersonal ? `${own?.principalId} ${scopeKey(assignment.scope)}` : '';
    const seen = assignment.condition?.isUnseen === true ? 'unseen' : 'seen';
    const key = `${what} ${assignment.role} ${own?.principalType} ${who} ${seen} ${text}`;
    let found = this.#known.get(key);
    if (found === undefined) {
      found = find(subjects);
      this.#known.set(key, found);
    }
    return found;
  }

  /** The actor, and the kinds of principals that one can make: a group of one's own, an application of one's own. */
  #subjectsOf({ principal }: Actor): readonly RoleAssignmentSubject[] {
    const others = ['ServicePrincipal', 'Group', 'User'].map((principalType) => ({ principalType }));
    if (principal === undefined) return others;
    const { id, kind } = this.#cx.ground.model.principals.at(principal);
    const isService = kind === 'servicePrincipal' || kind === 'managedIdentity';
    // A group stands for one of its members, who is taken to be a user.
    const own =
      kind === 'group'
        ? { principalType: 'User' }
        : { principalId: id, principalType: isService ? 'ServicePrincipal' : 'User' };
    return [own, ...others];
  }

  #usefulRoles(): readonly RoleDefinition[] {
    if (this.#useful !== undefined) return this.#useful;
    const { model, builtInRoles } = this.#cx.ground;
    const own = new Map([...model.roles.own].map((role) => [fold(role.name), role]));
    const all = [...own.values(), ...builtInRoles.filter(({ name }) => !own.has(fold(name)))];
    const needs = this.#cx.rules.flatMap((rule) => rule.needs.slice(0, 1));
    const weights = new Map<RoleDefinition, number>();
    for (const role of all) {
      // A classic administrator has what no role assignment gives.
      if (role.assignableScopes.length === 0) continue;
      const served = needs.filter(({ anyOf, plane }) =>
        anyOf.some((action) => grantOfAction(role, action, plane).granted === 'always'),
      ).length;
      if (served > 0) weights.set(role, isWriter(role) ? Number.POSITIVE_INFINITY : served);
    }
    this.#useful = [...weights].sort(([, a], [, b]) => (a === b ? 0 : b - a)).map(([role]) => role);
    return this.#useful;
  }
}

/** Whether a role assigns roles without a condition. */
export function isWriter(role: RoleDefinition): boolean {
  return grantOfAction(role, write).granted === 'always';
}
