metadata description = 'The customer portal: a web app with its storage, secrets and private endpoints.'

import { resourceName, storageName } from '../shared/naming.bicep'
import { environmentType, tagsType } from '../shared/types.bicep'

param environment environmentType
param location string = 'westeurope'
param subnetIds {
  integration: string
  endpoints: string
}

@description('The portal serves images from it directly.')
param publicImages bool = false

@allowed(['1.0', '1.1', '1.2', '1.3'])
param minTlsVersion string = '1.2'

param platformVault {
  subscriptionId: string
  resourceGroup: string
  name: string
}

param tags tagsType = {
  owner: 'portal-team'
  costCenter: '2040'
  environment: environment
}

var workload = 'portal'
var isProd = environment == 'prod'

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: 'log-hub-weu'
  scope: resourceGroup('00000000-0000-0000-0000-000000000001', 'rg-hub-weu')
}

resource sharedVault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: platformVault.name
  scope: resourceGroup(platformVault.subscriptionId, platformVault.resourceGroup)
}

module storage 'br/contoso:storage/account:1.2.0' = {
  name: 'storage'
  params: {
    name: storageName(workload, 'web', environment)
    location: location
    skuName: isProd ? 'Standard_ZRS' : 'Standard_LRS'
    allowBlobPublicAccess: publicImages
    containers: [
      { name: 'images', publicAccess: publicImages ? 'Blob' : 'None' }
      { name: 'invoices', publicAccess: 'None' }
    ]
    tags: { ...tags, dataClassification: 'internal' }
  }
}

module site 'br/contoso:web/site:2.0.1' = {
  name: 'site'
  params: {
    name: resourceName('app', '${workload}-${environment}', location)
    location: location
    skuName: isProd ? 'P1v3' : 'B1'
    subnetId: subnetIds.integration
    minTlsVersion: minTlsVersion
    paymentKey: sharedVault.getSecret('payment-key')
    workspaceId: isProd ? logs.id : null
    settings: {
      Environment: environment
      ImagesUrl: storage.outputs.blobEndpoint
      VaultUri: secrets.outputs.vaultUri
    }
    tags: tags
  }
}

module secrets 'modules/secrets.bicep' = {
  params: {
    name: resourceName('kv', '${workload}-${environment}', location)
    location: location
    tags: tags
  }
}

module endpoints 'br/public:avm/ptn/example/private-endpoint:0.1.0' = [
  for service in ['blob', 'vault']: if (isProd) {
    name: 'endpoint-${service}'
    params: {
      name: resourceName('pe', '${workload}-${service}', location)
      location: location
      subnetId: subnetIds.endpoints
      serviceId: service == 'blob' ? storage.outputs.id : secrets.outputs.vaultId
      groupId: service
      tags: tags
    }
  }
]

output hostName string = site.outputs.hostName
output vaultUri string = secrets.outputs.vaultUri
