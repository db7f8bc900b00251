param location string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-contoso'
  location: location
  tags: { owner: 'security-operations' }
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    features: { disableLocalAuth: true }
  }
}

resource keepLogs 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep-logs'
  scope: workspace
  properties: { level: 'CanNotDelete', notes: 'Evidence for investigations' }
}

output workspaceId string = workspace.id
