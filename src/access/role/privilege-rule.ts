import type { Plane } from './role-definition.ts';

/**
 * What holding an action amounts to, the gravest first (learn.microsoft.com/security/privileged-access-workstations/privileged-access-access-model):
 * - `control`: to grant access, to oneself too, or to become another identity
 * - `management`: to run code on resources, or to take the keys that open them
 * - `data`: to read or change secrets and data
 */
export type PrivilegeTier = 'control' | 'management' | 'data';

/** A privilege, told by the actions that give it: any of them is enough. */
export interface PrivilegeRule {
  readonly id: string;
  readonly tier: PrivilegeTier;
  readonly plane: Plane;
  readonly actions: readonly string[];
  /** What one can do with it; continues `can`. */
  readonly means: string;
}

/** The privileges that roles are classified by. */
export const privilegeRules: readonly PrivilegeRule[] = [
  {
    id: 'assigns-roles',
    tier: 'control',
    plane: 'control',
    actions: [
      'Microsoft.Authorization/roleAssignments/write',
      'Microsoft.Authorization/roleAssignmentScheduleRequests/write',
      'Microsoft.Authorization/roleEligibilityScheduleRequests/write',
    ],
    means: 'assign roles, to itself too',
  },
  {
    id: 'defines-roles',
    tier: 'control',
    plane: 'control',
    actions: ['Microsoft.Authorization/roleDefinitions/write'],
    means: 'change what a custom role grants to all who have it',
  },
  {
    id: 'elevates-access',
    tier: 'control',
    plane: 'control',
    actions: ['Microsoft.Authorization/elevateAccess/action'],
    means: 'become User Access Administrator of everything, as a Global Administrator',
  },
  {
    id: 'loosens-activation',
    tier: 'control',
    plane: 'control',
    actions: ['Microsoft.Authorization/roleManagementPolicies/write'],
    means: 'change what activating an eligible role requires',
  },
  {
    id: 'delegates-to-tenants',
    tier: 'control',
    plane: 'control',
    actions: ['Microsoft.ManagedServices/registrationAssignments/write'],
    means: 'delegate resources to another tenant',
  },
  {
    id: 'acts-as-identity',
    tier: 'control',
    plane: 'control',
    actions: [
      'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action',
      // As Managed Identity Operator spells it, which is the role for assigning identities.
      'Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action',
      'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
    ],
    means: 'act as a managed identity',
  },
  {
    id: 'moves-scopes',
    tier: 'control',
    plane: 'control',
    actions: [
      'Microsoft.Management/managementGroups/subscriptions/write',
      'Microsoft.Management/managementGroups/write',
      'Microsoft.Blueprint/blueprintAssignments/write',
    ],
    means: 'move subscriptions to where other people have roles, or have roles assigned by a blueprint',
  },
  {
    id: 'removes-guards',
    tier: 'management',
    plane: 'control',
    actions: [
      'Microsoft.Authorization/locks/delete',
      'Microsoft.Authorization/policyAssignments/delete',
      'Microsoft.Authorization/policyAssignments/write',
      'Microsoft.Authorization/policyExemptions/write',
      'Microsoft.Authorization/denyAssignments/delete',
      'Microsoft.Authorization/roleAssignments/delete',
    ],
    means: 'take away locks, policies and the access of others',
  },
  {
    id: 'runs-code',
    tier: 'management',
    plane: 'control',
    actions: [
      'Microsoft.Compute/virtualMachines/runCommand/action',
      'Microsoft.Compute/virtualMachines/runCommands/write',
      'Microsoft.Compute/virtualMachines/extensions/write',
      'Microsoft.Compute/virtualMachineScaleSets/extensions/write',
      'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action',
      'Microsoft.HybridCompute/machines/extensions/write',
      'Microsoft.HybridCompute/machines/runCommands/write',
      'Microsoft.ContainerService/managedClusters/runCommand/action',
      'Microsoft.Automation/automationAccounts/jobs/write',
      'Microsoft.Automation/automationAccounts/runbooks/write',
      'Microsoft.Automation/automationAccounts/runbooks/draft/write',
      'Microsoft.GuestConfiguration/guestConfigurationAssignments/write',
      'Microsoft.Resources/deploymentScripts/write',
    ],
    means: 'run code on machines, clusters or as an automation',
  },
  {
    id: 'takes-keys',
    tier: 'management',
    plane: 'control',
    actions: [
      'Microsoft.Storage/storageAccounts/listKeys/action',
      'Microsoft.DocumentDB/databaseAccounts/listKeys/action',
      'Microsoft.ContainerRegistry/registries/listCredentials/action',
      'Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action',
      'Microsoft.Web/sites/publishxml/action',
      'Microsoft.Web/sites/config/list/action',
    ],
    means: 'take keys that open data without a role',
  },
  {
    id: 'opens-vaults',
    tier: 'management',
    plane: 'control',
    actions: ['Microsoft.KeyVault/vaults/accessPolicies/write', 'Microsoft.KeyVault/vaults/write'],
    means: 'give itself the secrets of a vault that works by access policies',
  },
  {
    id: 'reads-secrets',
    tier: 'data',
    plane: 'data',
    actions: ['Microsoft.KeyVault/vaults/secrets/getSecret/action'],
    means: 'read secrets',
  },
  {
    id: 'runs-workloads',
    tier: 'management',
    plane: 'data',
    actions: [
      'Microsoft.ContainerService/managedClusters/pods/write',
      'Microsoft.ContainerService/fleets/pods/write',
      'Microsoft.ContainerService/fleets/apps/deployments/write',
      'Microsoft.Kubernetes/connectedClusters/pods/write',
    ],
    means: 'run workloads on clusters, with the identities of those',
  },
  {
    id: 'signs-in-to-machines',
    tier: 'management',
    plane: 'data',
    actions: [
      'Microsoft.Compute/virtualMachines/loginAsAdmin/action',
      'Microsoft.HybridCompute/machines/loginAsAdmin/action',
    ],
    means: 'sign in to machines as an administrator',
  },
];
