import type { RoleCondition } from '../role/index.ts';

/** Where two worlds of roles and actions are kept apart: Azure resources, and Microsoft Entra ID. */
export type AccessRealm = 'azure' | 'directory';

/**
 * How an assignment gives its role:
 * - `assigned`: always, or from a start to an end
 * - `activated`: an eligible assignment that was activated, until its end
 * - `eligible`: not before it is activated
 * - `delegated`, `delegatedEligible`: to principals of another tenant, by Azure Lighthouse
 * - `classic`: a classic administrator of a subscription
 */
export type AssignmentKind =
  | 'assigned'
  | 'activated'
  | 'eligible'
  | 'delegated'
  | 'delegatedEligible'
  | 'classic';

/** A role that a principal has at a scope (articles/role-based-access-control/overview.md#role-assignments). */
export interface RoleAssignment {
  readonly realm: AccessRealm;
  readonly kind: AssignmentKind;
  readonly id: string;
  /** As the source spells it; `/` is the tenant. */
  readonly scope: string;
  /** The GUID of the role definition, folded. */
  readonly role: string;
  readonly principalId: string;
  /** As the source states it: `User`, `Group`, `ServicePrincipal` ...; empty when it does not. */
  readonly principalType: string;
  readonly condition?: RoleCondition | undefined;
  /** ISO 8601. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  /** The managed identity of another tenant that acts for the principal. */
  readonly delegatedManagedIdentityResourceId?: string | undefined;
  /** What the eligible assignment was that this one was activated from. */
  readonly activatedFrom?: string | undefined;
  /** The file it was read from. */
  readonly file: string;
}

/** Whether an assignment gives its role only after an activation. */
export function needsActivation({ kind }: RoleAssignment): boolean {
  return kind === 'eligible' || kind === 'delegatedEligible';
}

/** Whether an assignment, or what else has a start and an end, is in force at a moment in ISO 8601; without a moment, at that of the export. */
export function isInForce(
  { start, end }: Pick<RoleAssignment, 'start' | 'end'>,
  at: string | undefined,
): boolean {
  if (at === undefined) return true;
  const moment = Date.parse(at);
  // A date that cannot be read compares as neither: it limits nothing.
  return (
    !(start !== undefined && moment < Date.parse(start)) && !(end !== undefined && moment >= Date.parse(end))
  );
}
