using 'main.bicep'

param platformTeamGroupId = '11111111-1111-1111-1111-111111111111'
param auditorsGroupId = '11111111-1111-1111-1111-222222222222'
