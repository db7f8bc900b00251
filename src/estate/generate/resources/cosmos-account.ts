import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';
import { privateLink } from './private-link.ts';

const type = 'Microsoft.DocumentDB/databaseAccounts';

/** An Azure Cosmos DB account with a database. */
export function cosmosAccount(place: Place): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const name = `cosmos-${place.suffix}`;
  const account = resourceRow(place, {
    type,
    name,
    kind: 'GlobalDocumentDB',
    properties: {
      provisioningState: 'Succeeded',
      documentEndpoint: `https://${name}.documents.azure.com:443/`,
      databaseAccountOfferType: 'Standard',
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      isVirtualNetworkFilterEnabled: false,
      virtualNetworkRules: [],
      ipRules: [],
      disableLocalAuth: !has(place, 'local-sign-in'),
      disableKeyBasedMetadataWriteAccess: true,
      minimalTlsVersion: has(place, 'old-tls') ? 'Tls' : 'Tls12',
      enableAutomaticFailover: place.isProduction,
      enableMultipleWriteLocations: false,
      consistencyPolicy: { defaultConsistencyLevel: 'Session' },
      capabilities: [],
      backupPolicy: { type: has(place, 'short-backup') ? 'Periodic' : 'Continuous' },
      locations: [
        {
          id: `${name}-${place.location}`,
          locationName: place.location,
          failoverPriority: 0,
          isZoneRedundant: place.isProduction,
        },
      ],
    },
  });
  return [
    account,
    childOf(account, type, 'sqlDatabases', 'app', {
      resource: { id: 'app' },
      options: { autoscaleSettings: { maxThroughput: 4000 } },
    }),
    ...diagnostics(place, account, 'DataPlaneRequests', 'ControlPlaneRequests'),
    ...(isPublic ? [] : privateLink(place, account, type, 'Sql')),
  ];
}
