import { resourceName } from '../../../shared/naming.bicep'
import { subnetType } from '../../../shared/types.bicep'

param location string
param addressPrefix string
param subnets subnetType[]
param tags object

@description('The first free address of the firewall\'s subnet is the firewall.')
param firewallAddress string = cidrHost(filter(subnets, subnet => subnet.name == 'AzureFirewallSubnet')[0].addressPrefix, 3)

resource securityGroups 'Microsoft.Network/networkSecurityGroups@2024-05-01' = [
  for subnet in subnets: if (subnet.?securityRules != null) {
    name: resourceName('nsg', subnet.name, location)
    location: location
    tags: tags
    properties: {
      securityRules: [
        for rule in (subnet.?securityRules ?? []): {
          name: rule.name
          properties: {
            priority: rule.priority
            direction: 'Inbound'
            access: rule.access
            protocol: rule.protocol
            sourceAddressPrefix: rule.source
            sourcePortRange: '*'
            destinationAddressPrefix: '*'
            destinationPortRanges: rule.destinationPorts
          }
        }
      ]
    }
  }
]

resource routes 'Microsoft.Network/routeTables@2024-05-01' = {
  name: resourceName('rt', 'hub', location)
  location: location
  tags: tags
  properties: {
    disableBgpRoutePropagation: true
    routes: [
      {
        name: 'everything-through-firewall'
        properties: {
          addressPrefix: '0.0.0.0/0'
          nextHopType: 'VirtualAppliance'
          nextHopIpAddress: firewallAddress
        }
      }
    ]
  }
}

resource ddos 'Microsoft.Network/ddosProtectionPlans@2024-05-01' = {
  name: resourceName('ddos', 'hub', location)
  location: location
  tags: tags
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: resourceName('vnet', 'hub', location)
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
    enableDdosProtection: true
    ddosProtectionPlan: { id: ddos.id }
    subnets: [
      for subnet in subnets: {
        name: subnet.name
        properties: {
          addressPrefix: subnet.addressPrefix
          defaultOutboundAccess: false
          networkSecurityGroup: subnet.?securityRules == null
            ? null
            : { id: resourceId('Microsoft.Network/networkSecurityGroups', resourceName('nsg', subnet.name, location)) }
          routeTable: subnet.?throughFirewall ?? false ? { id: routes.id } : null
        }
      }
    ]
  }
  dependsOn: [securityGroups]
}

output networkId string = network.id
output subnetIds object = toObject(subnets, subnet => subnet.name, subnet => '${network.id}/subnets/${subnet.name}')
