/** What an access question may need to have seen. */
export type AccessSource =
  | 'roleAssignments'
  | 'roleDefinitions'
  | 'denyAssignments'
  | 'eligibility'
  | 'groupEligibility'
  | 'activationRules'
  | 'classicAdministrators'
  | 'delegations'
  | 'managementGroups'
  | 'users'
  | 'groups'
  | 'groupMembers'
  | 'servicePrincipals'
  | 'applications'
  | 'directoryRoles'
  | 'appRoleAssignments'
  | 'permissionGrants'
  | 'resources'
  | 'conditions'
  | 'question';

/** A source in words, and how it is exported. */
export interface AccessSourceWords {
  readonly title: string;
  /** The command that brings it; empty where it is no export. */
  readonly command: string;
}

/** The sources (learn.microsoft.com/azure/role-based-access-control, learn.microsoft.com/graph/api). */
export const accessSources: Readonly<Record<AccessSource, AccessSourceWords>> = {
  roleAssignments: {
    title: 'role assignments',
    command: 'az graph query -q "authorizationresources"',
  },
  roleDefinitions: { title: 'role definitions', command: 'az role definition list --custom-role-only' },
  denyAssignments: {
    title: 'deny assignments',
    command: `az rest --method get --url "${subscriptionUrl('denyAssignments')}?api-version=2022-04-01"`,
  },
  eligibility: {
    title: 'eligible assignments of PIM',
    command: `az rest --method get --url "${subscriptionUrl('roleEligibilityScheduleInstances')}?api-version=2020-10-01"`,
  },
  groupEligibility: {
    title: 'eligible memberships of PIM for groups',
    command: graph(
      "identityGovernance/privilegedAccess/group/eligibilityScheduleInstances?$filter=groupId eq '{id}'",
    ),
  },
  activationRules: {
    title: 'activation rules of PIM',
    command: `az rest --method get --url "${subscriptionUrl('roleManagementPolicyAssignments')}?api-version=2020-10-01"`,
  },
  classicAdministrators: {
    title: 'classic administrators',
    command: `az rest --method get --url "${subscriptionUrl('classicAdministrators')}?api-version=2015-07-01"`,
  },
  delegations: {
    title: 'delegations of Azure Lighthouse',
    command: 'az managedservices assignment list --include-definition true',
  },
  managementGroups: {
    title: 'management groups',
    command: 'az account management-group show --name <root> --expand --recurse',
  },
  users: { title: 'users', command: graph('users') },
  groups: { title: 'groups', command: graph('groups') },
  groupMembers: { title: 'members of groups', command: graph('groups?$expand=members') },
  servicePrincipals: { title: 'service principals', command: graph('servicePrincipals') },
  applications: { title: 'applications', command: graph('applications?$expand=owners') },
  directoryRoles: {
    title: 'directory role assignments',
    command: graph('roleManagement/directory/roleAssignments'),
  },
  appRoleAssignments: {
    title: 'app role assignments',
    command: graph('servicePrincipals/{id}/appRoleAssignments'),
  },
  permissionGrants: { title: 'delegated permission grants', command: graph('oauth2PermissionGrants') },
  resources: { title: 'resources', command: 'az graph query -q "resources"' },
  conditions: { title: 'conditions', command: '' },
  question: { title: 'the question', command: '' },
};

function subscriptionUrl(type: string): string {
  return `/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/${type}`;
}

function graph(path: string): string {
  return `az rest --method get --url "https://graph.microsoft.com/v1.0/${path}"`;
}
