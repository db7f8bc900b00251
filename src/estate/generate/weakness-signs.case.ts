import { fold, isObject, type Value, type ValueObject } from '../../kernel/index.ts';
import type { WeaknessName } from './weaknesses.ts';

/** How a weakness shows: of the objects of a (folded) type, those of which this is true have it. */
export interface WeaknessSign {
  readonly weakness: WeaknessName;
  readonly type: string;
  readonly isIn: (object: ValueObject, ids: ReadonlySet<string>) => boolean;
  /** Where not all objects of the type could have it. */
  readonly couldBe?: (object: ValueObject) => boolean;
}

/** The value at a path of a body, such as `properties.network.publicNetworkAccess`. */
export function at(object: ValueObject, path: string): Value | undefined {
  let value: Value | undefined = object;
  for (const step of path.split('.')) value = isObject(value) ? value[step] : undefined;
  return value;
}

type Equals = readonly [WeaknessName, type: string, path: string, value: Value | undefined];

const byValue: readonly Equals[] = [
  ['public-network', 'microsoft.storage/storageaccounts', 'publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.keyvault/vaults', 'networkAcls.defaultAction', 'Allow'],
  ['public-network', 'microsoft.sql/servers', 'publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.dbforpostgresql/flexibleservers', 'network.publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.dbformysql/flexibleservers', 'network.publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.documentdb/databaseaccounts', 'publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.cache/redis', 'publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.servicebus/namespaces/networkrulesets', 'defaultAction', 'Allow'],
  ['public-network', 'microsoft.eventhub/namespaces', 'publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.web/sites', 'publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.containerregistry/registries', 'publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.app/managedenvironments', 'vnetConfiguration.internal', false],
  ['public-network', 'microsoft.cognitiveservices/accounts', 'publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.search/searchservices', 'publicNetworkAccess', 'enabled'],
  ['public-network', 'microsoft.datafactory/factories', 'publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.machinelearningservices/workspaces', 'publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.apimanagement/service', 'virtualNetworkType', 'None'],
  ['public-network', 'microsoft.eventgrid/topics', 'publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.appconfiguration/configurationstores', 'publicNetworkAccess', 'Enabled'],
  ['public-network', 'microsoft.recoveryservices/vaults', 'publicNetworkAccess', 'Enabled'],
  ['local-sign-in', 'microsoft.storage/storageaccounts', 'allowSharedKeyAccess', true],
  ['local-sign-in', 'microsoft.keyvault/vaults', 'enableRbacAuthorization', false],
  ['local-sign-in', 'microsoft.sql/servers', 'administrators.azureADOnlyAuthentication', false],
  ['local-sign-in', 'microsoft.documentdb/databaseaccounts', 'disableLocalAuth', false],
  ['local-sign-in', 'microsoft.containerregistry/registries', 'adminUserEnabled', true],
  ['local-sign-in', 'microsoft.servicebus/namespaces', 'disableLocalAuth', false],
  ['local-sign-in', 'microsoft.insights/components', 'DisableLocalAuth', false],
  ['old-tls', 'microsoft.storage/storageaccounts', 'minimumTlsVersion', 'TLS1_0'],
  ['old-tls', 'microsoft.sql/servers', 'minimalTlsVersion', '1.0'],
  ['old-tls', 'microsoft.web/sites/config', 'minTlsVersion', '1.0'],
  ['old-tls', 'microsoft.network/applicationgateways', 'sslPolicy.policyName', 'AppGwSslPolicy20150501'],
  ['plain-http', 'microsoft.storage/storageaccounts', 'supportsHttpsTrafficOnly', false],
  ['plain-http', 'microsoft.web/sites', 'httpsOnly', false],
  ['plain-http', 'microsoft.cache/redis', 'enableNonSslPort', true],
  ['plain-ftp', 'microsoft.web/sites/config', 'ftpsState', 'AllAllowed'],
  ['publishing-passwords', 'microsoft.web/sites/basicpublishingcredentialspolicies', 'allow', true],
  ['remote-debugging', 'microsoft.web/sites/config', 'remoteDebuggingEnabled', true],
  ['no-purge-protection', 'microsoft.keyvault/vaults', 'enablePurgeProtection', undefined],
  ['endless-secret', 'microsoft.keyvault/vaults/secrets', 'attributes.exp', undefined],
  ['endless-secret', 'microsoft.keyvault/vaults/keys', 'attributes.exp', undefined],
  [
    'no-soft-delete',
    'microsoft.storage/storageaccounts/blobservices',
    'deleteRetentionPolicy.enabled',
    false,
  ],
  ['anonymous-blobs', 'microsoft.storage/storageaccounts', 'allowBlobPublicAccess', true],
  ['unencrypted', 'microsoft.sql/servers/databases/transparentdataencryption', 'state', 'Disabled'],
  ['unencrypted', 'microsoft.compute/virtualmachines', 'securityProfile.encryptionAtHost', false],
  ['no-auditing', 'microsoft.sql/servers/auditingsettings', 'state', 'Disabled'],
  ['short-backup', 'microsoft.sql/servers/databases', 'requestedBackupStorageRedundancy', 'Local'],
  ['short-backup', 'microsoft.dbforpostgresql/flexibleservers', 'backup.backupRetentionDays', 7],
  ['short-backup', 'microsoft.documentdb/databaseaccounts', 'backupPolicy.type', 'Periodic'],
  ['no-trusted-launch', 'microsoft.compute/virtualmachines', 'securityProfile.securityType', undefined],
  ['exportable-disk', 'microsoft.compute/disks', 'networkAccessPolicy', 'AllowAll'],
  [
    'no-network-security-group',
    'microsoft.network/virtualnetworks/subnets',
    'networkSecurityGroup',
    undefined,
  ],
  [
    'waf-only-watches',
    'microsoft.network/applicationgatewaywebapplicationfirewallpolicies',
    'policySettings.mode',
    'Detection',
  ],
  [
    'open-kubernetes-api',
    'microsoft.containerservice/managedclusters',
    'apiServerAccessProfile.enablePrivateCluster',
    false,
  ],
  ['kubernetes-local-accounts', 'microsoft.containerservice/managedclusters', 'disableLocalAccounts', false],
  ['defender-plan-off', 'microsoft.security/pricings', 'pricingTier', 'Free'],
  ['no-security-contact', 'microsoft.security/securitycontacts', 'emails', ''],
];

