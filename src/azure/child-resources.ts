import { diagnosticSettingsTypes } from './diagnostic-settings-types.ts';

/** Children or settings of a resource that Resource Graph does not hold, and how to get them. */
export interface ChildResource {
  /** The type of the parent, in lower case. */
  readonly of: string;
  /** What follows the id of the parent. */
  readonly path: string;
  readonly version: string;
  /** One resource, or the list of all. */
  readonly answers: 'one' | 'list';
  /** `needed`: built-in policies look at it. `more`: other rooms do. */
  readonly use: 'needed' | 'more';
  /** The property in which the parent itself may hold the children whole; then nothing has to be asked. */
  readonly inline: string | undefined;
}

function one(of: string, path: string, version: string): ChildResource {
  return { of, path, version, answers: 'one', use: 'needed', inline: undefined };
}

function list(of: string, path: string, version: string): ChildResource {
  return { of, path, version, answers: 'list', use: 'needed', inline: undefined };
}

function connections(of: string, version: string): ChildResource {
  const inline = 'privateEndpointConnections';
  return { of, path: inline, version, answers: 'list', use: 'needed', inline };
}

function more(child: ChildResource): ChildResource {
  return { ...child, use: 'more' };
}

const subscriptions = 'microsoft.resources/subscriptions';
const sql = 'microsoft.sql/servers';
const databases = 'microsoft.sql/servers/databases';
const instances = 'microsoft.sql/managedinstances';
const storage = 'microsoft.storage/storageaccounts';
const sites = 'microsoft.web/sites';
const slots = 'microsoft.web/sites/slots';
const synapse = 'microsoft.synapse/workspaces';
const postgres = 'microsoft.dbforpostgresql/flexibleservers';
const mysql = 'microsoft.dbformysql/flexibleservers';
const eventHub = 'microsoft.eventhub/namespaces';
const serviceBus = 'microsoft.servicebus/namespaces';
const automation = 'microsoft.automation/automationaccounts';

const diagnosticSettings = 'providers/Microsoft.Insights/diagnosticSettings';
const diagnosticsVersion = '2021-05-01-preview';
const threatSettings = 'providers/Microsoft.Security/advancedThreatProtectionSettings/current';

