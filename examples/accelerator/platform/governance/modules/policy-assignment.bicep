targetScope = 'managementGroup'

metadata description = 'One policy assignment, with an identity and its role where the policy changes or deploys something.'

type assignmentType = {
  name: string
  displayName: string
  managementGroup: string
  policyDefinitionId: string
  enforcementMode: ('Default' | 'DoNotEnforce')?
  parameters: object?

  @description('The role that the policy\'s identity needs.')
  roleDefinitionId: string?
}

param location string
param assignment assignmentType
param parameters object?

var needsIdentity = contains(assignment, 'roleDefinitionId')

resource policy 'Microsoft.Authorization/policyAssignments@2024-04-01' = {
  name: assignment.name
  location: location
  identity: needsIdentity ? { type: 'SystemAssigned' } : null
  properties: {
    displayName: assignment.displayName
    policyDefinitionId: assignment.policyDefinitionId
    enforcementMode: assignment.?enforcementMode ?? 'Default'
    parameters: parameters ?? {}
  }
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (needsIdentity) {
  name: guid(managementGroup().id, assignment.name, assignment.?roleDefinitionId ?? '')
  properties: {
    roleDefinitionId: tenantResourceId('Microsoft.Authorization/roleDefinitions', assignment.roleDefinitionId!)
    principalId: policy.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

output id string = policy.id
