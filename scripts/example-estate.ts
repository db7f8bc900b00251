// npx tsx scripts/example-estate.ts: writes examples/estate. The services are those of generated estates, without a weakness; what is wrong is planted here by hand.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { customPolicies } from '../src/estate/generate/custom-policies.ts';
import { directoryObjects, workloadPrincipal } from '../src/estate/generate/directory-objects.ts';
import { generatedGuid, tenantId } from '../src/estate/generate/generated-id.ts';
import type { GeneratedSubscription } from '../src/estate/generate/generated-subscription.ts';
import { ancestorsChain, managementGroups } from '../src/estate/generate/management-groups.ts';
import type { Place } from '../src/estate/generate/place.ts';
import { hub, logs } from '../src/estate/generate/platform-services.ts';
import { guardrailsAssignmentId, policyAssignments } from '../src/estate/generate/policy-assignments.ts';
import { Random } from '../src/estate/generate/random.ts';
import { extensionOf, idOf } from '../src/estate/generate/resource-row.ts';
import { aiServices } from '../src/estate/generate/resources/ai-services.ts';
import { applicationGateway } from '../src/estate/generate/resources/application-gateway.ts';
import { flowLog } from '../src/estate/generate/resources/flow-log.ts';
import { keyVault } from '../src/estate/generate/resources/key-vault.ts';
import { managedIdentity } from '../src/estate/generate/resources/managed-identity.ts';
import { publicIpAddress } from '../src/estate/generate/resources/public-ip-address.ts';
import { recoveryVault, recoveryVaultName } from '../src/estate/generate/resources/recovery-vault.ts';
import { sqlServer } from '../src/estate/generate/resources/sql-server.ts';
import { storageAccount } from '../src/estate/generate/resources/storage-account.ts';
import { virtualMachine } from '../src/estate/generate/resources/virtual-machine.ts';
import { virtualNetwork } from '../src/estate/generate/resources/virtual-network.ts';
import { webApp } from '../src/estate/generate/resources/web-app.ts';
import { type RoleFacts, roleAssignment } from '../src/estate/generate/role-assignment.ts';
import { hubNetworkId } from '../src/estate/generate/shared-services.ts';
import { subscriptionServices } from '../src/estate/generate/subscription-services.ts';
import { isObject, type Value, type ValueObject } from '../src/kernel/index.ts';
import { accessPaths, deployerIdentity, signInPolicies, teamMembers } from './example-access.ts';

const now = '2026-11-01T00:00:00.000Z';

/** Plants nothing; what is picked is the first. */
class Faultless extends Random {
  override next(): number {
    return 0;
  }

  override chance(): boolean {
    return false;
  }
}

const random = new Faultless(1);

/** What Azure lists below its parent as well: it would be there twice, and more to read. */
const repeated =
  /\/(securityRules|subnets|virtualNetworkPeerings|routes|privateDnsZoneGroups|privateEndpointConnections|privateDnsZones)\/[^/]+$/;

/** A resource group with the resources that the parts make in it. */
function group(
  subscription: GeneratedSubscription,
  name: string,
  tags: ValueObject | null,
  ...parts: readonly ((place: Place) => ValueObject[])[]
): ValueObject[] {
  const groupId = `${subscription.id}/resourceGroups/${name}`;
  const workload = name.replace('rg-', '');
  const place: Place = {
    random,
    now,
    subscription,
    groupId,
    groupName: name,
    location: subscription.location,
    tags: { workload, dataClassification: 'internal' },
    suffix: workload,
    compactSuffix: workload.replaceAll('-', ''),
    isProduction: true,
  };
  const row: ValueObject = {
    id: groupId,
    name,
    type: 'microsoft.resources/subscriptions/resourcegroups',
    tenantId,
    location: subscription.location,
    subscriptionId: subscription.guid,
    properties: { provisioningState: 'Succeeded' },
    tags,
  };
  const resources = parts.flatMap((part) => part(place));
  return [row, ...resources.filter((resource) => !repeated.test(idOf(resource)))];
}

