import type { ValueObject } from '../../../kernel/index.ts';
import { generatedGuid, tenantId } from '../generated-id.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';
import { privateLink } from './private-link.ts';

const type = 'Microsoft.Sql/servers';
const databaseType = `${type}/databases`;

/** A SQL server with auditing, threat detection, firewall rules and a database. */
export function sqlServer(place: Place): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const hasPasswords = has(place, 'local-sign-in');
  const name = `sql-${place.suffix}`;
  const server = resourceRow(place, {
    type,
    name,
    kind: 'v12.0',
    properties: {
      version: '12.0',
      state: 'Ready',
      fullyQualifiedDomainName: `${name}.database.windows.net`,
      minimalTlsVersion: has(place, 'old-tls') ? '1.0' : '1.2',
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      restrictOutboundNetworkAccess: 'Disabled',
      privateEndpointConnections: [],
      administrators: {
        administratorType: 'ActiveDirectory',
        principalType: 'Group',
        login: 'sg-database-administrators',
        sid: generatedGuid('team', 2),
        tenantId,
        azureADOnlyAuthentication: !hasPasswords,
      },
      externalGovernanceStatus: 'Disabled',
    },
  });
  const isAudited = !has(place, 'no-auditing');
  return [
    server,
    childOf(server, type, 'azureADOnlyAuthentications', 'Default', {
      azureADOnlyAuthentication: !hasPasswords,
    }),
    childOf(server, type, 'auditingSettings', 'Default', {
      state: isAudited ? 'Enabled' : 'Disabled',
      isAzureMonitorTargetEnabled: isAudited,
      retentionDays: isAudited ? 90 : 0,
      auditActionsAndGroups: isAudited
        ? ['BATCH_COMPLETED_GROUP', 'FAILED_DATABASE_AUTHENTICATION_GROUP']
        : [],
      storageEndpoint: '',
    }),
    childOf(server, type, 'securityAlertPolicies', 'Default', {
      state: isAudited ? 'Enabled' : 'Disabled',
      disabledAlerts: [],
      emailAddresses: [],
      emailAccountAdmins: true,
      retentionDays: 0,
    }),
    childOf(server, type, 'sqlVulnerabilityAssessments', 'Default', {
      state: isAudited ? 'Enabled' : 'Disabled',
    }),
    ...(has(place, 'database-open-to-azure') ? [openToAzure(server)] : []),
    ...database(place, name),
    ...(isPublic ? [] : privateLink(place, server, type, 'sqlServer')),
  ];
}

function openToAzure(server: ValueObject): ValueObject {
  return childOf(server, type, 'firewallRules', 'AllowAllWindowsAzureIps', {
    startIpAddress: '0.0.0.0',
    endIpAddress: '0.0.0.0',
  });
}

function database(place: Place, serverName: string): ValueObject[] {
  const isShort = has(place, 'short-backup');
  const row = resourceRow(place, {
    type: databaseType,
    name: 'app',
    kind: 'v12.0,user,vcore',
    sku: { name: 'GP_Gen5', tier: 'GeneralPurpose', family: 'Gen5', capacity: place.isProduction ? 4 : 2 },
    properties: {
      status: 'Online',
      collation: 'SQL_Latin1_General_CP1_CI_AS',
      maxSizeBytes: 34_359_738_368,
      zoneRedundant: place.isProduction,
      readScale: 'Disabled',
      requestedBackupStorageRedundancy: isShort ? 'Local' : 'Geo',
      currentBackupStorageRedundancy: isShort ? 'Local' : 'Geo',
      isLedgerOn: false,
    },
  });
  const full: ValueObject = { ...row, id: `${place.groupId}/providers/${type}/${serverName}/databases/app` };
  return [
    full,
    childOf(full, databaseType, 'transparentDataEncryption', 'Current', {
      state: has(place, 'unencrypted') ? 'Disabled' : 'Enabled',
    }),
    childOf(full, databaseType, 'backupShortTermRetentionPolicies', 'default', {
      retentionDays: isShort ? 1 : 14,
      diffBackupIntervalInHours: 12,
    }),
    ...diagnostics(place, full, 'SQLSecurityAuditEvents', 'Errors'),
  ];
}
