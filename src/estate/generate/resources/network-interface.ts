import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { idOf, resourceRow } from '../resource-row.ts';
import { publicIpAddress } from './public-ip-address.ts';

/** The network interface of a virtual machine, and its public IP address where that weakness is planted. */
export function networkInterface(place: Place, machine: string): ValueObject[] {
  const address = has(place, 'machine-public-ip') ? publicIpAddress(place, `pip-${machine}`) : undefined;
  const name = `nic-${machine}`;
  const card = resourceRow(place, {
    type: 'Microsoft.Network/networkInterfaces',
    name,
    properties: {
      provisioningState: 'Succeeded',
      enableIPForwarding: false,
      enableAcceleratedNetworking: true,
      primary: true,
      nicType: 'Standard',
      dnsSettings: { dnsServers: [], appliedDnsServers: [] },
      virtualMachine: { id: `${place.groupId}/providers/Microsoft.Compute/virtualMachines/${machine}` },
      ipConfigurations: [
        {
          name: 'ipconfig1',
          id: `${place.groupId}/providers/Microsoft.Network/networkInterfaces/${name}/ipConfigurations/ipconfig1`,
          properties: {
            provisioningState: 'Succeeded',
            primary: true,
            privateIPAddressVersion: 'IPv4',
            privateIPAllocationMethod: 'Dynamic',
            subnet: { id: `${place.subscription.networkId}/subnets/snet-machines` },
            ...(address === undefined ? {} : { publicIPAddress: { id: idOf(address) } }),
          },
        },
      ],
    },
  });
  return address === undefined ? [card] : [address, card];
}
