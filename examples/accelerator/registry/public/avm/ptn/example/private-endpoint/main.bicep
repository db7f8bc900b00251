metadata name = 'Private endpoint'
metadata description = 'A private endpoint of one service in one subnet.'

param name string
param location string = resourceGroup().location
param subnetId string
param serviceId string
param groupId string
param tags object = {}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: groupId
        properties: {
          privateLinkServiceId: serviceId
          groupIds: [groupId]
        }
      }
    ]
  }
}

output id string = endpoint.id
