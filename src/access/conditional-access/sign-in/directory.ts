import { fold } from '../../../kernel/index.ts';
import { type AuthenticationStrength, builtInStrengths } from '../policy/authentication-strength.ts';
import type { NamedLocation } from '../policy/named-location.ts';
import { azureManagementId, documentedGroups } from './application-groups.ts';
import type { Tenant, TenantGroup, TenantServicePrincipal, TenantUser, UserKind } from './tenant.ts';
import type { Truth } from './truth.ts';

/** A user with all that policies may name of it. Ids are folded. */
export interface UserFacts {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** `undefined`: not known, and nothing else of the user is. */
  readonly kind: UserKind | undefined;
  readonly homeTenant: string | undefined;
  readonly groups: ReadonlySet<string>;
  /** Whether `groups` are all of its groups. */
  readonly hasAllGroups: boolean;
  readonly roles: ReadonlySet<string>;
  readonly hasAllRoles: boolean;
  /** The ids of all users and groups that the tenant holds: whom another placeholder means is not known. */
  readonly knownIds: ReadonlySet<string>;
}

/** Looks things of a tenant up by id, in any case. */
export class Directory {
  readonly #users: ReadonlyMap<string, TenantUser>;
  readonly #groups: ReadonlyMap<string, TenantGroup>;
  readonly #locations: ReadonlyMap<string, NamedLocation> | undefined;
  readonly #strengths: ReadonlyMap<string, AuthenticationStrength>;
  readonly #servicePrincipals: ReadonlyMap<string, TenantServicePrincipal>;
  readonly #applicationGroups = new Map<string, ReadonlySet<string>>();
  readonly #facts = new Map<string, UserFacts>();
  readonly #knownIds: ReadonlySet<string>;

  constructor(tenant: Tenant) {
    this.#users = byId(tenant.users);
    this.#groups = byId(tenant.groups);
    this.#knownIds = new Set([...this.#users.keys(), ...this.#groups.keys()]);
    this.#locations = tenant.locations === undefined ? undefined : byId(tenant.locations);
    this.#strengths = byId([...builtInStrengths, ...tenant.strengths]);
    this.#servicePrincipals = new Map(
      tenant.servicePrincipals.flatMap((one) => [
        [fold(one.id), one],
        [fold(one.appId), one],
      ]),
    );
    for (const { id, groups } of tenant.applications)
      this.#applicationGroups.set(fold(id), new Set(groups.map(fold)));
  }

  /** A user by its id, with its groups, through nested groups too. Of one that the tenant does not hold only the id is known. */
  user(id: string): UserFacts {
    const key = fold(id);
    const user = this.#users.get(key);
    if (user === undefined) return strangerFacts(id, this.#knownIds);
    const facts = this.#facts.get(key) ?? this.factsOf(user);
    this.#facts.set(key, facts);
    return facts;
  }

  /** What policies may name of a user. Cycles of groups do no harm. */
  factsOf(user: TenantUser): UserFacts {
    const groups = new Set<string>();
    let hasAllGroups = user.memberOf !== undefined;
    const open = (user.memberOf ?? []).map(fold);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (groups.has(id)) continue;
      groups.add(id);
      const parents = this.#groups.get(id)?.memberOf;
      if (parents === undefined) hasAllGroups = false;
      else open.push(...parents.map(fold));
    }
    // Role-assignable groups hold no groups, so a role comes from a direct membership.
    const direct = (user.memberOf ?? []).map((id) => this.#groups.get(fold(id)));
    const roles = [...(user.roles ?? []), ...direct.flatMap((group) => group?.roles ?? [])];
    return {
      id: fold(user.id),
      name: user.name ?? user.id,
      kind: user.kind,
      homeTenant: user.homeTenant,
      groups,
      hasAllGroups,
      roles: new Set(roles.map(fold)),
      hasAllRoles: user.roles !== undefined && user.memberOf !== undefined && !direct.includes(undefined),
      knownIds: this.#knownIds,
    };
  }

  location(id: string): NamedLocation | undefined {
    return this.#locations?.get(fold(id));
  }

  /** All named locations; `undefined` when they are not known. */
  get locations(): readonly NamedLocation[] | undefined {
    return this.#locations === undefined ? undefined : [...this.#locations.values()];
  }

  /** A strength with its combinations: as the policy holds it, or by its id. */
  strength(stated: AuthenticationStrength): AuthenticationStrength {
    if (stated.allowedCombinations.length > 0) return stated;
    return this.#strengths.get(fold(stated.id)) ?? stated;
  }

  servicePrincipal(id: string): TenantServicePrincipal | undefined {
    return this.#servicePrincipals.get(fold(id));
  }

  /**
   * Whether an application is in one of the groups of Conditional Access, by the folded name. Azure management is a closed group; what else is in
   * the others is known only of applications that the tenant or the documentation places.
   */
  isInApplicationGroup(applicationId: string, group: string): Truth {
    const id = fold(applicationId);
    const stated = this.#applicationGroups.get(id);
    if (stated !== undefined) return stated.has(group);
    const documented = documentedGroups.filter(([, ids]) => ids.includes(id));
    if (documented.some(([name]) => name === group)) return true;
    return documented.length > 0 || group === azureManagementId ? false : undefined;
  }
}

function strangerFacts(id: string, knownIds: ReadonlySet<string>): UserFacts {
  return {
    id: fold(id),
    name: id,
    kind: undefined,
    homeTenant: undefined,
    groups: new Set(),
    hasAllGroups: false,
    roles: new Set(),
    hasAllRoles: false,
    knownIds,
  };
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [fold(thing.id), thing]));
}
