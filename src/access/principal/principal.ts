/** What a principal is, as far as anybody says. */
export type PrincipalKind = 'user' | 'group' | 'servicePrincipal' | 'managedIdentity' | 'device' | 'unknown';

/** Someone or something that access can be given to. */
export interface Principal {
  /** The object id, as the source spells it. */
  readonly id: string;
  readonly kind: PrincipalKind;
  /** As people call it; the id where no source has a name. */
  readonly name: string;
  /** Whether a directory export has it. Otherwise only an assignment or a list of members names it: it was deleted, is of another tenant, or was not exported. */
  readonly isListed: boolean;
  readonly userPrincipalName?: string | undefined;
  readonly appId?: string | undefined;
  /** The resource that a managed identity belongs to. */
  readonly resourceId?: string | undefined;
  /** A guest, or a principal of another tenant. */
  readonly isExternal?: boolean | undefined;
  readonly isEnabled?: boolean | undefined;
  readonly isRoleAssignable?: boolean | undefined;
  /** ISO 8601; absent when no source says. */
  readonly lastSignIn?: string | undefined;
  /** Custom security attributes, as conditions name them: `Set_attribute`. */
  readonly attributes?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The principal of deny assignments that stands for all users, groups, service principals and managed identities (articles/role-based-access-control/deny-assignments.md). */
export const everyoneId = '00000000-0000-0000-0000-000000000000';
