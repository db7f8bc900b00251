import type { ValueObject } from '../../kernel/index.ts';
import { generatedGuid, tenantId } from './generated-id.ts';
import { has, type Place } from './place.ts';
import { childOf, idOf, resourceRow } from './resource-row.ts';
import { diagnostics } from './resources/diagnostics.ts';
import { publicIpAddress } from './resources/public-ip-address.ts';
import { resourceLock } from './resources/resource-lock.ts';
import { storageAccount } from './resources/storage-account.ts';
import { virtualNetwork } from './resources/virtual-network.ts';
import { ddosPlanId } from './shared-services.ts';

/** The hub network with its firewall, its Bastion host and the private DNS zones. */
export function hub(place: Place): ValueObject[] {
  const ddosPlan = resourceRow(place, {
    type: 'Microsoft.Network/ddosProtectionPlans',
    name: 'ddos-hub',
    properties: { provisioningState: 'Succeeded' },
  });
  const subnets = ['AzureFirewallSubnet', 'AzureBastionSubnet', 'GatewaySubnet', 'snet-resolver'];
  return [
    ddosPlan,
    ...virtualNetwork(place, { name: 'vnet-hub', block: 0, subnets, ddosPlanId }),
    ...firewall(place),
    ...bastion(place),
    ...['blob.core.windows.net', 'database.windows.net', 'vaultcore.azure.net'].map((zone) =>
      resourceRow(place, {
        type: 'Microsoft.Network/privateDnsZones',
        name: `privatelink.${zone}`,
        location: 'global',
        properties: { provisioningState: 'Succeeded', numberOfRecordSets: 1, numberOfVirtualNetworkLinks: 1 },
      }),
    ),
  ];
}

function firewall(place: Place): ValueObject[] {
  const address = publicIpAddress(place, 'pip-afw-hub');
  const policy = resourceRow(place, {
    type: 'Microsoft.Network/firewallPolicies',
    name: 'afwp-hub',
    properties: {
      provisioningState: 'Succeeded',
      sku: { tier: 'Premium' },
      threatIntelMode: 'Deny',
      dnsSettings: { enableProxy: true, servers: [] },
      intrusionDetection: { mode: has(place, 'waf-only-watches') ? 'Alert' : 'Deny' },
    },
  });
  const wall = resourceRow(place, {
    type: 'Microsoft.Network/azureFirewalls',
    name: 'afw-hub',
    zones: ['1', '2', '3'],
    properties: {
      provisioningState: 'Succeeded',
      sku: { name: 'AZFW_VNet', tier: 'Premium' },
      threatIntelMode: 'Deny',
      firewallPolicy: { id: idOf(policy) },
      ipConfigurations: [
        {
          name: 'public',
          properties: {
            subnet: { id: `${place.subscription.networkId}/subnets/AzureFirewallSubnet` },
            publicIPAddress: { id: idOf(address) },
          },
        },
      ],
    },
  });
  return [
    address,
    policy,
    wall,
    ...resourceLock(place, wall),
    ...diagnostics(place, wall, 'AZFWNetworkRule', 'AZFWThreatIntel'),
  ];
}

function bastion(place: Place): ValueObject[] {
  const address = publicIpAddress(place, 'pip-bas-hub');
  const host = resourceRow(place, {
    type: 'Microsoft.Network/bastionHosts',
    name: 'bas-hub',
    sku: { name: 'Standard' },
    properties: {
      provisioningState: 'Succeeded',
      enableShareableLink: false,
      enableTunneling: true,
      disableCopyPaste: false,
      scaleUnits: 2,
      ipConfigurations: [{ name: 'public', properties: { publicIPAddress: { id: idOf(address) } } }],
    },
  });
  return [address, host];
}

/** The workspace that all logs go to, automation, and who is alerted. */
export function logs(place: Place): ValueObject[] {
  const workspace = resourceRow(place, {
    type: 'Microsoft.OperationalInsights/workspaces',
    name: 'log-contoso',
    properties: {
      provisioningState: 'Succeeded',
      sku: { name: 'PerGB2018' },
      retentionInDays: 180,
      workspaceCapping: { dailyQuotaGb: -1 },
      features: {
        disableLocalAuth: !has(place, 'local-sign-in'),
        enableLogAccessUsingOnlyResourcePermissions: true,
      },
      publicNetworkAccessForIngestion: 'Enabled',
      publicNetworkAccessForQuery: 'Enabled',
    },
  });
  const automationType = 'Microsoft.Automation/automationAccounts';
  const automation = resourceRow(place, {
    type: automationType,
    name: 'aa-contoso',
    identity: { type: 'SystemAssigned', tenantId, principalId: generatedGuid('workload', 0) },
    properties: {
      state: 'Ok',
      publicNetworkAccess: has(place, 'public-network'),
      disableLocalAuth: !has(place, 'local-sign-in'),
      encryption: { keySource: 'Microsoft.Automation' },
    },
  });
  const group = resourceRow(place, {
    type: 'Microsoft.Insights/actionGroups',
    name: 'ag-security',
    location: 'Global',
    properties: { enabled: true, groupShortName: 'security', emailReceivers: [], armRoleReceivers: [] },
  });
  const alert = resourceRow(place, {
    type: 'Microsoft.Insights/activityLogAlerts',
    name: 'policy-assignment-deleted',
    location: 'Global',
    properties: {
      enabled: true,
      scopes: [place.subscription.id],
      condition: {
        allOf: [
          { field: 'category', equals: 'Administrative' },
          { field: 'operationName', equals: 'Microsoft.Authorization/policyAssignments/delete' },
        ],
      },
      actions: { actionGroups: [{ actionGroupId: idOf(group) }] },
    },
  });
  return [
    workspace,
    ...resourceLock(place, workspace),
    ...storageAccount(place),
    automation,
    childOf(automation, automationType, 'variables', 'maintenanceWindow', {
      isEncrypted: !has(place, 'unencrypted'),
    }),
    ...diagnostics(place, automation, 'JobLogs', 'AuditEvent'),
    group,
    alert,
  ];
}
