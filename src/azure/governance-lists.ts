/** A list of governance objects at a scope. */
export interface GovernanceList {
  /** At which scopes it is asked for. */
  readonly at: 'managementGroup' | 'subscription';
  /** What follows the id of the scope. */
  readonly path: string;
  readonly version: string;
  /** `$filter`, where not everything that applies is wanted. */
  readonly filter: string | undefined;
}

function own(path: string, version: string): GovernanceList {
  return { at: 'managementGroup', path: `providers/${path}`, version, filter: 'atExactScope()' };
}

/** Built-in definitions are the same everywhere: they come from the policy library. */
function custom(path: string, version: string): GovernanceList {
  return { at: 'subscription', path: `providers/${path}`, version, filter: "policyType eq 'Custom'" };
}

function applying(path: string, version: string): GovernanceList {
  return { at: 'subscription', path: `providers/${path}`, version, filter: undefined };
}

/**
 * The lists (Azure/azure-rest-api-specs, Microsoft.Authorization/policy and Microsoft.PolicyInsights). At a management group exactly its own are wanted. At a
 * subscription also what is below it and, for who may not read the management groups, what it inherits. One line each.
 */
export const governanceLists: readonly GovernanceList[] = [
  own('Microsoft.Authorization/policyDefinitions', '2025-03-01'),
  own('Microsoft.Authorization/policySetDefinitions', '2025-03-01'),
  own('Microsoft.Authorization/policyAssignments', '2025-03-01'),
  own('Microsoft.Authorization/policyExemptions', '2022-07-01-preview'),
  own('Microsoft.Authorization/policyEnrollments', '2025-12-01-preview'),
  custom('Microsoft.Authorization/policyDefinitions', '2025-03-01'),
  custom('Microsoft.Authorization/policySetDefinitions', '2025-03-01'),
  applying('Microsoft.Authorization/policyAssignments', '2025-03-01'),
  applying('Microsoft.Authorization/policyExemptions', '2022-07-01-preview'),
  applying('Microsoft.Authorization/policyEnrollments', '2025-12-01-preview'),
  applying('Microsoft.PolicyInsights/attestations', '2022-09-01'),
];
