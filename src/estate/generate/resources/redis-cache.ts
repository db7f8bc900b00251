import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';
import { privateLink } from './private-link.ts';

const type = 'Microsoft.Cache/Redis';

/** An Azure Cache for Redis. */
export function redisCache(place: Place): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const name = `redis-${place.suffix}`;
  const cache = resourceRow(place, {
    type,
    name,
    properties: {
      provisioningState: 'Succeeded',
      redisVersion: '6.0',
      sku: { name: 'Standard', family: 'C', capacity: 1 },
      hostName: `${name}.redis.cache.windows.net`,
      port: 6379,
      sslPort: 6380,
      enableNonSslPort: has(place, 'plain-http'),
      minimumTlsVersion: has(place, 'old-tls') ? '1.0' : '1.2',
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      disableAccessKeyAuthentication: !has(place, 'local-sign-in'),
      redisConfiguration: { 'maxmemory-policy': 'volatile-lru', 'aad-enabled': 'true' },
      updateChannel: 'Stable',
    },
  });
  return [
    cache,
    ...diagnostics(place, cache, 'ConnectedClientList'),
    ...(isPublic ? [] : privateLink(place, cache, type, 'redisCache')),
  ];
}
