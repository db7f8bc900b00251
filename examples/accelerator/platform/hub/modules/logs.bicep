param name string
param location string
param tags object

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 180
    features: { disableLocalAuth: true }
  }
}

resource keep 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep-logs'
  scope: workspace
  properties: {
    level: 'CanNotDelete'
    notes: 'Evidence for investigations'
  }
}

output workspaceId string = workspace.id
