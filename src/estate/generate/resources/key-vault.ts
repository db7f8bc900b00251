import type { ValueObject } from '../../../kernel/index.ts';
import { daysAfter, tenantId } from '../generated-id.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';
import { privateLink } from './private-link.ts';

const type = 'Microsoft.KeyVault/vaults';

/** A key vault with a key and a secret; of the secret only that it is there. */
export function keyVault(place: Place): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const name = `kv-${place.compactSuffix}`;
  const uri = `https://${name}.vault.azure.net/`;
  const vault = resourceRow(place, {
    type,
    name,
    properties: {
      tenantId,
      sku: { family: 'A', name: place.isProduction ? 'premium' : 'standard' },
      accessPolicies: [],
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      // Azure leaves the property out where it was never set.
      ...(has(place, 'no-purge-protection') ? {} : { enablePurgeProtection: true }),
      enableRbacAuthorization: !has(place, 'local-sign-in'),
      enabledForDeployment: false,
      enabledForDiskEncryption: false,
      enabledForTemplateDeployment: false,
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      networkAcls: {
        bypass: 'AzureServices',
        defaultAction: isPublic ? 'Allow' : 'Deny',
        ipRules: [],
        virtualNetworkRules: [],
      },
      vaultUri: uri,
      provisioningState: 'Succeeded',
    },
  });
  const key = childOf(vault, type, 'keys', 'data', {
    kty: 'RSA',
    keySize: 3072,
    keyOps: ['wrapKey', 'unwrapKey'],
    keyUri: `${uri}keys/data`,
    attributes: attributes(place),
  });
  const secret = childOf(vault, type, 'secrets', 'partner-api', {
    contentType: 'text/plain',
    secretUri: `${uri}secrets/partner-api`,
    attributes: attributes(place),
  });
  return [
    vault,
    key,
    secret,
    ...diagnostics(place, vault, 'AuditEvent', 'AzurePolicyEvaluationDetails'),
    ...(isPublic ? [] : privateLink(place, vault, type, 'vault')),
  ];
}

/** Moments in seconds since 1970. */
function attributes(place: Place): ValueObject {
  const created = Date.parse(daysAfter(place.now, -place.random.integer(10, 700))) / 1000;
  const end = Date.parse(daysAfter(place.now, place.random.integer(20, 300))) / 1000;
  const lasting = { enabled: true, created, updated: created };
  return has(place, 'endless-secret') ? lasting : { ...lasting, exp: end };
}
