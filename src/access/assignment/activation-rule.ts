/** What activating an eligible role takes (articles/.../privileged-identity-management/pim-resource-roles-configure-role-settings.md). */
export interface ActivationRule {
  /** The id of the policy that says so. */
  readonly policyId: string;
  readonly needsMfa: boolean;
  readonly needsJustification: boolean;
  readonly needsTicket: boolean;
  /** The Conditional Access authentication context that is asked for. */
  readonly authenticationContext?: string | undefined;
  readonly needsApproval: boolean;
  /** Object ids of users and groups; empty with `needsApproval` means that the administrators of the role approve. */
  readonly approvers: readonly string[];
  /** ISO 8601 duration, such as `PT8H`. */
  readonly durationMax?: string | undefined;
}

/** The rule for each role at each scope. */
export interface ActivationRules {
  /** The rule of a role, by its folded GUID, at a scope: that of the scope itself, which inherits none. */
  of(role: string, scope: string): ActivationRule | undefined;
}
