// The part of examples/estate about access: what leads to more than was given, what only looks so, and who signs in how. README.md of the example lists it.
import { generatedGuid } from '../src/estate/generate/generated-id.ts';
import type { GeneratedSubscription } from '../src/estate/generate/generated-subscription.ts';
import { extensionOf } from '../src/estate/generate/resource-row.ts';
import type { Value, ValueObject } from '../src/kernel/index.ts';

const kim = generatedGuid('person', 0);
const alex = generatedGuid('person', 1);
const robin = generatedGuid('person', 3);
const noor = generatedGuid('person', 4);
const jo = generatedGuid('person', 5);
const emergencyAccounts = [90, 91].map((number) => generatedGuid('person', number));
const platformTeam = generatedGuid('team', 0);
const clusterTeam = generatedGuid('team', 1);
const databaseTeam = generatedGuid('team', 2);
const securityTeam = generatedGuid('team', 3);
const deployer = generatedGuid('workload', 2);

/** Built-in roles by their ids, which are the same in each tenant (articles/role-based-access-control/built-in-roles.md). */
const roles = {
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  userAccessAdministrator: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  accessAdministrator: 'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  monitoringReader: '43d0d8ad-25c7-4714-9337-8ba259a9fe05',
  virtualMachineContributor: '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
  secretsUser: '4633458b-17de-408a-b874-0445c86b69e6',
  roleAuthor: '00000000-0000-0000-0001-000000000101',
  scriptRunner: '00000000-0000-0000-0001-000000000102',
} as const;

/** The directory role that has everything (learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference). */
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

/** The subscriptions of the example that access is about. */
export interface AccessPlaces {
  readonly connectivity: GeneratedSubscription;
  readonly management: GeneratedSubscription;
  readonly shop: GeneratedSubscription;
  readonly analytics: GeneratedSubscription;
}

/** Who is in which team, by the id of the group. */
export const teamMembers: Readonly<Record<string, readonly string[]>> = {
  [platformTeam]: [kim],
  [clusterTeam]: [alex],
  [databaseTeam]: [robin],
  [securityTeam]: [noor, jo],
};

/** What leads to more than was given, and what only looks so. */
export function accessPaths({ connectivity, management, shop, analytics }: AccessPlaces): ValueObject[] {
  const analyticsGroup = `${analytics.id}/resourceGroups/rg-analytics`;
  return [
    // Planted: a list of roles that may not be assigned is walked around by a copy of one, which the team can make.
    assignment(
      5,
      analytics.id,
      'accessAdministrator',
      databaseTeam,
      'Group',
      notOneOf('owner', 'userAccessAdministrator', 'accessAdministrator', 'contributor'),
    ),
    assignment(6, analytics.id, 'roleAuthor', databaseTeam, 'Group'),
    customRole(
      analytics.id,
      roles.roleAuthor,
      'Contoso role author',
      ['Microsoft.Authorization/roleDefinitions/read', 'Microsoft.Authorization/roleDefinitions/write'],
      [analytics.id, shop.id],
    ),
    // Planted: who runs scripts here runs them as an identity that assigns roles in the whole subscription.
    assignment(7, analyticsGroup, 'scriptRunner', clusterTeam, 'Group'),
    assignment(8, analytics.id, 'accessAdministrator', deployer, 'ServicePrincipal'),
    customRole(
      analytics.id,
      roles.scriptRunner,
      'Contoso script runner',
      [
        'Microsoft.Resources/deployments/*',
        'Microsoft.Resources/deploymentScripts/*',
        'Microsoft.ManagedIdentity/userAssignedIdentities/*/read',
        'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action',
      ],
      [analyticsGroup],
    ),
    // Planted: a role that its holder activates, and nobody approves.
    eligible(9, shop.id, 'owner', noor),
    activation(shop.id, 'owner', []),
    // Near miss: another role that its holder activates, but somebody else approves.
    eligible(10, connectivity.id, 'owner', jo),
    activation(connectivity.id, 'owner', [kim]),
    // Near miss: roles may be assigned, but only those that the condition names.
    assignment(
      11,
      management.id,
      'accessAdministrator',
      platformTeam,
      'Group',
      oneOf('reader', 'monitoringReader'),
    ),
    // Near miss: commands may be run on a machine, whose identity has nothing.
    assignment(12, analyticsGroup, 'virtualMachineContributor', clusterTeam, 'Group'),
    // Near miss: access to the data of a vault, and to no more.
    assignment(13, analyticsGroup, 'secretsUser', securityTeam, 'Group'),
    // Near miss: an owner who a deny assignment keeps from giving access away.
    assignment(14, `${connectivity.id}/resourceGroups/rg-hub`, 'owner', clusterTeam, 'Group'),
    extensionOf(
      `${connectivity.id}/resourceGroups/rg-hub`,
      'Microsoft.Authorization/denyAssignments',
      guid(201),
      {
        denyAssignmentName: 'hub-is-deployed-by-its-stack',
        permissions: [
          { actions: ['*/write', '*/delete'], notActions: [], dataActions: [], notDataActions: [] },
        ],
        principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
        excludePrincipals: [{ id: platformTeam, type: 'Group' }],
        isSystemProtected: true,
        doNotApplyToChildScopes: false,
        scope: `${connectivity.id}/resourceGroups/rg-hub`,
      },
    ),
  ];
}