/** The paths and versions are those of Azure/azure-rest-api-specs. One entry a line: a further child is a further line. */
export const childResources: readonly ChildResource[] = [
  ...diagnosticSettingsTypes.map((type) => list(type, diagnosticSettings, diagnosticsVersion)),
  list(storage, `blobServices/default/${diagnosticSettings}`, diagnosticsVersion),
  list(storage, `fileServices/default/${diagnosticSettings}`, diagnosticsVersion),
  list(storage, `queueServices/default/${diagnosticSettings}`, diagnosticsVersion),
  list(storage, `tableServices/default/${diagnosticSettings}`, diagnosticsVersion),
  list(subscriptions, diagnosticSettings, diagnosticsVersion),
  list(subscriptions, 'providers/Microsoft.Insights/logprofiles', '2016-03-01'),
  list(subscriptions, 'providers/Microsoft.Security/pricings', '2024-01-01'),
  list(subscriptions, 'providers/Microsoft.Security/securityContacts', '2023-12-01-preview'),
  list(subscriptions, 'providers/Microsoft.Security/autoProvisioningSettings', '2017-08-01-preview'),
  list(subscriptions, 'providers/Microsoft.Security/settings', '2022-05-01'),
  list(subscriptions, 'providers/Microsoft.Security/alertsSuppressionRules', '2019-01-01-preview'),
  list(subscriptions, 'providers/Microsoft.Security/serverVulnerabilityAssessmentsSettings', '2023-05-01'),
  list(subscriptions, 'providers/Microsoft.Automanage/configurationProfileAssignments', '2022-05-04'),
  list(subscriptions, 'providers/Microsoft.Consumption/budgets', '2019-10-01'),
  list(subscriptions, 'providers/Microsoft.Features/subscriptionFeatureRegistrations', '2021-07-01'),
  list(subscriptions, 'providers/Microsoft.Authorization/denyAssignments', '2022-04-01'),
  more(list(subscriptions, 'providers/Microsoft.Authorization/locks', '2020-05-01')),
  more(
    list(subscriptions, 'providers/Microsoft.Authorization/roleEligibilityScheduleInstances', '2020-10-01'),
  ),
  more(
    list(subscriptions, 'providers/Microsoft.Authorization/roleAssignmentScheduleInstances', '2020-10-01'),
  ),
  list(sql, 'auditingSettings', '2021-11-01'),
  list(sql, 'securityAlertPolicies', '2021-11-01'),
  list(sql, 'vulnerabilityAssessments', '2021-11-01'),
  list(sql, 'administrators', '2021-11-01'),
  list(sql, 'azureADOnlyAuthentications', '2021-11-01'),
  list(sql, 'encryptionProtector', '2021-11-01'),
  list(sql, 'virtualNetworkRules', '2021-11-01'),
  more(list(sql, 'firewallRules', '2021-11-01')),
  more(list(sql, 'connectionPolicies', '2021-11-01')),
  connections(sql, '2021-11-01'),
  list(databases, 'transparentDataEncryption', '2021-11-01'),
  list(databases, 'auditingSettings', '2021-11-01'),
  list(databases, 'securityAlertPolicies', '2021-11-01'),
  list(databases, 'vulnerabilityAssessments', '2021-11-01'),
  list(databases, 'backupLongTermRetentionPolicies', '2021-11-01'),
  list(instances, 'securityAlertPolicies', '2021-11-01'),
  list(instances, 'vulnerabilityAssessments', '2021-11-01'),
  list(instances, 'encryptionProtector', '2021-11-01'),
  list(instances, 'azureADOnlyAuthentications', '2021-11-01'),
  list(storage, 'blobServices', '2023-01-01'),
  list(storage, 'fileServices', '2023-01-01'),
  list(storage, 'queueServices', '2023-01-01'),
  list(storage, 'tableServices', '2023-01-01'),
  list(storage, 'fileServices/default/shares', '2023-01-01'),
  list(storage, 'encryptionScopes', '2023-01-01'),
  more(list(storage, 'blobServices/default/containers', '2023-01-01')),
  connections(storage, '2023-01-01'),
  one(storage, threatSettings, '2019-01-01'),
  more(one(storage, 'providers/Microsoft.Security/defenderForStorageSettings/current', '2022-12-01-preview')),
  one('microsoft.documentdb/databaseaccounts', threatSettings, '2019-01-01'),
  one(sites, 'config/web', '2022-09-01'),
  list(sites, 'basicPublishingCredentialsPolicies', '2022-09-01'),
  list(sites, 'virtualNetworkConnections', '2022-09-01'),
  more(one(sites, 'config/authsettingsV2', '2022-09-01')),
  connections(sites, '2022-09-01'),
  one(slots, 'config/web', '2022-09-01'),
  list(slots, 'basicPublishingCredentialsPolicies', '2022-09-01'),
  list('microsoft.app/containerapps', 'authConfigs', '2024-03-01'),
  list('microsoft.apimanagement/service', 'tenant', '2022-08-01'),
  list(synapse, 'auditingSettings', '2021-06-01'),
  list(synapse, 'securityAlertPolicies', '2021-06-01'),
  list(synapse, 'vulnerabilityAssessments', '2021-06-01'),
  list(synapse, 'azureADOnlyAuthentications', '2021-06-01'),
  list(synapse, 'dedicatedSQLminimalTlsSettings', '2021-06-01'),
  list(synapse, 'firewallRules', '2021-06-01'),
  connections(synapse, '2021-06-01'),
  list('microsoft.synapse/workspaces/sqlpools', 'transparentDataEncryption', '2021-06-01'),
  list(postgres, 'administrators', '2022-12-01'),
  list(postgres, 'configurations', '2022-12-01'),
  list(postgres, 'advancedThreatProtectionSettings', '2024-08-01'),
  more(list(postgres, 'firewallRules', '2022-12-01')),
  connections(postgres, '2024-08-01'),
  list(mysql, 'configurations', '2023-12-30'),
  list(mysql, 'advancedThreatProtectionSettings', '2023-12-01-preview'),
  more(list(mysql, 'firewallRules', '2023-12-30')),
  list(eventHub, 'networkRuleSets', '2024-01-01'),
  list(eventHub, 'authorizationRules', '2024-01-01'),
  connections(eventHub, '2024-01-01'),
  list(serviceBus, 'networkRuleSets', '2022-10-01-preview'),
  list(serviceBus, 'authorizationRules', '2022-10-01-preview'),
  connections(serviceBus, '2022-10-01-preview'),
  list(automation, 'variables', '2023-11-01'),
  connections(automation, '2020-01-13-preview'),
  list('microsoft.managedidentity/userassignedidentities', 'federatedIdentityCredentials', '2023-01-31'),
  list('microsoft.datafactory/factories', 'linkedservices', '2018-06-01'),
  list('microsoft.datafactory/factories', 'integrationRuntimes', '2018-06-01'),
  list('microsoft.compute/virtualmachinescalesets', 'extensions', '2023-09-01'),
  list('microsoft.containerservice/managedclusters', 'maintenanceConfigurations', '2024-02-01'),
  list('microsoft.hybridcompute/machines', 'licenseProfiles', '2024-07-10'),
  list('microsoft.azurestackhci/clusters', 'securitySettings', '2024-04-01'),
  list('microsoft.network/privateendpoints', 'privateDnsZoneGroups', '2023-11-01'),
  list('microsoft.servicenetworking/trafficcontrollers', 'securityPolicies', '2025-01-01'),
  list('microsoft.recoveryservices/vaults', 'backupProtectedItems', '2023-06-01'),
  list('microsoft.dataprotection/backupvaults', 'backupInstances', '2021-01-01'),
  list('microsoft.appconfiguration/configurationstores', 'replicas', '2023-03-01'),
  list('microsoft.cache/redisenterprise', 'databases', '2023-11-01'),
  connections('microsoft.appconfiguration/configurationstores', '2023-03-01'),
  connections('microsoft.attestation/attestationproviders', '2021-06-01'),
  connections('microsoft.batch/batchaccounts', '2024-02-01'),
  connections('microsoft.botservice/botservices', '2022-09-15'),
  connections('microsoft.cache/redis', '2023-08-01'),
  connections('microsoft.cache/redisenterprise', '2023-11-01'),
  connections('microsoft.cognitiveservices/accounts', '2023-05-01'),
  connections('microsoft.compute/diskaccesses', '2023-01-02'),
  connections('microsoft.containerregistry/registries', '2023-07-01'),
  connections('microsoft.dashboard/grafana', '2023-09-01'),
  connections('microsoft.databricks/workspaces', '2024-05-01'),
  connections('microsoft.deviceupdate/accounts', '2023-07-01'),
  connections('microsoft.devices/iothubs', '2023-06-30'),
  connections('microsoft.documentdb/databaseaccounts', '2023-04-15'),
  connections('microsoft.eventgrid/domains', '2022-06-15'),
  connections('microsoft.eventgrid/topics', '2022-06-15'),
  connections('microsoft.eventgrid/namespaces', '2025-02-15'),
  connections('microsoft.hdinsight/clusters', '2021-06-01'),
  connections('microsoft.hybridcompute/privatelinkscopes', '2022-12-27'),
  connections('microsoft.insights/privatelinkscopes', '2021-07-01-preview'),
  connections('microsoft.iotcentral/iotapps', '2021-11-01-preview'),
  connections('microsoft.keyvault/managedhsms', '2023-07-01'),
  connections('microsoft.keyvault/vaults', '2023-07-01'),
  connections('microsoft.kusto/clusters', '2023-08-15'),
  connections('microsoft.machinelearningservices/workspaces', '2024-04-01'),
  connections('microsoft.search/searchservices', '2023-11-01'),
  connections('microsoft.signalrservice/signalr', '2023-02-01'),
  connections('microsoft.signalrservice/webpubsub', '2023-02-01'),
  connections('microsoft.storagesync/storagesyncservices', '2022-06-01'),
];

/** How much beside the resources themselves is collected. */
export const childModes = ['none', 'needed', 'all'] as const;

export type ChildMode = (typeof childModes)[number];

/** The children to collect, by the type of the parent. */
export function childrenByType(mode: ChildMode): ReadonlyMap<string, readonly ChildResource[]> {
  const byType = new Map<string, ChildResource[]>();
  if (mode === 'none') return byType;
  for (const child of childResources) {
    if (child.use === 'more' && mode !== 'all') continue;
    const known = byType.get(child.of);
    if (known === undefined) byType.set(child.of, [child]);
    else known.push(child);
  }
  return byType;
}
