import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';
import { privateLink } from './private-link.ts';

const type = 'Microsoft.Storage/storageAccounts';

/** A storage account with its blob and file services. `letter` tells the accounts of one resource group apart. */
export function storageAccount(place: Place, letter = 'a'): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const name = `st${place.compactSuffix}${letter}`;
  const account = resourceRow(place, {
    type,
    name,
    kind: 'StorageV2',
    sku: { name: place.isProduction ? 'Standard_ZRS' : 'Standard_LRS', tier: 'Standard' },
    properties: {
      provisioningState: 'Succeeded',
      accessTier: 'Hot',
      minimumTlsVersion: has(place, 'old-tls') ? 'TLS1_0' : 'TLS1_2',
      supportsHttpsTrafficOnly: !has(place, 'plain-http'),
      allowBlobPublicAccess: has(place, 'anonymous-blobs'),
      allowSharedKeyAccess: has(place, 'local-sign-in'),
      allowCrossTenantReplication: false,
      defaultToOAuthAuthentication: true,
      isLocalUserEnabled: false,
      isSftpEnabled: false,
      isHnsEnabled: letter === 'd',
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      networkAcls: {
        bypass: 'AzureServices',
        defaultAction: isPublic ? 'Allow' : 'Deny',
        ipRules: [],
        virtualNetworkRules: [],
        resourceAccessRules: [],
      },
      encryption: {
        keySource: 'Microsoft.Storage',
        requireInfrastructureEncryption: true,
        services: {
          blob: { enabled: true, keyType: 'Account' },
          file: { enabled: true, keyType: 'Account' },
        },
      },
      primaryEndpoints: { blob: `https://${name}.blob.core.windows.net/` },
      primaryLocation: place.location,
      statusOfPrimary: 'available',
    },
  });
  const isRecoverable = !has(place, 'no-soft-delete');
  const blobs = childOf(account, type, 'blobServices', 'default', {
    cors: { corsRules: [] },
    deleteRetentionPolicy: isRecoverable ? { enabled: true, days: 14 } : { enabled: false },
    containerDeleteRetentionPolicy: isRecoverable ? { enabled: true, days: 14 } : { enabled: false },
    isVersioningEnabled: place.isProduction,
    changeFeed: { enabled: place.isProduction },
  });
  const files = childOf(account, type, 'fileServices', 'default', {
    cors: { corsRules: [] },
    shareDeleteRetentionPolicy: { enabled: true, days: 7 },
    protocolSettings: {
      smb: {
        versions: 'SMB3.1.1',
        authenticationMethods: 'Kerberos',
        kerberosTicketEncryption: 'AES-256',
        channelEncryption: 'AES-256-GCM',
      },
    },
  });
  return [
    account,
    blobs,
    files,
    ...diagnostics(place, blobs, 'StorageRead', 'StorageWrite', 'StorageDelete'),
    ...(isPublic ? [] : privateLink(place, account, type, 'blob')),
  ];
}
