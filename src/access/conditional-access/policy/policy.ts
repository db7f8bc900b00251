import type { ValueObject } from '../../../kernel/index.ts';
import type { DeviceRule } from '../device-rule/device-rule.ts';
import type { AuthenticationStrength } from './authentication-strength.ts';

/** A Conditional Access policy as Microsoft Graph gives it (graph/api/resources/conditionalaccesspolicy). Texts are kept as they are spelled. */
export interface Policy {
  readonly id: string;
  readonly displayName: string;
  /** `enabled`, `disabled` or `enabledForReportingButNotEnforced`. */
  readonly state: string;
  readonly users: UserCondition | undefined;
  readonly clientApplications: ClientApplicationCondition | undefined;
  readonly applications: ApplicationCondition | undefined;
  readonly clientAppTypes: readonly string[];
  readonly platforms: IncludeExclude | undefined;
  readonly locations: IncludeExclude | undefined;
  readonly deviceFilter: DeviceFilter | undefined;
  readonly signInRiskLevels: readonly string[];
  readonly userRiskLevels: readonly string[];
  readonly servicePrincipalRiskLevels: readonly string[];
  readonly insiderRiskLevels: readonly string[];
  /** `deviceCodeFlow`, `authenticationTransfer`. */
  readonly transferMethods: readonly string[];
  readonly grant: GrantControls | undefined;
  /** By name, as they are; they never decide whether access is granted. */
  readonly sessionControls: ValueObject;
  /** What the document holds beyond this model, at its place: annotations, dates, and what is not understood. */
  readonly extra: ValueObject;
  /** The paths in `extra`, and others, whose meaning is not known: `conditions.times`. The policy's answers are left open where they matter. */
  readonly unread: readonly string[];
  /** Where it was read, as people see it. */
  readonly file: string;
}

/** Names that are meant and names that are not; what is in both is not meant. */
export interface IncludeExclude {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface UserCondition {
  readonly users: IncludeExclude;
  readonly groups: IncludeExclude;
  /** Template ids of directory roles. */
  readonly roles: IncludeExclude;
  readonly includeGuests: GuestCondition | undefined;
  readonly excludeGuests: GuestCondition | undefined;
}

/** Guests and external users by their kind and home tenant. */
export interface GuestCondition {
  readonly kinds: readonly string[];
  /** `undefined`: not said, which means all. */
  readonly tenants:
    | { readonly membershipKind: string | undefined; readonly members: readonly string[] }
    | undefined;
}

export interface ClientApplicationCondition {
  readonly servicePrincipals: IncludeExclude;
  readonly agentServicePrincipals: IncludeExclude;
}

export interface ApplicationCondition {
  readonly applications: IncludeExclude;
  readonly userActions: readonly string[];
  readonly authenticationContexts: readonly string[];
}

export interface DeviceFilter {
  /** `include` or `exclude`. */
  readonly mode: string;
  readonly rule: string;
  /** The rule as it was understood; `undefined` when it was not. */
  readonly condition: DeviceRule | undefined;
}

export interface GrantControls {
  /** `AND` or `OR`. */
  readonly operator: string;
  readonly builtInControls: readonly string[];
  readonly customAuthenticationFactors: readonly string[];
  readonly termsOfUse: readonly string[];
  readonly authenticationStrength: AuthenticationStrength | undefined;
}
