import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';
import { resourceLock } from './resource-lock.ts';

const type = 'Microsoft.RecoveryServices/vaults';

/** The name of the recovery vault of a subscription. */
export function recoveryVaultName(subscriptionNumber: number): string {
  return `rsv-backup-${String(subscriptionNumber).padStart(4, '0')}`;
}

/** The recovery vault of a subscription, with its policy. */
export function recoveryVault(place: Place): ValueObject[] {
  const isShort = has(place, 'short-backup');
  const isPublic = has(place, 'public-network');
  const vault = resourceRow(place, {
    type,
    name: recoveryVaultName(place.subscription.number),
    sku: { name: 'RS0', tier: 'Standard' },
    properties: {
      provisioningState: 'Succeeded',
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      privateEndpointStateForBackup: 'None',
      privateEndpointStateForSiteRecovery: 'None',
      backupStorageVersion: 'V2',
      redundancySettings: {
        standardTierStorageRedundancy: isShort ? 'LocallyRedundant' : 'GeoRedundant',
        crossRegionRestore: isShort ? 'Disabled' : 'Enabled',
      },
      securitySettings: {
        immutabilitySettings: { state: isShort ? 'Disabled' : 'Locked' },
        softDeleteSettings: {
          softDeleteState: has(place, 'no-soft-delete') ? 'Disabled' : 'AlwaysON',
          softDeleteRetentionPeriodInDays: 14,
        },
        multiUserAuthorization: 'Disabled',
      },
      monitoringSettings: { azureMonitorAlertSettings: { alertsForAllJobFailures: 'Enabled' } },
    },
  });
  return [
    vault,
    childOf(vault, type, 'backupPolicies', 'daily', {
      backupManagementType: 'AzureIaasVM',
      policyType: 'V2',
      schedulePolicy: { schedulePolicyType: 'SimpleSchedulePolicyV2', scheduleRunFrequency: 'Daily' },
      retentionPolicy: {
        retentionPolicyType: 'LongTermRetentionPolicy',
        dailySchedule: { retentionDuration: { count: isShort ? 7 : 35, durationType: 'Days' } },
      },
    }),
    ...resourceLock(place, vault),
    ...diagnostics(place, vault, 'CoreAzureBackup', 'AddonAzureBackupJobs'),
  ];
}
