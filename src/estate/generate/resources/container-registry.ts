import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';
import { privateLink } from './private-link.ts';

const type = 'Microsoft.ContainerRegistry/registries';

/** A container registry. */
export function containerRegistry(place: Place): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const name = `cr${place.compactSuffix}`;
  const registry = resourceRow(place, {
    type,
    name,
    sku: { name: 'Premium', tier: 'Premium' },
    properties: {
      provisioningState: 'Succeeded',
      loginServer: `${name}.azurecr.io`,
      adminUserEnabled: has(place, 'local-sign-in'),
      anonymousPullEnabled: has(place, 'anonymous-blobs'),
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      networkRuleBypassOptions: 'AzureServices',
      networkRuleSet: { defaultAction: isPublic ? 'Allow' : 'Deny', ipRules: [] },
      dataEndpointEnabled: false,
      zoneRedundancy: 'Enabled',
      encryption: { status: 'disabled' },
      policies: {
        exportPolicy: { status: isPublic ? 'enabled' : 'disabled' },
        trustPolicy: { type: 'Notary', status: 'disabled' },
        retentionPolicy: { days: 30, status: 'enabled' },
        azureADAuthenticationAsArmPolicy: { status: 'enabled' },
      },
    },
  });
  return [
    registry,
    ...diagnostics(place, registry, 'ContainerRegistryLoginEvents', 'ContainerRegistryRepositoryEvents'),
    ...(isPublic ? [] : privateLink(place, registry, type, 'registry')),
  ];
}