function subscription(number: number, displayName: string, managementGroup: string): GeneratedSubscription {
  const guid = generatedGuid('subscription', number);
  const id = `/subscriptions/${guid}`;
  const network = managementGroup === 'connectivity' ? 'rg-hub/.../vnet-hub' : 'rg-network/.../vnet-spoke';
  return {
    number,
    id,
    guid,
    displayName,
    managementGroup,
    location: 'westeurope',
    networkId: `${id}/resourceGroups/${network.replace('...', 'providers/Microsoft.Network/virtualNetworks')}`,
    recoveryVaultId: `${id}/resourceGroups/rg-backup/providers/Microsoft.RecoveryServices/vaults/${recoveryVaultName(number)}`,
  };
}

function subscriptionRow({ id, guid, displayName, managementGroup }: GeneratedSubscription): ValueObject {
  return {
    id,
    name: displayName,
    type: 'microsoft.resources/subscriptions',
    tenantId,
    subscriptionId: guid,
    properties: { state: 'Enabled', managementGroupAncestorsChain: ancestorsChain(managementGroup) },
    tags:
      managementGroup === 'management' || managementGroup === 'connectivity'
        ? { owner: 'cloud-platform@contoso.example' }
        : null,
  };
}

function spoke(subnets: readonly string[]): (place: Place) => ValueObject[] {
  return (place) => {
    const networkName = place.subscription.networkId.split('/').at(-1) ?? '';
    const facts = { name: networkName, block: place.subscription.number, subnets, peerId: hubNetworkId };
    return [...virtualNetwork(place, facts), ...flowLog(place, place.subscription.networkId)];
  };
}

const connectivity = subscription(1, 'Contoso connectivity', 'connectivity');
const management = subscription(2, 'Contoso management', 'management');
const shop = subscription(3, 'Contoso shop', 'online');
const analytics = subscription(4, 'Contoso analytics', 'corp');
const playground = subscription(5, 'Pay-as-you-go of the innovation team', '');
const subscriptions = [connectivity, management, shop, analytics, playground];
const platformTags = { owner: 'cloud-platform@contoso.example', costCenter: 'CC-1000', environment: 'prod' };
const shopTags = { owner: 'shop@contoso.example', costCenter: 'CC-1017', environment: 'prod' };
const analyticsTags = { owner: 'data@contoso.example', costCenter: 'CC-1042', environment: 'prod' };

/** The files of the example estate, by their names in its folder. */
export function exampleEstate(): Map<string, string> {
  const files: Record<string, ValueObject[]> = {
    'platform.json': [
      ...group(connectivity, 'rg-hub', platformTags, hub, (place) => flowLog(place, hubNetworkId)),
      ...group(management, 'rg-logs', platformTags, (place) =>
        logs({ ...place, compactSuffix: 'logs00002' }),
      ),
    ],
    'shop.json': [
      ...group(shop, 'rg-network', platformTags, spoke(['snet-apps', 'snet-endpoints'])),
      ...group(
        shop,
        'rg-shop',
        shopTags,
        webApp,
        sqlServer,
        keyVault,
        storageAccount,
        applicationGateway,
        (place) => managedIdentity(place, 1),
      ),
    ],
    'analytics.json': [
      ...group(analytics, 'rg-network', platformTags, spoke(['snet-machines', 'snet-endpoints'])),
      ...group(analytics, 'rg-backup', platformTags, recoveryVault),
      ...group(analytics, 'rg-forgotten', null, (place) => [publicIpAddress(place, 'pip-forgotten')]),
      ...group(
        analytics,
        'rg-analytics',
        analyticsTags,
        keyVault,
        aiServices,
        (place) => virtualMachine(place, 1),
        ({ groupId }) => [deployerIdentity(groupId)],
      ),
    ],
    'playground.json': [
      ...group(playground, 'rg-network', null, spoke(['snet-machines'])),
      ...group(playground, 'rg-experiments', null, storageAccount, (place) => [
        publicIpAddress(place, 'pip-vm-experiments-1'),
        ...virtualMachine(place, 1),
      ]),
    ],
    'security.json': subscriptions.flatMap((one) => subscriptionServices(one, random).filter(isShown)),
    'policy.json': [...customPolicies(), ...policyAssignments(), ...exemptions()],
    'access.json': access(),
    'privileged-access.json': accessPaths({ connectivity, management, shop, analytics }),
    'sign-in.json': signInPolicies(),
  };
  for (const [name, objects] of Object.entries(files)) files[name] = plant(objects, name);
  const scopes = {
    'management-groups.json': managementGroups(),
    'subscriptions.json': subscriptions.map(subscriptionRow),
  };
  return new Map(
    Object.entries({ ...scopes, ...files }).map(([name, objects]) => [
      name,
      `${JSON.stringify({ value: objects }, null, 2)}\n`,
    ]),
  );
}

