targetScope = 'subscription'

metadata description = 'The platform of Contoso: resource groups, access, Defender plans, hub network and monitoring.'

import { ownedTagsType } from '../shared/types.bicep'

param location string = 'westeurope'

@description('Object id of the platform team\'s group')
param platformTeamGroupId string

@description('Object id of the auditors\' group')
param auditorsGroupId string

param securityMailbox string = 'soc@contoso.com'

type groupType = {
  name: string
  tags: ownedTagsType
}

var ownerRole = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'
var readerRole = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
var hubGroup = 'rg-contoso-hub'
var monitoringGroup = 'rg-contoso-monitoring'

var resourceGroups groupType[] = [
  { name: hubGroup, tags: { owner: 'network-team', costCenter: '1000' } }
  { name: monitoringGroup, tags: { owner: 'security-operations', costCenter: '1000' } }
  { name: 'rg-contoso-shop', tags: { owner: 'shop-team', costCenter: '2040' } }
  { name: 'rg-contoso-sandbox', tags: { costCenter: '9999' } }
]

var defenderPlans = [
  { name: 'VirtualMachines', tier: 'Standard' }
  { name: 'KeyVaults', tier: 'Standard' }
  { name: 'SqlServers', tier: 'Standard' }
  { name: 'StorageAccounts', tier: 'Free' }
]

var access = [
  { role: ownerRole, group: platformTeamGroupId }
  { role: readerRole, group: auditorsGroupId }
]

resource groups 'Microsoft.Resources/resourceGroups@2024-03-01' = [
  for group in resourceGroups: {
    name: group.name
    location: location
    tags: group.tags
  }
]

@batchSize(1)
resource plans 'Microsoft.Security/pricings@2024-01-01' = [
  for plan in defenderPlans: {
    name: plan.name
    properties: {
      pricingTier: plan.tier
    }
  }
]

resource contact 'Microsoft.Security/securityContacts@2023-12-01-preview' = {
  name: 'default'
  properties: {
    isEnabled: true
    emails: securityMailbox
    notificationsByRole: { state: 'On', roles: ['Owner'] }
    notificationsSources: [{ sourceType: 'Alert', minimalSeverity: 'Medium' }]
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in access: {
    name: guid(subscription().id, entry.group, entry.role)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
      principalId: entry.group
      principalType: 'Group'
    }
  }
]

resource networkOperator 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(subscription().id, 'contoso-network-operator')
  properties: {
    roleName: 'Contoso network operator'
    description: 'Runs the hub network'
    type: 'CustomRole'
    permissions: [
      {
        actions: [
          'Microsoft.Network/*'
          'Microsoft.Resources/deployments/*'
          'Microsoft.Authorization/roleAssignments/write'
        ]
        notActions: [
          'Microsoft.Network/virtualNetworks/delete'
        ]
      }
    ]
    assignableScopes: [subscription().id]
  }
}

resource activityLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'activity-log'
  properties: {
    workspaceId: monitoring.outputs.workspaceId
    logs: [
      for category in ['Administrative', 'Security', 'Policy']: {
        category: category
        enabled: true
      }
    ]
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: resourceGroup(monitoringGroup)
  dependsOn: [groups]
  params: {
    location: location
  }
}

module hub 'modules/hub-network.bicep' = {
  scope: resourceGroup(hubGroup)
  dependsOn: [groups]
  params: {
    location: location
    workspaceId: monitoring.outputs.workspaceId
  }
}

module flowLog 'modules/flow-log.bicep' = {
  name: 'hub-flow-log'
  scope: resourceGroup('NetworkWatcherRG')
  params: {
    location: location
    networkId: hub.outputs.networkId
    storageId: resourceId(
      subscription().subscriptionId,
      'rg-contoso-shop',
      'Microsoft.Storage/storageAccounts',
      'stcontosologsprod'
    )
  }
}

output workspaceId string = monitoring.outputs.workspaceId
