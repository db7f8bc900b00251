using 'main.bicep'

var network = '/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-portal-dev'

param environment = 'dev'
param publicImages = true
param minTlsVersion = '1.1'

param subnetIds = {
  integration: '${network}/subnets/integration'
  endpoints: '${network}/subnets/endpoints'
}

param platformVault = {
  subscriptionId: '00000000-0000-0000-0000-000000000001'
  resourceGroup: 'rg-hub-weu'
  name: 'kv-hub-weu'
}
