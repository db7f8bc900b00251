import { resourceName } from '../../../shared/naming.bicep'

param location string
param subnetId string
param workspaceId string
param tags object

var zones = ['1', '2', '3']

resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: resourceName('pip', 'firewall', location)
  location: location
  tags: tags
  zones: zones
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}

resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' = {
  name: resourceName('afwp', 'hub', location)
  location: location
  tags: tags
  properties: {
    sku: { tier: 'Premium' }
    threatIntelMode: 'Deny'
    intrusionDetection: { mode: 'Alert' }
    dnsSettings: { enableProxy: true }
  }

  resource outbound 'ruleCollectionGroups' = {
    name: 'outbound'
    properties: {
      priority: 200
      ruleCollections: [
        {
          ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
          name: 'updates'
          priority: 100
          action: { type: 'Allow' }
          rules: [
            {
              ruleType: 'ApplicationRule'
              name: 'windows-update'
              sourceAddresses: ['10.0.0.0/8']
              fqdnTags: ['WindowsUpdate']
              protocols: [{ protocolType: 'Https', port: 443 }]
            }
          ]
        }
      ]
    }
  }
}

resource firewall 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: resourceName('afw', 'hub', location)
  location: location
  tags: tags
  zones: zones
  properties: {
    sku: { name: 'AZFW_VNet', tier: 'Premium' }
    firewallPolicy: { id: policy.id }
    ipConfigurations: [
      {
        name: 'hub'
        properties: {
          subnet: { id: subnetId }
          publicIPAddress: { id: address.id }
        }
      }
    ]
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-hub'
  scope: firewall
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

resource keep 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep-firewall'
  scope: firewall
  properties: { level: 'CanNotDelete' }
}

output privateAddress string = firewall.properties.ipConfigurations[0].properties.privateIPAddress