const byText: readonly (readonly [WeaknessName, type: string, sign: RegExp])[] = [
  ['old-runtime', 'microsoft.web/sites', /"(PYTHON\|3\.8|NODE\|16-lts|DOTNETCORE\|6\.0)"/],
  ['no-patching', 'microsoft.compute/virtualmachines', /"patchMode":"(Manual|ImageDefault)"/],
  ['machine-public-ip', 'microsoft.network/networkinterfaces', /"publicIPAddress"/],
  ['open-management-port', 'microsoft.network/networksecuritygroups', /"Internet"/],
  ['old-kubernetes', 'microsoft.containerservice/managedclusters', /"kubernetesVersion":"1\.2/],
  [
    'pull-requests-sign-in',
    'microsoft.managedidentity/userassignedidentities/federatedidentitycredentials',
    /:pull_request"/,
  ],
  [
    'other-location',
    'microsoft.resources/subscriptions/resourcegroups',
    /"location":"(eastus|southeastasia)"/,
  ],
];

const setting = '/providers/microsoft.insights/diagnosticsettings/setbypolicy-loganalytics';

const byAbsence: readonly (readonly [WeaknessName, type: string, missing: string])[] = [
  ['no-diagnostics', 'microsoft.keyvault/vaults', setting],
  ['no-diagnostics', 'microsoft.storage/storageaccounts/blobservices', setting],
  ['no-diagnostics', 'microsoft.web/sites', setting],
  ['no-lock', 'microsoft.recoveryservices/vaults', '/providers/microsoft.authorization/locks/do-not-delete'],
  ['database-open-to-azure', 'microsoft.sql/servers', '/firewallrules/allowallwindowsazureips'],
  [
    'unwatched-subscription',
    'microsoft.resources/subscriptions',
    '/providers/microsoft.insights/diagnosticsettings/activity-log',
  ],
];

/** All signs, so that each weakness of the table is looked for. */
export const weaknessSigns: readonly WeaknessSign[] = [
  ...byValue.map(
    ([weakness, type, path, value]): WeaknessSign => ({
      weakness,
      type,
      isIn: (object) => at(object, `properties.${path}`) === value,
      couldBe: (object) => !/\/rg-hub\//.test(String(object.id)),
    }),
  ),
  ...byText.map(
    ([weakness, type, sign]): WeaknessSign => ({
      weakness,
      type,
      isIn: (object) => sign.test(JSON.stringify(object)),
    }),
  ),
  ...byAbsence.map(
    ([weakness, type, missing]): WeaknessSign => ({
      weakness,
      type,
      isIn: (object, ids) =>
        ids.has(fold(String(object.id)) + missing) === (weakness === 'database-open-to-azure'),
    }),
  ),
  {
    weakness: 'no-flow-log',
    type: 'microsoft.network/networkwatchers',
    isIn: ({ id, name }, ids) =>
      !ids.has(`${fold(String(id))}/flowlogs/${String(name).replace('nw-', 'flow-')}`),
  },
  {
    weakness: 'no-endpoint-protection',
    type: 'microsoft.compute/virtualmachines',
    isIn: ({ id }, ids) =>
      !['windows', 'linux'].some((os) => ids.has(`${fold(String(id))}/extensions/mde.${os}`)),
  },
  {
    weakness: 'no-backup',
    type: 'microsoft.compute/virtualmachines',
    isIn: ({ name, resourceGroup }, ids) =>
      ![...ids].some((id) => id.endsWith(`/protecteditems/vm;iaasvmcontainerv2;${resourceGroup};${name}`)),
  },
  {
    weakness: 'no-owner',
    type: 'microsoft.resources/subscriptions/resourcegroups',
    isIn: (object) => at(object, 'tags.owner') === undefined,
  },
  {
    weakness: 'workload-owns',
    type: 'microsoft.authorization/roleassignments',
    couldBe: (object) => at(object, 'properties.principalType') === 'ServicePrincipal',
    isIn: (object) => /8e3af657/.test(String(at(object, 'properties.roleDefinitionId'))),
  },
];
