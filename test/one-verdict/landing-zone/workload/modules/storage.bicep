metadata description = 'Storage accounts, one for each entry of the list.'

import { environmentType, storageAccountType } from '../../shared/types.bicep'

param location string
param environment environmentType
param tags object
param accounts storageAccountType[]
param minimumTlsVersion string = 'TLS1_0'
param keepDeletedDays int = 14

resource storageAccounts 'Microsoft.Storage/storageAccounts@2023-05-01' = [
  for account in accounts: {
    name: 'stcontoso${account.name}${environment}'
    location: location
    tags: union(tags, { dataClassification: account.classification })
    sku: { name: environment == 'prod' ? 'Standard_ZRS' : 'Standard_LRS' }
    kind: 'StorageV2'
    properties: {
      supportsHttpsTrafficOnly: true
      minimumTlsVersion: minimumTlsVersion
      allowSharedKeyAccess: false
      allowCrossTenantReplication: false
      allowBlobPublicAccess: account.anonymousBlobs
      publicNetworkAccess: account.publicNetworkAccess
    }
  }
]

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = [
  for (account, index) in accounts: {
    parent: storageAccounts[index]
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: keepDeletedDays }
      containerDeleteRetentionPolicy: { enabled: true, days: keepDeletedDays }
    }
  }
]

output accountIds array = [for (account, index) in accounts: storageAccounts[index].id]
