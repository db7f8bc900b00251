import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { logStorageId, logWorkspaceId } from '../shared-services.ts';

const type = 'Microsoft.Network/networkWatchers';

/** A network watcher and, unless the weakness is planted, the flow log of a virtual network. */
export function flowLog(place: Place, networkId: string): ValueObject[] {
  const watcher = resourceRow(place, {
    type,
    name: `nw-${place.suffix}`,
    properties: { provisioningState: 'Succeeded', runningOperationIds: [] },
  });
  if (has(place, 'no-flow-log')) return [watcher];
  return [
    watcher,
    {
      ...childOf(watcher, type, 'flowLogs', `flow-${place.suffix}`, {
        provisioningState: 'Succeeded',
        enabled: true,
        targetResourceId: networkId,
        storageId: logStorageId,
        format: { type: 'JSON', version: 2 },
        retentionPolicy: { enabled: true, days: place.random.pick([90, 30, 365]) },
        flowAnalyticsConfiguration: {
          networkWatcherFlowAnalyticsConfiguration: {
            enabled: true,
            trafficAnalyticsInterval: 10,
            workspaceResourceId: logWorkspaceId,
          },
        },
      }),
      location: place.location,
    },
  ];
}
