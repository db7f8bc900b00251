metadata description = 'The database server of the shop, with sign-in by group only.'

param name string
param location string
param tags object
param tenantId string
param adminGroupId string
param allowPublicAccess bool
param backupRedundancy string
param skuName string

resource server 'Microsoft.Sql/servers@2023-08-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    version: '12.0'
    minimalTlsVersion: '1.2'
    publicNetworkAccess: allowPublicAccess ? 'Enabled' : 'Disabled'
    administrators: {
      administratorType: 'ActiveDirectory'
      principalType: 'Group'
      login: 'sql-admins'
      sid: adminGroupId
      tenantId: tenantId
      azureADOnlyAuthentication: true
    }
  }

  resource shop 'databases' = {
    name: 'shop'
    location: location
    tags: { ...tags, dataClassification: 'confidential' }
    sku: { name: skuName }
    properties: { requestedBackupStorageRedundancy: backupRedundancy }
  }

  resource azureServices 'firewallRules' = if (allowPublicAccess) {
    name: 'AllowAllWindowsAzureIps'
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  }

  resource auditing 'auditingSettings' = {
    name: 'default'
    properties: { state: 'Enabled', isAzureMonitorTargetEnabled: true }
  }

  resource alerts 'securityAlertPolicies' = {
    name: 'Default'
    properties: { state: 'Enabled' }
  }

  resource assessment 'sqlVulnerabilityAssessments' = {
    name: 'default'
    properties: { state: 'Enabled' }
    dependsOn: [alerts]
  }
}

output serverId string = server.id
