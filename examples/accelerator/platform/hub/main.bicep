targetScope = 'subscription'

metadata description = 'The hub: network, firewall, Bastion, private DNS and the logs of all of it.'

import { resourceName } from '../../shared/naming.bicep'
import { subnetType, tagsType } from '../../shared/types.bicep'

param location string = 'westeurope'
param addressPrefix string
param subnets subnetType[]
param privateDnsZones string[]
param deployBastion bool = true
param tags tagsType

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: resourceName('rg', 'hub', location)
  location: location
  tags: tags
}

module logs 'modules/logs.bicep' = {
  scope: group
  params: {
    name: resourceName('log', 'hub', location)
    location: location
    tags: tags
  }
}

module network 'modules/network.bicep' = {
  scope: group
  params: {
    location: location
    addressPrefix: addressPrefix
    subnets: subnets
    tags: tags
  }
}

module firewall 'modules/firewall.bicep' = {
  scope: group
  params: {
    location: location
    subnetId: network.outputs.subnetIds.AzureFirewallSubnet
    workspaceId: logs.outputs.workspaceId
    tags: tags
  }
}

module bastion 'modules/bastion.bicep' = if (deployBastion) {
  scope: group
  params: {
    location: location
    subnetId: network.outputs.subnetIds.AzureBastionSubnet
    tags: tags
  }
}

module dns 'modules/private-dns.bicep' = {
  scope: group
  params: {
    zones: privateDnsZones
    networkId: network.outputs.networkId
    tags: tags
  }
}

output networkId string = network.outputs.networkId
output workspaceId string = logs.outputs.workspaceId