/** The identity that scripts of the data team run as. */
export function deployerIdentity(groupId: string): ValueObject {
  return {
    id: `${groupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-deploy-analytics`,
    name: 'id-deploy-analytics',
    type: 'microsoft.managedidentity/userassignedidentities',
    location: 'westeurope',
    properties: { principalId: deployer, clientId: generatedGuid('client', 2), tenantId: guid(0) },
    tags: { owner: 'data@contoso.example', workload: 'analytics', dataClassification: 'internal' },
  };
}

/** Who signs in how: policies, a location, accounts for emergencies and the roles of the directory. */
export function signInPolicies(): ValueObject[] {
  const grant = (rest: ValueObject) => ({
    operator: 'OR',
    customAuthenticationFactors: [],
    termsOfUse: [],
    ...rest,
  });
  return [
    ...emergencyAccounts.map((id, at): ValueObject => {
      const userPrincipalName = `emergency-${at + 1}@contoso.example`;
      return {
        '@odata.type': '#microsoft.graph.user',
        id,
        displayName: `Emergency ${at + 1}`,
        userPrincipalName,
        userType: 'Member',
        accountEnabled: true,
      };
    }),
    ...emergencyAccounts.map((principalId, at) => directoryRole(at + 1, principalId)),
    {
      '@odata.type': '#microsoft.graph.ipNamedLocation',
      id: guid(301),
      displayName: 'Contoso offices',
      isTrusted: true,
      ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '203.0.113.0/24' }],
    },
    // Planted: on the network of the offices a password is enough.
    policy(
      302,
      'CA001 All users: multifactor authentication',
      {
        locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] },
      },
      grant({ builtInControls: ['mfa'] }),
    ),
    policy(
      303,
      'CA002 All users: no legacy authentication',
      {
        clientAppTypes: ['exchangeActiveSync', 'other'],
      },
      grant({ builtInControls: ['block'] }),
    ),
    policy(
      304,
      'CA003 Management of Azure: compliant device',
      {
        applications: {
          includeApplications: ['797f4846-ba00-4fd7-ba43-dac1f8f63013'],
          excludeApplications: [],
          includeUserActions: [],
        },
      },
      grant({ builtInControls: ['compliantDevice'] }),
    ),
    // Planted: nobody ever enforced it.
    {
      ...policy(
        305,
        'CA004 All users: no device-code flow',
        {
          authenticationFlows: { transferMethods: 'deviceCodeFlow' },
        },
        grant({ builtInControls: ['block'] }),
      ),
      state: 'enabledForReportingButNotEnforced',
    },
  ];
}

function policy(
  number: number,
  displayName: string,
  conditions: ValueObject,
  grantControls: ValueObject,
): ValueObject {
  return {
    '@odata.type': '#microsoft.graph.conditionalAccessPolicy',
    id: guid(number),
    displayName,
    state: 'enabled',
    conditions: {
      clientAppTypes: ['all'],
      users: {
        includeUsers: ['All'],
        excludeUsers: emergencyAccounts,
        includeGroups: [],
        excludeGroups: [],
        includeRoles: [],
        excludeRoles: [],
      },
      applications: { includeApplications: ['All'], excludeApplications: [], includeUserActions: [] },
      ...conditions,
    },
    grantControls,
    sessionControls: null,
  };
}

