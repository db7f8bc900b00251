import { fold } from '../../kernel/index.ts';
import { isInForce, type RoleAssignment } from '../assignment/index.ts';
import { type AccessSource, accessSources, modelAt } from '../estate/index.ts';
import { IndexSet } from '../principal/index.ts';
import { ActionProver } from './action-proof.ts';
import type { EligibleMember, EscalationGround } from './escalation-ground.ts';
import type { EscalationLimits } from './escalation-limits.ts';
import type { EscalationRule, EscalationRules } from './escalation-rule.ts';
import { ResourceRegister } from './resource-register.ts';

/** What the makers of steps share: what is looked at, and indexes of it that are made once. */
export class EscalationContext {
  readonly ground: EscalationGround;
  readonly rules: readonly EscalationRule[];
  readonly unprotectedRoles: ReadonlySet<string>;
  readonly limits: EscalationLimits;
  /** ISO 8601; without it assignments are as the export has them. */
  readonly at: string | undefined;
  readonly prover: ActionProver;
  readonly register: ResourceRegister;
  /** Names, folded, of the application permissions of principals, by the folded object id, each with the id of its grant. */
  readonly appRoles: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What a principal owns, and what it may become a member of, by the folded object id. */
  readonly owned: ReadonlyMap<string, readonly string[]>;
  /** The application ids of applications by their folded object ids. */
  readonly appIds: ReadonlyMap<string, string>;
  readonly eligible: ReadonlyMap<string, readonly EligibleMember[]>;
  /** Vaults that decide by access policies, by the principal that a policy lets read secrets. */
  readonly vaultReaders: ReadonlyMap<number, readonly string[]>;
  /** What was met on the way and could not be seen, as clauses. */
  readonly unseen = new Set<string>();
  #worthwhile: readonly number[] | undefined;
  #assignments: ReadonlyMap<string, RoleAssignment> | undefined;

  constructor(
    anyTime: EscalationGround,
    { rules, unprotectedRoles }: EscalationRules,
    limits: EscalationLimits,
    at: string | undefined,
  ) {
    const ground = {
      ...anyTime,
      model: modelAt(anyTime.model, { at }),
      eligibleMembers: anyTime.eligibleMembers.filter((one) => isInForce(one, at)),
    };
    this.ground = ground;
    this.rules = rules;
    this.unprotectedRoles = unprotectedRoles;
    this.limits = limits;
    this.at = at;
    this.prover = new ActionProver(ground.model);
    this.register = new ResourceRegister(ground, new Set(rules.map(({ on }) => on)));
    this.appRoles = appRolesOf(ground, this.unseen);
    this.owned = ownedBy(ground);
    this.appIds = new Map(ground.model.directoryFacts.applications.map(({ id, appId }) => [fold(id), appId]));
    this.eligible = eligibleBy(ground);
    this.vaultReaders = vaultReadersOf(ground);
    for (const source of neededSources)
      if (!ground.model.seen.has(source)) this.unseen.add(`${accessSources[source].title} were not exported`);
  }

  /** An assignment by its id. */
  assignment(id: string): RoleAssignment | undefined {
    const { azure, directory } = this.ground.model;
    this.#assignments ??= new Map([...azure.all, ...directory.all].map((one) => [one.id, one]));
    return this.#assignments.get(id);
  }

  /** The principals that have anything that somebody could want: themselves, or by a group. */
  get worthwhile(): readonly number[] {
    this.#worthwhile ??= [...this.ground.model.membership.closureOf(this.holders())].filter(
      (one) => this.ground.model.principals.at(one).isEnabled !== false,
    );
    return this.#worthwhile;
  }

  /** The principals that were given something themselves. */
  holders(): readonly number[] {
    const { model, eligibleMembers } = this.ground;
    const found = new IndexSet(model.principals.size);
    for (const holder of model.azure.holders) found.add(holder);
    for (const holder of model.directory.holders) found.add(holder);
    for (const reader of this.vaultReaders.keys()) found.add(reader);
    const named = [
      ...this.appRoles.keys(),
      ...this.owned.keys(),
      ...eligibleMembers.map(({ member }) => member),
      // Whom a deny assignment leaves alone may do what others of a group may not.
      ...model.denials.all.flatMap(({ excluded }) => excluded),
    ];
    for (const id of named) {
      const position = model.principals.positionOf(id);
      if (position !== undefined) found.add(position);
    }
    return [...found];
  }
}

function eligibleBy({ eligibleMembers }: EscalationGround): EscalationContext['eligible'] {
  const found = new Map<string, EligibleMember[]>();
  for (const one of eligibleMembers) {
    const key = fold(one.member);
    const list = found.get(key);
    if (list === undefined) found.set(key, [one]);
    else list.push(one);
  }
  return found;
}

/** What a whole answer rests on. */
const neededSources: readonly AccessSource[] = [
  'roleAssignments',
  'denyAssignments',
  'eligibility',
  'groupEligibility',
  'activationRules',
  'managementGroups',
  'groupMembers',
  'servicePrincipals',
  'applications',
  'directoryRoles',
  'appRoleAssignments',
  'resources',
];

function vaultReadersOf({ model }: EscalationGround): EscalationContext['vaultReaders'] {
  const found = new Map<number, string[]>();
  for (const { id, by, policies } of model.resources.vaults.values()) {
    if (by !== 'policies') continue;
    for (const { principalId, dataActions } of policies) {
      const reader = model.principals.positionOf(principalId);
      if (reader === undefined || !dataActions.some(readsSecrets)) continue;
      found.set(reader, [...(found.get(reader) ?? []), id]);
    }
  }
  return found;
}

function readsSecrets(action: string): boolean {
  return /\/secrets\/(\*|getsecret\/action)$/i.test(action);
}

function appRolesOf(
  { model, appRoleName }: EscalationGround,
  unseen: Set<string>,
): EscalationContext['appRoles'] {
  const found = new Map<string, Map<string, string>>();
  for (const { id, principalId, resourceId, appRoleId } of model.directoryFacts.appRoleGrants) {
    const position = model.principals.positionOf(resourceId);
    const appId = position === undefined ? undefined : model.principals.at(position).appId;
    const name = appRoleName(appId, appRoleId);
    if (name === undefined) {
      unseen.add(`which permission app role ${appRoleId} is was not seen`);
      continue;
    }
    const key = fold(principalId);
    const names = found.get(key) ?? new Map<string, string>();
    names.set(fold(name), id);
    found.set(key, names);
  }
  return found;
}

function ownedBy({ model }: EscalationGround): EscalationContext['owned'] {
  const found = new Map<string, string[]>();
  for (const { ownerId, ownedId } of model.directoryFacts.ownerships) {
    const key = fold(ownerId);
    found.set(key, [...(found.get(key) ?? []), fold(ownedId)]);
  }
  return found;
}
