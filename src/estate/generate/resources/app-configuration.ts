import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';
import { privateLink } from './private-link.ts';

const type = 'Microsoft.AppConfiguration/configurationStores';

/** An App Configuration store. */
export function appConfiguration(place: Place): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const store = resourceRow(place, {
    type,
    name: `appcs-${place.suffix}`,
    sku: { name: 'standard' },
    properties: {
      provisioningState: 'Succeeded',
      endpoint: `https://appcs-${place.suffix}.azconfig.io`,
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      disableLocalAuth: !has(place, 'local-sign-in'),
      enablePurgeProtection: !has(place, 'no-purge-protection'),
      softDeleteRetentionInDays: 7,
      encryption: { keyVaultProperties: null },
    },
  });
  return [
    store,
    ...diagnostics(place, store, 'HttpRequest', 'Audit'),
    ...(isPublic ? [] : privateLink(place, store, type, 'configurationStores')),
  ];
}
