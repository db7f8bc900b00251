import type { ValueObject } from '../../../kernel/index.ts';
import { tenantId } from '../generated-id.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';
import { privateLink } from './private-link.ts';

const type = 'Microsoft.DBforPostgreSQL/flexibleServers';

/** A PostgreSQL flexible server with the parameters that policies read. */
export function postgresqlServer(place: Place): ValueObject[] {
  const isPublic = has(place, 'public-network');
  const name = `psql-${place.suffix}`;
  const server = resourceRow(place, {
    type,
    name,
    sku: { name: 'Standard_D4ds_v5', tier: 'GeneralPurpose' },
    zones: ['1'],
    properties: {
      version: place.random.pick(['14', '15', '16']),
      state: 'Ready',
      fullyQualifiedDomainName: `${name}.postgres.database.azure.com`,
      storage: { storageSizeGB: 128, autoGrow: 'Enabled', tier: 'P10' },
      network: { publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled' },
      authConfig: {
        activeDirectoryAuth: 'Enabled',
        passwordAuth: has(place, 'local-sign-in') ? 'Enabled' : 'Disabled',
        tenantId,
      },
      dataEncryption: { type: 'SystemManaged' },
      backup: {
        backupRetentionDays: has(place, 'short-backup') ? 7 : 35,
        geoRedundantBackup: place.isProduction ? 'Enabled' : 'Disabled',
      },
      highAvailability: { mode: place.isProduction ? 'ZoneRedundant' : 'Disabled', state: 'NotEnabled' },
      maintenanceWindow: { customWindow: 'Enabled', dayOfWeek: 0, startHour: 3, startMinute: 0 },
      replicationRole: 'Primary',
    },
  });
  return [
    server,
    configuration(server, 'require_secure_transport', has(place, 'unencrypted') ? 'OFF' : 'ON'),
    configuration(server, 'log_connections', 'on'),
    configuration(server, 'connection_throttle.enable', 'on'),
    ...(has(place, 'database-open-to-azure') ? [openToAzure(server)] : []),
    ...diagnostics(place, server, 'PostgreSQLLogs'),
    ...(isPublic ? [] : privateLink(place, server, type, 'postgresqlServer')),
  ];
}

function configuration(server: ValueObject, name: string, value: string): ValueObject {
  return childOf(server, type, 'configurations', name, {
    value,
    defaultValue: 'on',
    dataType: 'Boolean',
    allowedValues: 'on,off',
    source: 'user-override',
  });
}

function openToAzure(server: ValueObject): ValueObject {
  return childOf(server, type, 'firewallRules', 'AllowAllAzureServices', {
    startIpAddress: '0.0.0.0',
    endIpAddress: '0.0.0.0',
  });
}
