import type { AuthenticationStrength } from '../policy/authentication-strength.ts';
import type { NamedLocation } from '../policy/named-location.ts';
import type { Policy } from '../policy/policy.ts';

/** What Conditional Access depends on. What a tenant does not hold is not known, unless its page says otherwise. */
export interface Tenant {
  readonly policies: readonly Policy[];
  /** All of them, `undefined` when they are not known. Addresses that skip multifactor authentication ("MFA trusted IPs") count when one has their id. */
  readonly locations: readonly NamedLocation[] | undefined;
  /** Those of the tenant's own; the built-in ones are known. */
  readonly strengths: readonly AuthenticationStrength[];
  readonly users: readonly TenantUser[];
  readonly groups: readonly TenantGroup[];
  readonly servicePrincipals: readonly TenantServicePrincipal[];
  /** Applications and the application groups of Conditional Access (`Office365` ...) that they are in. */
  readonly applications: readonly TenantApplication[];
}

/** The kinds of guests and external users (graph/api/resources/conditionalaccessguestsorexternalusers). */
export const guestKinds = [
  'internalGuest',
  'b2bCollaborationGuest',
  'b2bCollaborationMember',
  'b2bDirectConnectUser',
  'otherExternalUser',
  'serviceProvider',
] as const;
export type UserKind = 'member' | (typeof guestKinds)[number];

export interface TenantUser {
  readonly id: string;
  /** As people call it: the user principal name. */
  readonly name?: string | undefined;
  readonly kind: UserKind;
  /** The home tenant of an external user. */
  readonly homeTenant?: string | undefined;
  /** Groups that it is a member of, directly or not; `undefined`: not known. */
  readonly memberOf: readonly string[] | undefined;
  /** Template ids of the built-in directory roles that it holds actively for the whole tenant; `undefined`: not known. */
  readonly roles: readonly string[] | undefined;
}

export interface TenantGroup {
  readonly id: string;
  readonly name?: string | undefined;
  /** The groups that it is in; `undefined`: not known. */
  readonly memberOf: readonly string[] | undefined;
  /** Template ids of the directory roles that its direct members hold through it. */
  readonly roles: readonly string[];
}

export interface TenantServicePrincipal {
  /** Object id. */
  readonly id: string;
  readonly appId: string;
  /** Whether its application is registered in this tenant and no other; policies cover no others. */
  readonly isSingleTenant: boolean;
  /** Managed identities are never covered. */
  readonly isManagedIdentity: boolean;
}

export interface TenantApplication {
  readonly id: string;
  readonly groups: readonly string[];
}

/** A tenant of which nothing is known. */
export const emptyTenant: Tenant = {
  policies: [],
  locations: undefined,
  strengths: [],
  users: [],
  groups: [],
  servicePrincipals: [],
  applications: [],
};