function directoryRole(number: number, principalId: string): ValueObject {
  return {
    '@odata.type': '#microsoft.graph.unifiedRoleAssignment',
    id: `directory-role-${number}`,
    principalId,
    roleDefinitionId: globalAdministrator,
    directoryScopeId: '/',
  };
}

function guid(number: number): string {
  return `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;
}

function roleId(scope: string, role: keyof typeof roles): string {
  const owner = /^\/subscriptions\/[^/]+/.exec(scope)?.[0] ?? '';
  return `${owner}/providers/Microsoft.Authorization/roleDefinitions/${roles[role]}`;
}

function assignment(
  number: number,
  scope: string,
  role: keyof typeof roles,
  principalId: string,
  principalType: string,
  condition: string | null = null,
): ValueObject {
  return extensionOf(scope, 'Microsoft.Authorization/roleAssignments', generatedGuid('assignment', number), {
    roleDefinitionId: roleId(scope, role),
    principalId,
    principalType,
    scope,
    ...(condition === null ? {} : { condition, conditionVersion: '2.0' }),
  });
}

function eligible(number: number, scope: string, role: keyof typeof roles, principalId: string): ValueObject {
  return extensionOf(
    scope,
    'Microsoft.Authorization/roleEligibilityScheduleInstances',
    generatedGuid('assignment', number),
    {
      roleDefinitionId: roleId(scope, role),
      principalId,
      principalType: 'User',
      scope,
      memberType: 'Direct',
      startDateTime: '2026-01-01T00:00:00Z',
    },
  );
}

/** What activating a role takes: a justification, and the approval of others where there are any. */
function activation(scope: string, role: keyof typeof roles, approvers: readonly string[]): ValueObject {
  const rules: Value[] = [
    {
      id: 'Enablement_EndUser_Assignment',
      ruleType: 'RoleManagementPolicyEnablementRule',
      enabledRules: ['Justification'],
    },
    {
      id: 'Expiration_EndUser_Assignment',
      ruleType: 'RoleManagementPolicyExpirationRule',
      maximumDuration: 'PT8H',
    },
    {
      id: 'Approval_EndUser_Assignment',
      ruleType: 'RoleManagementPolicyApprovalRule',
      setting: {
        isApprovalRequired: approvers.length > 0,
        approvalStages:
          approvers.length === 0
            ? []
            : [{ primaryApprovers: approvers.map((id) => ({ id, userType: 'User', isBackup: false })) }],
      },
    },
  ];
  return extensionOf(
    scope,
    'Microsoft.Authorization/roleManagementPolicyAssignments',
    `${guid(400)}_${roles[role]}`,
    {
      policyId: `${scope}/providers/Microsoft.Authorization/roleManagementPolicies/${guid(400)}`,
      roleDefinitionId: roleId(scope, role),
      scope,
      effectiveRules: rules,
    },
  );
}

function customRole(
  scope: string,
  name: string,
  roleName: string,
  actions: string[],
  assignableScopes: string[],
): ValueObject {
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleDefinitions/${name}`,
    name,
    type: 'Microsoft.Authorization/roleDefinitions',
    properties: {
      roleName,
      type: 'CustomRole',
      assignableScopes,
      permissions: [{ actions, notActions: [], dataActions: [], notDataActions: [] }],
    },
  };
}

const writing = "!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})";
const wantedRole = '@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]';

/** Roles may be assigned but for some. */
function notOneOf(...names: readonly (keyof typeof roles)[]): string {
  return `((${writing}) OR (${wantedRole} ForAnyOfAllValues:GuidNotEquals {${names.map((name) => roles[name]).join(', ')}}))`;
}

/** Some roles may be assigned, and no others. */
function oneOf(...names: readonly (keyof typeof roles)[]): string {
  return `((${writing}) OR (${wantedRole} ForAnyOfAnyValues:GuidEquals {${names.map((name) => roles[name]).join(', ')}}))`;
}
