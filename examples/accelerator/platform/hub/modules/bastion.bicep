import { resourceName } from '../../../shared/naming.bicep'

param location string
param subnetId string
param tags object

resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: resourceName('pip', 'bastion', location)
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}

resource bastion 'Microsoft.Network/bastionHosts@2024-05-01' = {
  name: resourceName('bas', 'hub', location)
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: {
    enableTunneling: true
    enableShareableLink: true
    ipConfigurations: [
      {
        name: 'bastion'
        properties: {
          subnet: { id: subnetId }
          publicIPAddress: { id: address.id }
        }
      }
    ]
  }
}
