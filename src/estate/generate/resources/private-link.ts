import type { ValueObject } from '../../../kernel/index.ts';
import type { Place } from '../place.ts';
import { childOf, idOf, resourceRow } from '../resource-row.ts';

const endpointType = 'Microsoft.Network/privateEndpoints';

/** A private endpoint of a service, its record in a private DNS zone, and the connection as the service shows it. */
export function privateLink(
  place: Place,
  service: ValueObject,
  serviceType: string,
  groupId: string,
): ValueObject[] {
  const serviceId = idOf(service);
  const name = `pep-${serviceId.slice(serviceId.lastIndexOf('/') + 1)}-${groupId.toLowerCase()}`;
  const state = { status: 'Approved', description: 'Auto-Approved', actionsRequired: 'None' };
  const connection = {
    name,
    id: `${place.groupId}/providers/${endpointType}/${name}/privateLinkServiceConnections/${name}`,
    properties: {
      provisioningState: 'Succeeded',
      privateLinkServiceId: serviceId,
      groupIds: [groupId],
      privateLinkServiceConnectionState: state,
    },
  };
  const endpoint = resourceRow(place, {
    type: endpointType,
    name,
    properties: {
      provisioningState: 'Succeeded',
      subnet: { id: `${place.subscription.networkId}/subnets/snet-endpoints` },
      privateLinkServiceConnections: [connection],
      manualPrivateLinkServiceConnections: [],
      customNetworkInterfaceName: `nic-${name}`,
      ipConfigurations: [],
      customDnsConfigs: [],
    },
  });
  const zoneGroup = childOf(endpoint, endpointType, 'privateDnsZoneGroups', 'default', {
    provisioningState: 'Succeeded',
    privateDnsZoneConfigs: [{ name: groupId, properties: { recordSets: [] } }],
  });
  const seen = childOf(service, serviceType, 'privateEndpointConnections', name, {
    provisioningState: 'Succeeded',
    privateEndpoint: { id: idOf(endpoint) },
    privateLinkServiceConnectionState: { ...state },
  });
  return [endpoint, zoneGroup, seen];
}
