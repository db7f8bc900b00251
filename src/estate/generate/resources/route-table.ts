import type { ValueObject } from '../../../kernel/index.ts';
import type { Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { firewallAddress } from '../shared-services.ts';

const type = 'Microsoft.Network/routeTables';

/** The route table of a spoke: all that leaves goes through the firewall of the hub. */
export function routeTable(place: Place): ValueObject[] {
  const table = resourceRow(place, { type, name: 'rt-spoke', properties: {} });
  const route = childOf(table, type, 'routes', 'to-firewall', {
    provisioningState: 'Succeeded',
    addressPrefix: '0.0.0.0/0',
    nextHopType: 'VirtualAppliance',
    nextHopIpAddress: firewallAddress,
    hasBgpOverride: false,
  });
  table.properties = {
    provisioningState: 'Succeeded',
    disableBgpRoutePropagation: true,
    routes: [{ ...route }],
  };
  return [table, route];
}
