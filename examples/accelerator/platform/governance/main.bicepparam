using 'main.bicep'

var root = 'contoso'

param managementGroups = [
  { name: '${root}-platform', displayName: 'Platform', parent: root }
  { name: '${root}-landing-zones', displayName: 'Landing zones', parent: root }
  { name: '${root}-online', displayName: 'Online', parent: '${root}-landing-zones' }
  { name: '${root}-sandbox', displayName: 'Sandbox', parent: root }
]

param roleAssignments = [
  {
    managementGroup: '${root}-platform'
    role: 'Network Contributor'
    principalId: '00000000-0000-0000-0000-0000000000a1'
    principalType: 'Group'
  }
  {
    // Only until the groups are set up.
    managementGroup: '${root}-landing-zones'
    role: 'Owner'
    principalId: '00000000-0000-0000-0000-0000000000a2'
    principalType: 'User'
  }
  {
    managementGroup: '${root}-landing-zones'
    role: 'Reader'
    principalId: '00000000-0000-0000-0000-0000000000a3'
    principalType: 'Group'
  }
]

param logAnalyticsWorkspaceId = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-hub-weu/providers/Microsoft.OperationalInsights/workspaces/log-hub-weu'
