using 'main.bicep'

var administrators = 'Internet'

param addressPrefix = '10.0.0.0/16'

param subnets = [
  { name: 'AzureFirewallSubnet', addressPrefix: '10.0.0.0/26' }
  { name: 'AzureBastionSubnet', addressPrefix: '10.0.0.64/26' }
  {
    name: 'shared'
    addressPrefix: '10.0.1.0/24'
    throughFirewall: true
    securityRules: [
      {
        name: 'https'
        priority: 100
        access: 'Allow'
        protocol: 'Tcp'
        source: 'VirtualNetwork'
        destinationPorts: ['443']
      }
    ]
  }
  {
    name: 'jump-hosts'
    addressPrefix: '10.0.2.0/24'
    throughFirewall: true
    securityRules: [
      {
        name: 'ssh'
        priority: 100
        access: 'Allow'
        protocol: 'Tcp'
        source: administrators
        destinationPorts: ['22']
      }
    ]
  }
]

param privateDnsZones = [
  'privatelink.blob.core.windows.net'
  'privatelink.vaultcore.azure.net'
  'privatelink.azurewebsites.net'
]

param tags = { owner: 'network-team', costCenter: '1000' }
