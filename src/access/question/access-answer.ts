import type { AccessRealm, ActivationRule, AssignmentKind } from '../assignment/index.ts';
import type { AccessGap } from '../estate/index.ts';
import type { PrincipalKind } from '../principal/index.ts';
import type { Plane } from '../role/index.ts';

/**
 * - `allowed`, `allowedIf`: granted and not denied, always or on the residual condition
 * - `denied`: a deny assignment blocks it, whatever is granted
 * - `notGranted`: all was seen that could grant it, and nothing does
 * - `unknown`: what was not seen could turn the answer
 */
export type AccessVerdict = 'allowed' | 'allowedIf' | 'denied' | 'notGranted' | 'unknown';

/** What a part of an answer came to. */
export type StepOutcome = 'yes' | 'no' | 'if' | 'unknown';

/** A principal in an answer. */
export interface NamedPrincipal {
  readonly id: string;
  readonly name: string;
  readonly kind: PrincipalKind;
  readonly isListed: boolean;
  readonly isEnabled?: boolean | undefined;
}

/** A condition in an answer. */
export interface ConditionAnswer {
  readonly of: 'role' | 'assignment' | 'denial';
  readonly permission?: number | undefined;
  readonly text: string;
  readonly outcome: StepOutcome;
  /** What remains of it. */
  readonly residual?: string | undefined;
}

/** A membership of a chain that PIM for groups gives on activation. */
export interface ActivatableMembership {
  readonly id: string;
  readonly groupId: string;
  readonly memberId: string;
  readonly end?: string | undefined;
  /** What activating it takes; absent when that was not seen. */
  readonly activation?: ActivationRule | undefined;
}

/** How a role assignment takes part in an answer. */
export interface GrantStep {
  readonly outcome: StepOutcome;
  readonly kind: AssignmentKind;
  readonly assignmentId: string;
  readonly scope: string;
  readonly role: { readonly name: string; readonly roleName: string };
  /** The permission objects of the role that have the action, by position. */
  readonly permissions: readonly number[];
  /** From the principal that was asked about to the one that has the assignment. */
  readonly chain: readonly NamedPrincipal[];
  /** The memberships of the chain that have to be activated first; absent when there are none. */
  readonly memberships?: readonly ActivatableMembership[] | undefined;
  readonly conditions: readonly ConditionAnswer[];
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  /** For what is eligible: what activating it takes; absent when that was not seen. */
  readonly activation?: ActivationRule | undefined;
  readonly file: string;
}

/** How a deny assignment takes part in an answer. */
export interface DenyStep {
  readonly outcome: StepOutcome;
  readonly denyAssignmentId: string;
  readonly name: string;
  readonly scope: string;
  readonly isScopeOnly: boolean;
  readonly file: string;
}

/** A way to the data that asks for no role on the data. */
export type AroundStep =
  | { readonly by: 'accessPolicy'; readonly resourceId: string; readonly chain: readonly NamedPrincipal[] }
  | {
      readonly by: 'keys';
      readonly resourceId: string;
      /** The setting that leaves the way open. */
      readonly setting: string;
      /** The action that gives out the keys, and whether the principal may do it. */
      readonly action: string;
      readonly verdict: AccessVerdict;
    };

/** Whether a principal may do an action, down to the objects that decide it. */
export interface AccessAnswer {
  readonly verdict: AccessVerdict;
  /** The verdict if nothing else existed than what was seen. */
  readonly asSeen: Exclude<AccessVerdict, 'unknown'>;
  readonly principal: NamedPrincipal | undefined;
  readonly realm: AccessRealm;
  readonly plane: Plane;
  readonly action: string;
  readonly resource: string;
  readonly at?: string | undefined;
  /** The condition that remains, of an `allowedIf`; as text, and as a person reads it. */
  readonly residual?: string | undefined;
  readonly residualSentence?: string | undefined;
  /** The scopes whose assignments count, nearest first. */
  readonly scopes: readonly string[];
  readonly grants: readonly GrantStep[];
  readonly denials: readonly DenyStep[];
  /** Eligible assignments that would grant it after an activation. */
  readonly activatable: readonly GrantStep[];
  readonly around: readonly AroundStep[];
  /** What could turn the answer and was not seen. */
  readonly unseen: readonly AccessGap[];
}
