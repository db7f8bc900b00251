import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';
import { privateLink } from './private-link.ts';

/** A Service Bus namespace with a queue. */
export function serviceBus(place: Place): ValueObject[] {
  const queue = { status: 'Active', maxSizeInMegabytes: 1024, requiresDuplicateDetection: false };
  return messagingNamespace(place, 'Microsoft.ServiceBus/namespaces', `sb-${place.suffix}`, 'queues', queue);
}

/** An Event Hubs namespace with an event hub. */
export function eventHubs(place: Place): ValueObject[] {
  const hub = { status: 'Active', partitionCount: 4, messageRetentionInDays: 3 };
  return messagingNamespace(
    place,
    'Microsoft.EventHub/namespaces',
    `evhns-${place.suffix}`,
    'eventhubs',
    hub,
  );
}

function messagingNamespace(
  place: Place,
  type: string,
  name: string,
  segment: string,
  entity: ValueObject,
): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const space = resourceRow(place, {
    type,
    name,
    sku: { name: 'Premium', tier: 'Premium', capacity: 1 },
    properties: {
      provisioningState: 'Succeeded',
      status: 'Active',
      serviceBusEndpoint: `https://${name}.servicebus.windows.net:443/`,
      minimumTlsVersion: has(place, 'old-tls') ? '1.0' : '1.2',
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      disableLocalAuth: !has(place, 'local-sign-in'),
      zoneRedundant: true,
    },
  });
  return [
    space,
    childOf(space, type, 'networkRuleSets', 'default', {
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      defaultAction: isPublic ? 'Allow' : 'Deny',
      trustedServiceAccessEnabled: true,
      virtualNetworkRules: [],
      ipRules: [],
    }),
    childOf(space, type, segment, 'events', entity),
    ...diagnostics(place, space, 'OperationalLogs', 'RuntimeAuditLogs'),
    ...(isPublic ? [] : privateLink(place, space, type, 'namespace')),
  ];
}
