import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';

const type = 'Microsoft.DBforMySQL/flexibleServers';

/** A MySQL flexible server. */
export function mysqlServer(place: Place): ValueObject[] {
  const name = `mysql-${place.suffix}`;
  const server = resourceRow(place, {
    type,
    name,
    sku: { name: 'Standard_D2ds_v4', tier: 'GeneralPurpose' },
    properties: {
      version: '8.0.21',
      state: 'Ready',
      fullyQualifiedDomainName: `${name}.mysql.database.azure.com`,
      storage: { storageSizeGB: 64, iops: 492, autoGrow: 'Enabled', autoIoScaling: 'Enabled' },
      network: { publicNetworkAccess: has(place, 'public-network') ? 'Enabled' : 'Disabled' },
      backup: {
        backupRetentionDays: has(place, 'short-backup') ? 7 : 35,
        geoRedundantBackup: place.isProduction ? 'Enabled' : 'Disabled',
      },
      highAvailability: { mode: 'Disabled', state: 'NotEnabled' },
      replicationRole: 'None',
    },
  });
  return [
    server,
    childOf(server, type, 'configurations', 'require_secure_transport', {
      value: has(place, 'unencrypted') ? 'OFF' : 'ON',
      defaultValue: 'ON',
      dataType: 'Enumeration',
      source: 'user-override',
    }),
    childOf(server, type, 'configurations', 'audit_log_enabled', {
      value: has(place, 'no-auditing') ? 'OFF' : 'ON',
      defaultValue: 'OFF',
      dataType: 'Enumeration',
      source: 'user-override',
    }),
    ...diagnostics(place, server, 'MySqlAuditLogs'),
  ];
}
