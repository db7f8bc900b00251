/** An app role that a principal has of an application: what it may do as itself. */
export interface AppRoleGrant {
  readonly id: string;
  readonly principalId: string;
  /** The service principal of the application that offers the role. */
  readonly resourceId: string;
  readonly appRoleId: string;
}

/** What an application may do on behalf of users. */
export interface PermissionGrant {
  readonly id: string;
  /** The service principal of the application. */
  readonly clientId: string;
  readonly resourceId: string;
  /** The user; absent when an administrator consented for all. */
  readonly principalId?: string | undefined;
  readonly scopes: readonly string[];
}

/** That a principal owns a group, an application or a service principal. */
export interface Ownership {
  readonly ownerId: string;
  readonly ownedId: string;
  readonly of: 'group' | 'application' | 'servicePrincipal';
}

/** A way to sign in as an application; secrets themselves are never read. */
export interface AppCredential {
  /** The object id of the application or service principal. */
  readonly objectId: string;
  readonly kind: 'password' | 'key' | 'federated';
  readonly id: string;
  readonly name: string;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  /** Of a federated one: who may sign in, and with a token of whom. */
  readonly issuer?: string | undefined;
  readonly subject?: string | undefined;
}

/** An application as it is registered. */
export interface Application {
  readonly id: string;
  readonly appId: string;
  readonly name: string;
}

/** What the directory says besides principals, memberships and roles. */
export interface DirectoryFacts {
  readonly applications: readonly Application[];
  readonly appRoleGrants: readonly AppRoleGrant[];
  readonly permissionGrants: readonly PermissionGrant[];
  readonly ownerships: readonly Ownership[];
  readonly credentials: readonly AppCredential[];
}
