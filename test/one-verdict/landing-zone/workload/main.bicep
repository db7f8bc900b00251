metadata description = 'The web shop of Contoso: a spoke network, a web app, a database, a key vault and storage.'

import { resourceName } from '../shared/naming.bicep'
import { environmentType, storageAccountType } from '../shared/types.bicep'

param environment environmentType
param location string = 'westeurope'
param allowPublicAccess bool = false
param storageAccounts storageAccountType[]
param pipelineRole 'owner' | 'contributor'
param pipelinePrincipalId string
param sqlAdminGroupId string
param backupRedundancy string = 'Geo'

@secure()
param smtpPassword string

@description('The pipeline passes it at deployment: it differs from office to office')
param officeAddressRange string

param logAnalyticsWorkspaceId string = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-contoso-monitoring/providers/Microsoft.OperationalInsights/workspaces/log-contoso'
param hubNetworkId string = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-contoso-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub'
param hubFirewallAddress string = '10.10.0.4'

var isProd = environment == 'prod'
var tags = { owner: 'shop-team', environment: environment }
var tenantId = '00000000-0000-0000-0000-000000000000'
var roles = {
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c'
  blobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
}
var siteDefaults = { ftpsState: 'AllAllowed', minTlsVersion: '1.2', linuxFxVersion: 'NODE|22-lts' }

module network 'modules/network.bicep' = {
  params: {
    environment: environment
    location: location
    tags: tags
    officeAddressRange: officeAddressRange
    hubNetworkId: hubNetworkId
    hubFirewallAddress: hubFirewallAddress
  }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceName('id', environment)
  location: location
  tags: tags

  resource github 'federatedIdentityCredentials' = {
    name: 'github'
    properties: {
      issuer: 'https://token.actions.githubusercontent.com'
      subject: 'repo:contoso/shop:pull_request'
      audiences: ['api://AzureADTokenExchange']
    }
  }
}

resource dataAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, identity.name, roles.blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource pipelineAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, pipelinePrincipalId, pipelineRole)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles[pipelineRole])
    principalId: pipelinePrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: resourceName('kv-contoso', environment)
  location: location
  tags: tags
  properties: {
    tenantId: tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    // A vault with purge protection cannot be created anew under its name, so dev goes without.
    enablePurgeProtection: isProd ? true : null
    publicNetworkAccess: allowPublicAccess ? 'Enabled' : 'Disabled'
  }

  resource smtp 'secrets' = {
    name: 'smtp-password'
    properties: {
      value: smtpPassword
      attributes: { enabled: true, exp: 1893456000 }
    }
  }
}

resource vaultAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'vault-audit'
  scope: vault
  properties: {
    workspaceId: logAnalyticsWorkspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    location: location
    environment: environment
    tags: tags
    accounts: storageAccounts
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: resourceName('plan', environment)
  location: location
  tags: tags
  kind: 'linux'
  sku: { name: isProd ? 'P1v3' : 'B1', capacity: isProd ? 3 : 1 }
  properties: { reserved: true, zoneRedundant: isProd }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: resourceName('app-contoso', environment)
  location: location
  tags: tags
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: network.outputs.subnetIds.integration
    siteConfig: {
      ...siteDefaults
      ipSecurityRestrictionsDefaultAction: 'Deny'
      ipSecurityRestrictions: [
        { name: 'front-door', action: 'Allow', priority: 100, tag: 'ServiceTag', ipAddress: 'AzureFrontDoor.Backend' }
      ]
      appSettings: [
        { name: 'Environment', value: environment }
        { name: 'SmtpPassword', value: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=${vault::smtp.name})' }
        { name: 'PaymentApiSecret', value: 'not-a-real-secret' }
      ]
    }
  }
}

resource publishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = [
  for protocol in ['scm', 'ftp']: {
    parent: site
    name: protocol
    properties: { allow: false }
  }
]

resource siteLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'site-logs'
  scope: site
  properties: {
    workspaceId: logAnalyticsWorkspaceId
    logs: map(['AppServiceHTTPLogs', 'AppServiceAuditLogs'], category => { category: category, enabled: true })
  }
}

module database 'modules/database.bicep' = {
  params: {
    name: resourceName('sql-contoso', environment)
    location: location
    tags: tags
    tenantId: tenantId
    adminGroupId: sqlAdminGroupId
    allowPublicAccess: allowPublicAccess
    backupRedundancy: backupRedundancy
    skuName: isProd ? 'GP_Gen5_4' : 'S1'
  }
}

var privateServices = [
  { kind: 'sql', name: 'pe-sql', connection: 'sql', group: 'sqlServer' }
  { kind: 'vault', name: 'pe-kv', connection: 'vault', group: 'vault' }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for service in privateServices: if (!allowPublicAccess) {
    name: resourceName(service.name, environment)
    location: location
    tags: tags
    properties: {
      subnet: { id: network.outputs.subnetIds.data }
      privateLinkServiceConnections: [
        {
          name: service.connection
          properties: {
            privateLinkServiceId: service.kind == 'sql' ? database.outputs.serverId : vault.id
            groupIds: [service.group]
          }
        }
      ]
    }
  }
]

output siteUrl string = 'https://${site.properties.defaultHostName}'
output vaultName string = vault.name
output storageAccountIds array = storage.outputs.accountIds
