metadata description = 'The spoke: security groups, routes through the hub, subnets and the peering.'

import { resourceName } from '../../shared/naming.bicep'
import { environmentType } from '../../shared/types.bicep'

param environment environmentType
param location string
param tags object
param officeAddressRange string
param hubNetworkId string
param hubFirewallAddress string

var prefixes = { app: '10.20.1.0/24', data: '10.20.2.0/24', integration: '10.20.3.0/24' }

resource hubAddress 'Microsoft.Network/publicIPAddresses@2024-05-01' existing = {
  name: 'pip-firewall'
  scope: resourceGroup('00000000-0000-0000-0000-000000000000', 'rg-contoso-hub')
}

resource appNsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: resourceName('nsg-app', environment)
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'front-door'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'AzureFrontDoor.Backend'
          sourcePortRange: '*'
          destinationAddressPrefix: prefixes.app
          destinationPortRange: '443'
        }
      }
      {
        name: 'office'
        properties: {
          priority: 110
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: officeAddressRange
          sourcePortRange: '*'
          destinationAddressPrefix: prefixes.app
          destinationPortRange: '22'
        }
      }
    ]
  }
}

resource dataNsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: resourceName('nsg-data', environment)
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'database'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: prefixes.app
          sourcePortRange: '*'
          destinationAddressPrefix: prefixes.data
          destinationPortRange: '1433'
        }
      }
      {
        name: 'through-hub'
        properties: {
          priority: 110
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: hubAddress.properties.ipAddress
          sourcePortRange: '*'
          destinationAddressPrefix: prefixes.data
          destinationPortRange: '22'
        }
      }
    ]
  }
}

resource routes 'Microsoft.Network/routeTables@2024-05-01' = {
  name: resourceName('rt', environment)
  location: location
  tags: tags
  properties: {
    disableBgpRoutePropagation: true
    routes: [
      {
        name: 'default'
        properties: {
          addressPrefix: '0.0.0.0/0'
          nextHopType: 'VirtualAppliance'
          nextHopIpAddress: hubFirewallAddress
        }
      }
    ]
  }
}

var subnets = [
  { name: 'app', prefix: prefixes.app, nsg: appNsg.id }
  { name: 'data', prefix: prefixes.data, nsg: dataNsg.id }
  { name: 'integration', prefix: prefixes.integration, nsg: '' }
]

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: resourceName('vnet', environment)
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    dhcpOptions: { dnsServers: [hubFirewallAddress] }
    subnets: [
      for subnet in subnets: {
        name: subnet.name
        properties: {
          addressPrefix: subnet.prefix
          defaultOutboundAccess: false
          routeTable: { id: routes.id }
          networkSecurityGroup: empty(subnet.nsg) ? null : { id: subnet.nsg }
        }
      }
    ]
  }

  resource toHub 'virtualNetworkPeerings' = {
    name: 'to-hub'
    properties: {
      remoteVirtualNetwork: { id: hubNetworkId }
      allowVirtualNetworkAccess: true
      allowForwardedTraffic: true
      useRemoteGateways: false
    }
  }
}

output subnetIds object = toObject(subnets, subnet => subnet.name, subnet => '${network.id}/subnets/${subnet.name}')
