import type { ScopeTree } from '../../estate/index.ts';
import type { ActivationRules, AssignmentIndex, DenyIndex, RoleTable } from '../assignment/index.ts';
import type { Membership, PrincipalTable } from '../principal/index.ts';
import type { RoleDefinition } from '../role/index.ts';
import type { AccessSource } from './access-source.ts';
import type { DirectoryFacts } from './directory-facts.ts';
import type { ResourceAccess } from './resource-access.ts';
import type { ResourceIdentity } from './resource-identity.ts';
import type { TimedMembership } from './timed-membership.ts';

/** What is known of roles and actions without an estate. */
export interface AccessFacts {
  /** A built-in role of Azure by its folded GUID. */
  readonly role: (guid: string) => RoleDefinition | undefined;
  /** A built-in role of Microsoft Entra ID by its folded GUID. */
  readonly directoryRole: (guid: string) => RoleDefinition | undefined;
  /** Whether an action, folded, is known as one on data. */
  readonly isDataAction: (action: string) => boolean;
}

/** An object that access depends on and that could not be read. */
export interface UnreadObject {
  readonly id: string;
  readonly type: string;
  readonly file: string;
  readonly problem: string;
}

/** Who has what in an estate, ready to be asked. */
export interface AccessModel {
  /** The estate's. */
  readonly name: string;
  readonly facts: AccessFacts;
  readonly scopes: ScopeTree;
  readonly principals: PrincipalTable;
  readonly membership: Membership;
  readonly roles: RoleTable;
  readonly directoryRoles: RoleTable;
  readonly azure: AssignmentIndex;
  readonly directory: AssignmentIndex;
  /** What PIM for groups gives, active and eligible; `membership` has what is active. */
  readonly timedMemberships: readonly TimedMembership[];
  /** The eligible ones that `membership` counts as activated (`modelAt`); none in what was read. */
  readonly activatedMemberships: readonly TimedMembership[];
  readonly denials: DenyIndex;
  readonly activation: ActivationRules;
  readonly directoryFacts: DirectoryFacts;
  readonly resources: ResourceAccess;
  readonly identities: readonly ResourceIdentity[];
  /** Sources that the caller says were exported in full. */
  readonly stated: ReadonlySet<AccessSource>;
  /** Which sources were there, be it by an object or because the caller says so. */
  readonly seen: ReadonlySet<AccessSource>;
  readonly unread: readonly UnreadObject[];
}
