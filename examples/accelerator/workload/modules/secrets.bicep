param name string
param location string
param tags object

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    publicNetworkAccess: 'Disabled'
  }

  resource sessionKey 'keys' = {
    name: 'session'
    properties: {
      kty: 'RSA'
      keySize: 3072
      keyOps: ['sign', 'verify']
      rotationPolicy: {
        lifetimeActions: [
          { action: { type: 'rotate' }, trigger: { timeAfterCreate: 'P90D' } }
        ]
        attributes: { expiryTime: 'P180D' }
      }
    }
  }
}

output vaultId string = vault.id
output vaultUri string = vault.properties.vaultUri
