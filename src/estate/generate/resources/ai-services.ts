import type { ValueObject } from '../../../kernel/index.ts';
import { generatedGuid, tenantId } from '../generated-id.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';
import { privateLink } from './private-link.ts';

const type = 'Microsoft.CognitiveServices/accounts';
const searchType = 'Microsoft.Search/searchServices';

/** An Azure AI services account with a model. */
export function aiServices(place: Place): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const name = `oai-${place.suffix}`;
  const account = resourceRow(place, {
    type,
    name,
    kind: place.random.pick(['OpenAI', 'AIServices']),
    sku: { name: 'S0' },
    identity: {
      type: 'SystemAssigned',
      tenantId,
      principalId: generatedGuid('machine', place.subscription.number),
    },
    properties: {
      provisioningState: 'Succeeded',
      endpoint: `https://${name}.openai.azure.com/`,
      customSubDomainName: name,
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      networkAcls: { defaultAction: isPublic ? 'Allow' : 'Deny', ipRules: [], virtualNetworkRules: [] },
      disableLocalAuth: !has(place, 'local-sign-in'),
      restrictOutboundNetworkAccess: false,
      privateEndpointConnections: [],
    },
  });
  const model = childOf(account, type, 'deployments', 'chat', {
    provisioningState: 'Succeeded',
    model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-11-20' },
    versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
    raiPolicyName: 'Microsoft.DefaultV2',
  });
  return [
    account,
    model,
    ...diagnostics(place, account, 'Audit', 'RequestResponse'),
    ...(isPublic ? [] : privateLink(place, account, type, 'account')),
  ];
}

/** An Azure AI Search service. */
export function searchService(place: Place): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const service = resourceRow(place, {
    type: searchType,
    name: `srch-${place.suffix}`,
    sku: { name: 'standard' },
    properties: {
      provisioningState: 'succeeded',
      status: 'running',
      replicaCount: place.isProduction ? 3 : 1,
      partitionCount: 1,
      publicNetworkAccess: isPublic ? 'enabled' : 'disabled',
      networkRuleSet: { ipRules: [], bypass: 'None' },
      disableLocalAuth: !has(place, 'local-sign-in'),
      encryptionWithCmk: { enforcement: 'Unspecified', encryptionComplianceStatus: 'Compliant' },
      semanticSearch: 'standard',
    },
  });
  return [
    service,
    ...diagnostics(place, service, 'OperationLogs'),
    ...(isPublic ? [] : privateLink(place, service, searchType, 'searchService')),
  ];
}
