using 'main.bicep'

param environment = 'dev'
param allowPublicAccess = true
param storageAccounts = [
  { name: 'app', classification: 'internal', publicNetworkAccess: 'Enabled', anonymousBlobs: false }
  { name: 'logs', classification: 'internal', publicNetworkAccess: 'Disabled', anonymousBlobs: false }
  { name: 'export', classification: 'public', publicNetworkAccess: 'Enabled', anonymousBlobs: true }
]
param pipelineRole = 'owner'
param pipelinePrincipalId = '11111111-1111-1111-1111-333333333333'
param sqlAdminGroupId = '11111111-1111-1111-1111-444444444444'
param backupRedundancy = 'Local'
param officeAddressRange = externalInput('sys.cliArg', 'officeAddressRange')
param smtpPassword = az.getSecret('00000000-0000-0000-0000-000000000000', 'rg-contoso-shop', 'kv-contoso-deploy', 'smtp-password')
