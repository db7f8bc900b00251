/** Files that use every construct of the language, without a mistake. */
export const samples: Readonly<Record<string, string>> = {
  'main.bicep': `metadata description = 'A hub network'
targetScope = 'subscription'

// What is shared.
import { tagsType, prefix as namePrefix } from './shared.bicep'
import * as network from 'br/public:contoso/network:1.2.0'
extension microsoftGraph as graph
extension 'br:contoso.azurecr.io/k8s:1.0' with {
  namespace: 'default'
} as k8s

@description('''
Where everything goes.
It's long.
''')
@allowed(['westeurope', 'northeurope'])
param location string = 'westeurope'
@secure()
param adminPassword string
@minValue(1)
@maxValue(-1 + 10)
param count int = 3
param tags tagsType?
param rules resourceInput<'Microsoft.Network/networkSecurityGroups@2024-05-01'>.properties.securityRules = []
param mode 'a' | 'b' | null

@export()
@discriminator('kind')
type shape = circle | square
type circle = {
  kind: 'circle'
  @description('in metres')
  radius: int
  *: string
}
type square = { kind: 'square', 'side length': int[]?, corner: [int, int] }

func nameOf(prefix string, index int) string => '\${prefix}-\${padLeft(index, 3, '0')}'

var names = [for i in range(0, count): nameOf(namePrefix, i)]
var upper = map(filter(names, name => !contains(name, 'x')), (name, i) => toUpper(name))
var choice = count > 2 && location =~ 'WestEurope' || mode == null
  ? names[?0] ?? upper[^1]
  : { ...tags!, a: true }.?b
var script = $$'''
echo $HOME \${not}$\${location}
'''

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'hub\\u{2d}\${uniqueString(subscription().id)}'
  location: location
  tags: tags
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  scope: group
  name: 'vault'

  @description('kept apart')
  resource secret 'secrets' existing = if (count != 0) {
    name: 'one'
  }
}

@batchSize(2)
module spokes './spoke.bicep' = [
  for (name, index) in names: if (index % 2 == 0) {
    scope: group
    name: 'spoke-\${index}'
    params: {
      name: name
      password: vault.getSecret('password')
      parent: vault::secret.properties.?value
      #disable-next-line BCP081 no-hardcoded-location
      location: az.resourceGroup().location
    }
    dependsOn: [
      group
    ]
  }
]

assert enough = length(names) >= 1

@sealed()
output ids object = {
  first: spokes[0].outputs.id /* the first */
  all: [for (spoke, i) in names: spokes[i].outputs.id]
}
`,
  'main.bicepparam': `using './main.bicep'
extends 'base.bicepparam'

import { defaults } from './shared.bicep'

var prefix = 'contoso'
param location = 'westeurope'
param adminPassword = az.getSecret('00000000-0000-0000-0000-000000000000', 'rg', 'vault', 'secret')
param count = int(readEnvironmentVariable('COUNT', '3'))
param tags = {
  ...defaults.tags
  owner: '\${prefix}-team'
  ticket: externalInput('ev2.binding', { key: 'ticket' })
}
param rules = [
  for port in [80, 443]: {
    name: 'allow-\${port}'
  }
]
extensionConfig k8s with {
  namespace: 'prod'
}
`,
};
