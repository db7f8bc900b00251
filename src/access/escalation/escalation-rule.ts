import type { Severity } from '../../kernel/index.ts';
import type { Plane } from '../role/index.ts';

/**
 * What a rule is about: an Azure resource type, folded; `scope`: the scope of the assignment that gives the action; or an object of the
 * directory.
 */
export type RuleSubject = string;

/** The subjects that are no resource types. */
export const directorySubjects = ['user', 'group', 'application', 'servicePrincipal', 'tenant'] as const;

export type DirectorySubject = (typeof directorySubjects)[number];

/** An action that a rule needs: any of these. */
export interface RuleNeed {
  readonly plane: Plane;
  readonly anyOf: readonly string[];
  /** `anywhere`: at any scope, because what it is done to can be made there. */
  readonly where: 'target' | 'anywhere';
}

/** How a principal stands to something without a role: each is looked up by one function (`relations`). */
export type RelationName = 'owner' | 'identity' | 'vaultPolicy' | 'eligibleMember';

/** What must be the case with the target (`targetStates`). */
export type StateName =
  | 'identity'
  | 'vaultRoles'
  | 'vaultPolicies'
  | 'sharedKey'
  | 'localAuth'
  | 'localAccounts'
  | 'roleAssignable'
  | 'notRoleAssignable'
  | 'noPrivilegedRole';

/**
 * What one has after the step:
 * - `code`: what runs in the resource, and with it the identities that the resource has
 * - `identity`: the identity that the target is, or acts with
 * - `principal`: the user, application or, for a group, a membership in it
 * - `anyRole`: roles at the scope, as far as conditions let it; `clonedRole`, `widenedRole`: by a custom role
 * - `role`: the role that the rule names, at the scope
 * - `secrets`, `data`: what a vault or another store holds
 * - `tenant`: everything in the directory
 * - `loss`: something else that is lost, such as a guard or a backup; it leads nowhere
 */
export type YieldName =
  | 'code'
  | 'identity'
  | 'principal'
  | 'anyRole'
  | 'clonedRole'
  | 'widenedRole'
  | 'role'
  | 'secrets'
  | 'data'
  | 'tenant'
  | 'loss';

/** One way to turn what one may do into more. Rules are data: `facts/escalations.json`. */
export interface EscalationRule {
  readonly id: string;
  /** What is done, continues `the principal`. */
  readonly title: string;
  readonly severity: Severity;
  /** How much it takes, 1 or more. */
  readonly effort: number;
  readonly on: RuleSubject;
  /** Azure actions, all of them. */
  readonly needs: readonly RuleNeed[];
  /** Directory actions, directory roles (GUIDs of templates, folded) and app roles of Microsoft Graph: any of them, instead of `needs`. */
  readonly directory: readonly string[];
  readonly directoryRoles: readonly string[];
  readonly appRoles: readonly string[];
  /** A relation to the target, instead of `needs`. */
  readonly relation: RelationName | undefined;
  readonly when: readonly StateName[];
  readonly yields: YieldName;
  /** The GUID of the role for `role`. */
  readonly role: string | undefined;
  /** Whether the step is a use of what was granted: a path of such steps alone is no escalation. */
  readonly isGrant: boolean;
  /** Ids of published attack paths that it stands for. */
  readonly paths: readonly string[];
  /** The documentation page that the behaviour comes from. */
  readonly source: string;
}

/** The rules, and which directory roles do not protect those who have them from a reset of their password. */
export interface EscalationRules {
  readonly rules: readonly EscalationRule[];
  /** GUIDs of templates, folded. */
  readonly unprotectedRoles: ReadonlySet<string>;
}
