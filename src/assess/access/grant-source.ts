import type { NameLookup, RoleDefinition } from '../../access/index.ts';
import type { Grant, GrantPrincipal, GrantScope } from '../../kernel/index.ts';
import type { ExpandedResource } from '../../template/index.ts';
import type { DeployedResources } from './deployed-resources.ts';
import type { AccessToday } from './grant-change.ts';
import type { PrincipalLookup } from './grant-principal.ts';
import type { RoleLookup } from './granted-role.ts';

/** What is known beside the deployment when its grants are read. */
export interface GrantFacts {
  readonly roles: RoleLookup;
  /** What the estate that is deployed to knows of principals; absent without one. */
  readonly principals?: PrincipalLookup | undefined;
  /** What they can do there already; absent without an estate. */
  readonly today?: AccessToday | undefined;
}

/** What a resource is read with. */
export interface GrantContext extends GrantFacts {
  readonly deployed: DeployedResources;
}

/** A grant as a resource states it, before it is placed and weighed. */
export interface StatedGrant {
  readonly kind: Grant['kind'];
  readonly principal: GrantPrincipal;
  readonly scope: GrantScope;
  readonly role: string;
  /** The role, where it is one that is known. */
  readonly definition?: RoleDefinition | undefined;
  readonly abilities: readonly string[];
  readonly tier: Grant['tier'];
  /** Whether a condition narrows it. */
  readonly isConditioned: boolean;
  readonly condition?: string | undefined;
  readonly unknownBecause: readonly string[];
  /** The property that states it, for its source line. */
  readonly path: readonly (string | number)[];
}

/** Resources of some types that give access. Adding another one is a file and a line in `deployment-grants.ts`. */
export interface GrantSource {
  /** Folded. */
  readonly types: readonly string[];
  readonly read: (resource: ExpandedResource, context: GrantContext) => readonly StatedGrant[];
}

/** The names of roles and principals for the sentences of conditions. */
export function namesOf({ roles, principals }: GrantFacts): NameLookup {
  return (kind, id) => (kind === 'role' ? roles(id)?.roleName : principals?.(id));
}
