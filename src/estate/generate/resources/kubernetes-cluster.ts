import type { ValueObject } from '../../../kernel/index.ts';
import { generatedGuid, tenantId } from '../generated-id.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { logWorkspaceId } from '../shared-services.ts';
import { diagnostics } from './diagnostics.ts';

const type = 'Microsoft.ContainerService/managedClusters';

/** A Kubernetes cluster with its system pool. */
export function kubernetesCluster(place: Place): ValueObject[] {
  const name = `aks-${place.suffix}`;
  const version = has(place, 'old-kubernetes') ? place.random.pick(['1.26.10', '1.27.9']) : '1.34.2';
  const pool: ValueObject = {
    mode: 'System',
    count: 3,
    vmSize: 'Standard_D4s_v5',
    osType: 'Linux',
    osSKU: 'AzureLinux',
    type: 'VirtualMachineScaleSets',
    orchestratorVersion: version,
    enableAutoScaling: true,
    minCount: 3,
    maxCount: 6,
    enableEncryptionAtHost: !has(place, 'unencrypted'),
    enableNodePublicIP: false,
    availabilityZones: ['1', '2', '3'],
    vnetSubnetID: `${place.subscription.networkId}/subnets/snet-machines`,
  };
  const isOpen = has(place, 'open-kubernetes-api');
  const cluster = resourceRow(place, {
    type,
    name,
    sku: { name: 'Base', tier: place.isProduction ? 'Standard' : 'Free' },
    identity: {
      type: 'SystemAssigned',
      tenantId,
      principalId: generatedGuid('machine', place.subscription.number),
    },
    properties: {
      provisioningState: 'Succeeded',
      powerState: { code: 'Running' },
      kubernetesVersion: version,
      currentKubernetesVersion: version,
      dnsPrefix: name,
      enableRBAC: true,
      disableLocalAccounts: !has(place, 'kubernetes-local-accounts'),
      aadProfile: {
        managed: true,
        enableAzureRBAC: true,
        adminGroupObjectIDs: [generatedGuid('team', 1)],
        tenantID: tenantId,
      },
      apiServerAccessProfile: {
        enablePrivateCluster: !isOpen,
        authorizedIPRanges: [],
        disableRunCommand: true,
      },
      autoUpgradeProfile: { upgradeChannel: isOpen ? 'none' : 'stable', nodeOSUpgradeChannel: 'NodeImage' },
      networkProfile: {
        networkPlugin: 'azure',
        networkPluginMode: 'overlay',
        networkPolicy: 'cilium',
        outboundType: 'userDefinedRouting',
      },
      addonProfiles: {
        azurepolicy: { enabled: place.isProduction },
        omsagent: { enabled: true, config: { logAnalyticsWorkspaceResourceID: logWorkspaceId } },
      },
      securityProfile: {
        defender: {
          securityMonitoring: { enabled: place.isProduction },
          logAnalyticsWorkspaceResourceId: logWorkspaceId,
        },
        imageCleaner: { enabled: true, intervalHours: 48 },
        workloadIdentity: { enabled: true },
      },
      oidcIssuerProfile: { enabled: true },
      agentPoolProfiles: [{ name: 'system', ...pool }],
    },
  });
  return [
    cluster,
    childOf(cluster, type, 'agentPools', 'system', pool),
    ...diagnostics(place, cluster, 'kube-apiserver', 'kube-audit-admin', 'guard'),
  ];
}
