import type { ValueObject } from '../../../kernel/index.ts';
import { generatedGuid, tenantId } from '../generated-id.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';

const type = 'Microsoft.DataFactory/factories';

/** A data factory with an integration runtime and a linked service. */
export function dataFactory(place: Place): ValueObject[] {
  const factory = resourceRow(place, {
    type,
    name: `adf-${place.suffix}`,
    identity: {
      type: 'SystemAssigned',
      tenantId,
      principalId: generatedGuid('machine', place.subscription.number),
    },
    properties: {
      provisioningState: 'Succeeded',
      version: '2018-06-01',
      publicNetworkAccess: has(place, 'public-network') ? 'Enabled' : 'Disabled',
      ...(place.isProduction
        ? {
            repoConfiguration: {
              type: 'FactoryGitHubConfiguration',
              accountName: 'contoso',
              repositoryName: place.suffix,
              collaborationBranch: 'main',
            },
          }
        : {}),
    },
  });
  return [
    factory,
    childOf(factory, type, 'integrationRuntimes', 'AutoResolve', {
      type: 'Managed',
      managedVirtualNetwork: { type: 'ManagedVirtualNetworkReference', referenceName: 'default' },
      typeProperties: { computeProperties: { location: 'AutoResolve' } },
    }),
    childOf(factory, type, 'linkedservices', 'lake', {
      type: 'AzureBlobFS',
      typeProperties: { url: `https://st${place.compactSuffix}d.dfs.core.windows.net` },
    }),
    ...diagnostics(place, factory, 'PipelineRuns', 'ActivityRuns'),
  ];
}
