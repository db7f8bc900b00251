targetScope = 'managementGroup'

metadata description = 'Management groups, the policies assigned to them, and who may do what.'

type managementGroupType = {
  name: string
  displayName: string
  parent: string
}

type roleAssignmentType = {
  managementGroup: string
  role: 'Owner' | 'Reader' | 'Network Contributor'
  principalId: string
  principalType: 'Group' | 'User' | 'ServicePrincipal'
}

param location string = 'westeurope'

@description('Parents come before their children.')
param managementGroups managementGroupType[]

param roleAssignments roleAssignmentType[]

@description('Where logs of policies with `modify` and `deployIfNotExists` go.')
param logAnalyticsWorkspaceId string

var roleIds = {
  Owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'
  Reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
  'Network Contributor': '4d97b98b-1d4f-4787-a291-c67834d212e7'
}

// One file for each assignment, as the platform team reviews them.
var policyAssignments = [
  loadJsonContent('policies/allowed-locations.json')
  loadJsonContent('policies/deny-public-addresses.json')
  loadJsonContent('policies/deploy-activity-log.json')
]

@batchSize(1)
resource groups 'Microsoft.Management/managementGroups@2023-04-01' = [
  for group in managementGroups: {
    scope: tenant()
    name: group.name
    properties: {
      displayName: group.displayName
      details: {
        parent: { id: tenantResourceId('Microsoft.Management/managementGroups', group.parent) }
      }
    }
  }
]

module assignments 'modules/policy-assignment.bicep' = [
  for assignment in policyAssignments: {
    name: 'policy-${assignment.name}'
    scope: managementGroup(assignment.managementGroup)
    dependsOn: [groups]
    params: {
      location: location
      assignment: assignment
      parameters: assignment.name == 'deploy-activity-log'
        ? { logAnalytics: { value: logAnalyticsWorkspaceId } }
        : assignment.?parameters
    }
  }
]

module access 'modules/role-assignment.bicep' = [
  for (entry, index) in roleAssignments: {
    name: 'access-${index}'
    scope: managementGroup(entry.managementGroup)
    dependsOn: [groups]
    params: {
      roleDefinitionId: roleIds[entry.role]
      principalId: entry.principalId
      principalType: entry.principalType
    }
  }
]

output managementGroupIds array = [for (group, index) in managementGroups: groups[index].id]
