param location string
param networkId string
param storageId string

resource watcher 'Microsoft.Network/networkWatchers@2024-05-01' existing = {
  name: 'NetworkWatcher_${location}'
}

resource flowLog 'Microsoft.Network/networkWatchers/flowLogs@2024-05-01' = {
  parent: watcher
  name: last(split(networkId, '/'))
  location: location
  properties: {
    targetResourceId: networkId
    storageId: storageId
    enabled: true
    retentionPolicy: { enabled: true, days: 90 }
  }
}
