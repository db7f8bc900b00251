import { fold } from '../kernel/index.ts';

/** What is asked of Azure Resource Manager for each resource that is looked at, by the related type that it answers. */
const queriesOfResource: Readonly<Record<string, string>> = {
  'microsoft.insights/diagnosticsettings':
    'providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview',
  'microsoft.web/sites/config': 'config/web?api-version=2023-12-01',
  'microsoft.web/sites/slots/config': 'config/web?api-version=2023-12-01',
  'microsoft.web/sites/basicpublishingcredentialspolicies':
    'basicPublishingCredentialsPolicies?api-version=2023-12-01',
  'microsoft.web/sites/slots/basicpublishingcredentialspolicies':
    'basicPublishingCredentialsPolicies?api-version=2023-12-01',
  'microsoft.sql/servers/auditingsettings': 'auditingSettings?api-version=2021-11-01',
  'microsoft.sql/servers/securityalertpolicies': 'securityAlertPolicies?api-version=2021-11-01',
  'microsoft.sql/servers/administrators': 'administrators?api-version=2021-11-01',
  'microsoft.sql/servers/databases/transparentdataencryption':
    'transparentDataEncryption?api-version=2021-11-01',
  'microsoft.sql/managedinstances/securityalertpolicies': 'securityAlertPolicies?api-version=2021-11-01',
  'microsoft.storage/storageaccounts/blobservices': 'blobServices?api-version=2023-05-01',
  'microsoft.storage/storageaccounts/privateendpointconnections':
    'privateEndpointConnections?api-version=2023-05-01',
  'microsoft.network/privateendpoints/privatednszonegroups': 'privateDnsZoneGroups?api-version=2024-05-01',
  'microsoft.dbforpostgresql/flexibleservers/configurations': 'configurations?api-version=2024-08-01',
};

/** The same for what each subscription has. */
const queriesOfSubscription: Readonly<Record<string, string>> = {
  'microsoft.security/pricings': 'Microsoft.Security/pricings?api-version=2024-01-01',
  'microsoft.security/securitycontacts': 'Microsoft.Security/securityContacts?api-version=2020-01-01-preview',
  'microsoft.security/autoprovisioningsettings':
    'Microsoft.Security/autoProvisioningSettings?api-version=2017-08-01-preview',
  'microsoft.security/settings': 'Microsoft.Security/settings?api-version=2022-05-01',
  'microsoft.insights/logprofiles': 'Microsoft.Insights/logProfiles?api-version=2016-03-01',
};

/** Types that Resource Graph has (articles/governance/resource-graph/reference/supported-tables-resources.md), by their table. */
const graphTables: Readonly<Record<string, string>> = {
  'microsoft.guestconfiguration/guestconfigurationassignments': 'guestconfigurationresources',
  'microsoft.security/assessments': 'securityresources',
  'microsoft.insights/datacollectionruleassociations': 'insightsresources',
  'microsoft.kubernetesconfiguration/extensions': 'kubernetesconfigurationresources',
  'microsoft.kubernetesconfiguration/fluxconfigurations': 'kubernetesconfigurationresources',
  'microsoft.authorization/roleassignments': 'authorizationresources',
  'microsoft.compute/virtualmachines': 'resources',
  'microsoft.compute/virtualmachines/extensions': 'resources',
  'microsoft.hybridcompute/machines/extensions': 'resources',
  'microsoft.containerservice/managedclusters': 'resources',
  'microsoft.insights/activitylogalerts': 'resources',
  'microsoft.insights/datacollectionrules': 'resources',
  'microsoft.network/networkwatchers': 'resources',
  'microsoft.network/networkwatchers/flowlogs': 'resources',
  'microsoft.operationalinsights/workspaces': 'resources',
  'microsoft.security/automations': 'resources',
};

/**
 * The az command that prints what there is of a type. `{id}` stands for the id of each resource that a policy looks at or, for a child, of each parent;
 * `{subscriptionId}` for each subscription; `{version}` for an API version of the type.
 */
export function howToExport(type: string): string {
  const folded = fold(type);
  const table = graphTables[folded];
  if (table !== undefined) return `az graph query --first 1000 -q "${table} | where type =~ '${folded}'"`;
  const ofSubscription = queriesOfSubscription[folded];
  if (ofSubscription !== undefined) return get(`/subscriptions/{subscriptionId}/providers/${ofSubscription}`);
  return get(`{id}/${queriesOfResource[folded] ?? generalQuery(type)}`);
}

/** A child is listed under its parent, anything else as an extension of the resource that is looked at. */
function generalQuery(type: string): string {
  const segments = type.split('/');
  const path = segments.length > 2 ? segments.at(-1) : `providers/${type}`;
  return `${path}?api-version={version}`;
}

function get(url: string): string {
  return `az rest --method get --url "${url}"`;
}
