metadata description = 'The hub: firewall, Bastion and the network that every workload peers with.'

import { subnetType } from '../../shared/types.bicep'

param location string
param workspaceId string

@description('Where administrators come from')
param adminSourcePrefix string = '*'

param spokeNetworkId string = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-contoso-shop/providers/Microsoft.Network/virtualNetworks/vnet-shop-prod'

var tags = { owner: 'network-team' }
var sharedPrefix = '10.10.1.0/24'
var zones = ['1', '2', '3']

var subnets subnetType[] = [
  { name: 'AzureFirewallSubnet', prefix: '10.10.0.0/26' }
  { name: 'AzureBastionSubnet', prefix: '10.10.0.64/26' }
  { name: 'GatewaySubnet', prefix: '10.10.0.128/27' }
]

resource ddosPlan 'Microsoft.Network/ddosProtectionPlans@2024-05-01' = {
  name: 'ddos-contoso'
  location: location
  tags: tags
  properties: {}
}

resource sharedNsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-shared'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'administration'
        properties: {
          description: 'Remote administration of the shared machines'
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: adminSourcePrefix
          sourcePortRange: '*'
          destinationAddressPrefix: sharedPrefix
          destinationPortRanges: ['22', '3380-3399']
        }
      }
      {
        name: 'names'
        properties: {
          priority: 110
          direction: 'Inbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: sharedPrefix
          destinationPortRange: '53'
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-hub'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.10.0.0/16'] }
    enableDdosProtection: true
    ddosProtectionPlan: { id: ddosPlan.id }
    subnets: [
      for subnet in subnets: {
        name: subnet.name
        properties: {
          addressPrefix: subnet.prefix
        }
      }
    ]
  }

  resource firewallSubnet 'subnets' existing = {
    name: 'AzureFirewallSubnet'
  }

  resource bastionSubnet 'subnets' existing = {
    name: 'AzureBastionSubnet'
  }

  resource shared 'subnets' = {
    name: 'shared'
    properties: {
      addressPrefix: sharedPrefix
      defaultOutboundAccess: false
      networkSecurityGroup: { id: sharedNsg.id }
    }
  }

  resource toShop 'virtualNetworkPeerings' = {
    name: 'to-shop'
    properties: {
      remoteVirtualNetwork: { id: spokeNetworkId }
      allowVirtualNetworkAccess: true
      allowForwardedTraffic: false
      allowGatewayTransit: true
    }
  }
}

resource addresses 'Microsoft.Network/publicIPAddresses@2024-05-01' = [
  for purpose in ['firewall', 'bastion']: {
    name: 'pip-${purpose}'
    location: location
    tags: tags
    sku: { name: 'Standard', tier: 'Regional' }
    zones: zones
    properties: { publicIPAllocationMethod: 'Static' }
  }
]

resource firewallPolicy 'Microsoft.Network/firewallPolicies@2024-05-01' = {
  name: 'afwp-hub'
  location: location
  tags: tags
  properties: {
    sku: { tier: 'Standard' }
    threatIntelMode: 'Alert'
    dnsSettings: { enableProxy: true }
  }
}

resource firewall 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'afw-hub'
  location: location
  tags: tags
  zones: zones
  properties: {
    sku: { name: 'AZFW_VNet', tier: 'Standard' }
    firewallPolicy: { id: firewallPolicy.id }
    ipConfigurations: [
      {
        name: 'hub'
        properties: {
          subnet: { id: network::firewallSubnet.id }
          publicIPAddress: { id: addresses[0].id }
        }
      }
    ]
  }
}

resource firewallLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'firewall-logs'
  scope: firewall
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

resource bastion 'Microsoft.Network/bastionHosts@2024-05-01' = {
  name: 'bas-hub'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: {
    enableTunneling: true
    enableShareableLink: false
    ipConfigurations: [
      {
        name: 'bastion'
        properties: {
          subnet: { id: network::bastionSubnet.id }
          publicIPAddress: { id: addresses[1].id }
        }
      }
    ]
  }
}

resource keepHub 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep-hub'
  scope: firewall
  properties: { level: 'CanNotDelete', notes: 'Every workload depends on the hub' }
}

output networkId string = network.id
