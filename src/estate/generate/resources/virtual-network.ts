import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { networkSecurityGroup } from './network-security-group.ts';

const type = 'Microsoft.Network/virtualNetworks';

/** What a virtual network is made with. */
export interface NetworkFacts {
  readonly name: string;
  /** The second byte of its addresses. */
  readonly block: number;
  readonly subnets: readonly string[];
  readonly peerId?: string;
  readonly routeTableId?: string;
  readonly ddosPlanId?: string;
}

/** Subnets that Azure does not let have a network security group, or that need rules of their own. */
const ownSubnet = /^(Gateway|AzureFirewall|AzureBastion)/;

/** A virtual network; its subnets come with it and one by one, with a network security group each, as Azure gives both. */
export function virtualNetwork(place: Place, facts: NetworkFacts): ValueObject[] {
  const groups: ValueObject[] = [];
  const network = resourceRow(place, { type, name: facts.name, properties: {} });
  const subnets = facts.subnets.map((name, at) => {
    const properties: ValueObject = {
      provisioningState: 'Succeeded',
      addressPrefix: `10.${facts.block}.${at}.0/24`,
      privateEndpointNetworkPolicies: 'Enabled',
      privateLinkServiceNetworkPolicies: 'Enabled',
      defaultOutboundAccess: false,
      delegations: [],
      serviceEndpoints: [],
    };
    if (facts.routeTableId !== undefined) properties.routeTable = { id: facts.routeTableId };
    if (!ownSubnet.test(name) && !has(place, 'no-network-security-group')) {
      const groupName = `nsg-${facts.name}-${name}`;
      groups.push(...networkSecurityGroup(place, groupName));
      properties.networkSecurityGroup = {
        id: `${place.groupId}/providers/Microsoft.Network/networkSecurityGroups/${groupName}`,
      };
    }
    return childOf(network, type, 'subnets', name, properties);
  });
  const peerings = facts.peerId === undefined ? [] : [peering(network, facts.peerId)];
  network.properties = {
    provisioningState: 'Succeeded',
    addressSpace: { addressPrefixes: [`10.${facts.block}.0.0/16`] },
    dhcpOptions: { dnsServers: [] },
    enableDdosProtection: facts.ddosPlanId !== undefined,
    ...(facts.ddosPlanId === undefined ? {} : { ddosProtectionPlan: { id: facts.ddosPlanId } }),
    subnets: subnets.map((subnet) => ({ ...subnet })),
    virtualNetworkPeerings: peerings.map((one) => ({ ...one })),
  };
  return [...groups, network, ...subnets, ...peerings];
}

function peering(network: ValueObject, peerId: string): ValueObject {
  return childOf(network, type, 'virtualNetworkPeerings', 'to-hub', {
    provisioningState: 'Succeeded',
    peeringState: 'Connected',
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: true,
    allowGatewayTransit: false,
    useRemoteGateways: true,
    remoteVirtualNetwork: { id: peerId },
  });
}
