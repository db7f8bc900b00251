import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { idOf, resourceRow } from '../resource-row.ts';

/** A container app in its environment. */
export function containerApp(place: Place): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const environment = resourceRow(place, {
    type: 'Microsoft.App/managedEnvironments',
    name: `cae-${place.suffix}`,
    properties: {
      provisioningState: 'Succeeded',
      zoneRedundant: place.isProduction,
      vnetConfiguration: {
        internal: !isPublic,
        infrastructureSubnetId: `${place.subscription.networkId}/subnets/snet-apps`,
      },
      appLogsConfiguration: { destination: 'azure-monitor' },
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
    },
  });
  const app = resourceRow(place, {
    type: 'Microsoft.App/containerApps',
    name: `ca-${place.suffix}`,
    identity: { type: 'UserAssigned', userAssignedIdentities: {} },
    properties: {
      provisioningState: 'Succeeded',
      runningStatus: 'Running',
      managedEnvironmentId: idOf(environment),
      configuration: {
        activeRevisionsMode: 'Single',
        ingress: {
          external: isPublic,
          targetPort: 8080,
          transport: 'Auto',
          allowInsecure: has(place, 'plain-http'),
        },
      },
      template: {
        containers: [
          {
            name: 'app',
            image: `crcontoso.azurecr.io/${place.suffix}:1.${place.random.integer(0, 40)}.0`,
            resources: { cpu: 0.5, memory: '1Gi' },
          },
        ],
        scale: { minReplicas: 1, maxReplicas: 10 },
        volumes: [],
      },
    },
  });
  return [environment, app];
}