/** Of eight Defender plans two are enough to read. */
function isShown({ type, name }: ValueObject): boolean {
  return (
    type !== 'Microsoft.Security/pricings' || ['VirtualMachines', 'StorageAccounts'].includes(String(name))
  );
}

function exemptions(): ValueObject[] {
  const exemption = (scope: string, name: string, reference: string, properties: ValueObject) =>
    extensionOf(scope, 'Microsoft.Authorization/policyExemptions', name, {
      policyAssignmentId: guardrailsAssignmentId,
      policyDefinitionReferenceIds: [reference],
      displayName: name,
      ...properties,
    });
  return [
    exemption(`${analytics.id}/resourceGroups/rg-analytics`, 'vault-logs-by-agent', 'records', {
      exemptionCategory: 'Mitigated',
      description: 'The data team sends the logs of its vault to the security team by another way',
      // So far away that the example does not change with the calendar.
      expiresOn: '2099-12-31T00:00:00Z',
    }),
    exemption(`${shop.id}/resourceGroups/rg-shop`, 'old-tills', 'transfer', {
      exemptionCategory: 'Waiver',
      description: 'Old tills upload without TLS until they are replaced',
      expiresOn: '2026-03-31T00:00:00Z',
    }),
    extensionOf(shop.id, 'Microsoft.PolicyInsights/attestations', 'access-reviewed', {
      policyAssignmentId: guardrailsAssignmentId.toLowerCase(),
      policyDefinitionReferenceId: 'reviews',
      complianceState: 'Compliant',
      owner: 'shop@contoso.example',
      assessmentDate: '2026-10-12T00:00:00Z',
      expiresOn: '2099-12-31T00:00:00Z',
      comments: 'All role assignments were looked at',
    }),
  ];
}

function access(): ValueObject[] {
  const roles: Omit<RoleFacts, 'number'>[] = [
    { scope: management.id, role: 'reader', principalId: generatedGuid('team', 3), principalType: 'Group' },
    { scope: shop.id, role: 'reader', principalId: generatedGuid('team', 3), principalType: 'Group' },
    // Planted: a person owns a whole subscription.
    { scope: playground.id, role: 'owner', principalId: generatedGuid('person', 2), principalType: 'User' },
    // Planted: a workload's identity can give itself and others any right in its resource group.
    {
      scope: `${shop.id}/resourceGroups/rg-shop`,
      role: 'owner',
      principalId: generatedGuid('workload', 1),
      principalType: 'ServicePrincipal',
    },
  ];
  return [
    ...directoryObjects().map(withMembers),
    workloadPrincipal(1, 'id-shop'),
    workloadPrincipal(2, 'id-deploy-analytics'),
    ...roles.map((facts, at) => roleAssignment({ number: at + 1, ...facts })),
  ];
}

/** A group with its members, as Microsoft Graph answers it when it is asked to expand them. */
function withMembers(object: ValueObject): ValueObject {
  const members = teamMembers[idOf(object)];
  if (members === undefined) return object;
  return { ...object, members: members.map((id) => ({ '@odata.type': '#microsoft.graph.user', id })) };
}

type Change = readonly [idEnd: string, path: string, value?: Value];

