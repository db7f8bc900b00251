import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';
import { privateLink } from './private-link.ts';

const type = 'Microsoft.EventGrid/topics';

/** An Event Grid topic. */
export function eventGridTopic(place: Place): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const topic = resourceRow(place, {
    type,
    name: `evgt-${place.suffix}`,
    sku: { name: 'Basic' },
    properties: {
      provisioningState: 'Succeeded',
      endpoint: `https://evgt-${place.suffix}.${place.location}-1.eventgrid.azure.net/api/events`,
      inputSchema: 'CloudEventSchemaV1_0',
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      disableLocalAuth: !has(place, 'local-sign-in'),
      minimumTlsVersionAllowed: has(place, 'old-tls') ? '1.0' : '1.2',
      dataResidencyBoundary: 'WithinGeopair',
    },
  });
  return [
    topic,
    ...diagnostics(place, topic, 'DeliveryFailures', 'PublishFailures'),
    ...(isPublic ? [] : privateLink(place, topic, type, 'topic')),
  ];
}
