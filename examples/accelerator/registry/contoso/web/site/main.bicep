metadata name = 'Web site'
metadata description = 'A web app with its plan, in a network, with logs where a workspace is given.'

param name string
param location string = resourceGroup().location
param skuName string = 'P1v3'
param subnetId string
param minTlsVersion string = '1.2'
param settings object = {}
param workspaceId string?
param tags object = {}

@secure()
param paymentKey string

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'linux'
  sku: { name: skuName }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  tags: tags
  kind: 'app,linux'
  identity: { type: 'SystemAssigned' }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: subnetId
    siteConfig: {
      ftpsState: 'Disabled'
      minTlsVersion: minTlsVersion
      linuxFxVersion: 'NODE|22-lts'
      ipSecurityRestrictionsDefaultAction: 'Deny'
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: { ...settings, PaymentKey: paymentKey }
  }

  resource publishing 'basicPublishingCredentialsPolicies' = [
    for protocol in ['ftp', 'scm']: {
      name: protocol
      properties: { allow: false }
    }
  ]
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (workspaceId != null) {
  name: 'to-workspace'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceHTTPLogs', enabled: true }
      { category: 'AppServiceAuditLogs', enabled: true }
    ]
  }
}

output id string = site.id
output hostName string = site.properties.defaultHostName