/** What is wrong in each file, as README.md of the example lists it: the end of an id, a path and its value; without a value the property is removed. */
const changes: Readonly<Record<string, readonly Change[]>> = {
  'shop.json': [
    ['/storageAccounts/stshopa', 'properties.minimumTlsVersion', 'TLS1_0'],
    ['/storageAccounts/stshopa', 'properties.supportsHttpsTrafficOnly', false],
    ['/secrets/partner-api', 'properties.attributes.exp'],
    ['/servers/sql-shop', 'properties.publicNetworkAccess', 'Enabled'],
    ['/sites/app-shop', 'properties.siteConfig.linuxFxVersion', 'PYTHON|3.8'],
    ['/sites/app-shop/config/web', 'properties.ftpsState', 'AllAllowed'],
    ['/waf-shop', 'properties.policySettings.mode', 'Detection'],
    ['/federatedIdentityCredentials/pipeline', 'properties.subject', 'repo:contoso/shop:pull_request'],
  ],
  'analytics.json': [
    ['/vaults/kv-analytics', 'properties.enablePurgeProtection'],
    ['/accounts/oai-analytics', 'properties.disableLocalAuth', false],
    ['/accounts/oai-analytics', 'location', 'eastus'],
    ['/virtualNetworks/vnet-spoke', 'properties.subnets.1.properties.networkSecurityGroup'],
  ],
  'playground.json': [
    ['/storageAccounts/stexperimentsa', 'properties.allowBlobPublicAccess', true],
    ['/storageAccounts/stexperimentsa', 'properties.publicNetworkAccess', 'Enabled'],
    ['/storageAccounts/stexperimentsa', 'properties.networkAcls.defaultAction', 'Allow'],
    ['/storageAccounts/stexperimentsa', 'properties.allowSharedKeyAccess', true],
    ['/networkSecurityGroups/nsg-vnet-spoke-snet-machines', 'properties.securityRules.0.name', 'AllowSsh'],
    [
      '/networkSecurityGroups/nsg-vnet-spoke-snet-machines',
      'properties.securityRules.0.properties.sourceAddressPrefix',
      'Internet',
    ],
    [
      '/networkSecurityGroups/nsg-vnet-spoke-snet-machines',
      'properties.securityRules.0.properties.destinationPortRange',
      '22',
    ],
    ['/virtualMachines/vm-experiments-1', 'properties.securityProfile.securityType', 'Standard'],
    ['/virtualMachines/vm-experiments-1', 'properties.securityProfile.uefiSettings'],
  ],
  'security.json': [
    ['0005/providers/Microsoft.Security/pricings/VirtualMachines', 'properties.pricingTier', 'Free'],
    ['0005/providers/Microsoft.Security/securityContacts/default', 'properties.emails', ''],
  ],
};

/** What is missing: the resources whose ids end so. */
const missing: Readonly<Record<string, readonly RegExp[]>> = {
  'platform.json': [/\/automationAccounts\//, /\/azureFirewalls\/afw-hub\/.*\/locks\//],
  'analytics.json': [/\/vaults\/kv-analytics\/.*\/diagnosticSettings\//, /\/flowLogs\//],
  'playground.json': [/\/protectedItems\//, /\/extensions\/MDE/, /\/privateEndpoint(s|Connections)\//],
};

/** The objects of a file with what is planted in it. */
function plant(objects: readonly ValueObject[], file: string): ValueObject[] {
  for (const [idEnd, path, value] of changes[file] ?? []) {
    const found = objects.filter((object) => idOf(object).endsWith(idEnd));
    const [object, ...others] = found;
    if (object === undefined || others.length > 0)
      throw new Error(`${found.length} objects end with ${idEnd}`);
    change(object, path.split('.'), value);
  }
  const left = objects.filter((object) => !(missing[file] ?? []).some((sign) => sign.test(idOf(object))));
  return [...left, ...(added[file] ?? [])];
}

/** Resources that should not be there. */
const added: Readonly<Record<string, readonly ValueObject[]>> = {
  'shop.json': [
    {
      id: `${shop.id}/resourceGroups/rg-shop/providers/Microsoft.Sql/servers/sql-shop/firewallRules/AllowAllWindowsAzureIps`,
      name: 'AllowAllWindowsAzureIps',
      type: 'Microsoft.Sql/servers/firewallRules',
      properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' },
    },
  ],
};

function change(object: ValueObject, path: readonly string[], value: Value | undefined): void {
  const [step = '', ...rest] = path;
  if (rest.length === 0) {
    if (value === undefined) delete object[step];
    else object[step] = value;
    return;
  }
  const part = object[step];
  if (Array.isArray(part)) change(part[Number(rest[0])] as ValueObject, rest.slice(1), value);
  else if (isObject(part)) change(part, rest, value);
  else throw new Error(`there is no ${step} to change`);
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, text] of exampleEstate()) writeFileSync(join('examples/estate', name), text);
}
