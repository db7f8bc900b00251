import type { ValueObject } from '../../../kernel/index.ts';
import type { Place } from '../place.ts';
import { resourceRow } from '../resource-row.ts';

/** A public IP address. */
export function publicIpAddress(place: Place, name: string): ValueObject {
  return resourceRow(place, {
    type: 'Microsoft.Network/publicIPAddresses',
    name,
    sku: { name: 'Standard', tier: 'Regional' },
    zones: ['1', '2', '3'],
    properties: {
      provisioningState: 'Succeeded',
      publicIPAllocationMethod: 'Static',
      publicIPAddressVersion: 'IPv4',
      // Addresses for documentation (RFC 5737).
      ipAddress: `203.0.113.${place.random.integer(1, 254)}`,
      idleTimeoutInMinutes: 4,
      ipTags: [],
      ddosSettings: { protectionMode: 'VirtualNetworkInherited' },
    },
  });
}
