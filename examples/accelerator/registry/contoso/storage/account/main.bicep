metadata name = 'Storage account'
metadata description = 'A storage account as Contoso wants it, with containers.'

type containerType = {
  name: string
  publicAccess: ('None' | 'Blob' | 'Container')?
}

param name string
param location string = resourceGroup().location
param skuName 'Standard_LRS' | 'Standard_ZRS' = 'Standard_ZRS'
param allowBlobPublicAccess bool = false
param publicNetworkAccess 'Enabled' | 'Disabled' = 'Disabled'
param minimumTlsVersion 'TLS1_0' | 'TLS1_1' | 'TLS1_2' = 'TLS1_2'
param containers containerType[] = []
param tags object = {}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: skuName }
  tags: tags
  properties: {
    supportsHttpsTrafficOnly: true
    minimumTlsVersion: minimumTlsVersion
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    allowBlobPublicAccess: allowBlobPublicAccess
    publicNetworkAccess: publicNetworkAccess
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: 14 }
      containerDeleteRetentionPolicy: { enabled: true, days: 14 }
    }

    resource blobContainers 'containers' = [
      for container in containers: {
        name: container.name
        properties: { publicAccess: container.?publicAccess ?? 'None' }
      }
    ]
  }
}

output id string = account.id
output blobEndpoint string = account.properties.primaryEndpoints.blob
