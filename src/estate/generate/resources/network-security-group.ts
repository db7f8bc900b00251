import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { childOf, idOf, resourceRow } from '../resource-row.ts';

const type = 'Microsoft.Network/networkSecurityGroups';

/** A network security group; its rules come with it and one by one, as Azure gives both. */
export function networkSecurityGroup(place: Place, name: string): ValueObject[] {
  const rules: [name: string, properties: ValueObject][] = [
    ['AllowHttps', rule(200, 'Allow', '10.0.0.0/8', '443')],
    ['DenyInbound', rule(4096, 'Deny', '*', '*')],
  ];
  if (has(place, 'open-management-port'))
    rules.unshift(['AllowAdministrators', rule(100, 'Allow', 'Internet', place.random.pick(['22', '3389']))]);
  const group = resourceRow(place, {
    type,
    name,
    properties: { provisioningState: 'Succeeded', securityRules: [] },
  });
  const children = rules.map(([ruleName, properties]) =>
    childOf(group, type, 'securityRules', ruleName, properties),
  );
  const securityRules = children.map((child) => ({ ...child, id: idOf(child) }));
  return [{ ...group, properties: { provisioningState: 'Succeeded', securityRules } }, ...children];
}

function rule(priority: number, access: string, source: string, port: string): ValueObject {
  return {
    provisioningState: 'Succeeded',
    priority,
    direction: 'Inbound',
    access,
    protocol: 'Tcp',
    sourceAddressPrefix: source,
    sourcePortRange: '*',
    destinationAddressPrefix: '*',
    destinationPortRange: port,
    sourceAddressPrefixes: [],
    destinationAddressPrefixes: [],
    sourcePortRanges: [],
    destinationPortRanges: [],
  };
}
