import type { ValueObject } from '../../../kernel/index.ts';
import { generatedGuid, tenantId } from '../generated-id.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';

const type = 'Microsoft.MachineLearningServices/workspaces';

/** A machine learning workspace with a compute cluster. */
export function machineLearningWorkspace(place: Place): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const workspace = resourceRow(place, {
    type,
    name: `mlw-${place.suffix}`,
    kind: 'Default',
    sku: { name: 'Basic', tier: 'Basic' },
    identity: {
      type: 'SystemAssigned',
      tenantId,
      principalId: generatedGuid('machine', place.subscription.number),
    },
    properties: {
      provisioningState: 'Succeeded',
      friendlyName: place.suffix,
      storageAccount: `${place.groupId}/providers/Microsoft.Storage/storageAccounts/st${place.compactSuffix}a`,
      keyVault: `${place.groupId}/providers/Microsoft.KeyVault/vaults/kv-${place.compactSuffix}`,
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      managedNetwork: { isolationMode: isPublic ? 'Disabled' : 'AllowOnlyApprovedOutbound' },
      hbiWorkspace: false,
      v1LegacyMode: false,
    },
  });
  return [
    workspace,
    childOf(workspace, type, 'computes', 'training', {
      computeType: 'AmlCompute',
      provisioningState: 'Succeeded',
      disableLocalAuth: !has(place, 'local-sign-in'),
      properties: {
        vmSize: 'Standard_D4s_v5',
        enableNodePublicIp: isPublic,
        remoteLoginPortPublicAccess: 'Disabled',
      },
    }),
    ...diagnostics(place, workspace, 'AmlComputeClusterEvent'),
  ];
}
