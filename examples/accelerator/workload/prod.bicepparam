using 'main.bicep'

var network = '/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-portal-prod'

param environment = 'prod'

param subnetIds = {
  integration: '${network}/subnets/integration'
  endpoints: '${network}/subnets/endpoints'
}

param platformVault = {
  subscriptionId: '00000000-0000-0000-0000-000000000001'
  resourceGroup: 'rg-hub-weu'
  name: 'kv-hub-weu'
}
