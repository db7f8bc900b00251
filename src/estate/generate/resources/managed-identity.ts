import type { ValueObject } from '../../../kernel/index.ts';
import { generatedGuid, tenantId } from '../generated-id.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';

const type = 'Microsoft.ManagedIdentity/userAssignedIdentities';

/** The identity of a workload, and the pipeline that may act as it. `number` is that of the workload. */
export function managedIdentity(place: Place, number: number): ValueObject[] {
  const identity = resourceRow(place, {
    type,
    name: `id-${place.suffix}`,
    properties: {
      tenantId,
      principalId: generatedGuid('workload', number),
      clientId: generatedGuid('client', number),
    },
  });
  const repository = `repo:contoso/${place.suffix}`;
  return [
    identity,
    childOf(identity, type, 'federatedIdentityCredentials', 'pipeline', {
      issuer: 'https://token.actions.githubusercontent.com',
      subject: has(place, 'pull-requests-sign-in')
        ? `${repository}:pull_request`
        : `${repository}:environment:prod`,
      audiences: ['api://AzureADTokenExchange'],
    }),
  ];
}
