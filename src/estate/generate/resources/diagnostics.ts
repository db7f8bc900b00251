import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { extensionOf, idOf } from '../resource-row.ts';
import { logWorkspaceId } from '../shared-services.ts';

/** The diagnostic setting of a resource: its logs go to the workspace of the platform. None where the weakness is planted. */
export function diagnostics(place: Place, resource: ValueObject, ...logs: readonly string[]): ValueObject[] {
  if (has(place, 'no-diagnostics')) return [];
  const setting = extensionOf(
    idOf(resource),
    'Microsoft.Insights/diagnosticSettings',
    'setByPolicy-LogAnalytics',
    {
      workspaceId: logWorkspaceId,
      storageAccountId: null,
      eventHubAuthorizationRuleId: null,
      eventHubName: null,
      logAnalyticsDestinationType: null,
      logs: logs.map((category) => ({
        category,
        categoryGroup: null,
        enabled: true,
        retentionPolicy: kept(),
      })),
      metrics: [{ category: 'AllMetrics', timeGrain: null, enabled: true, retentionPolicy: kept() }],
    },
  );
  return [setting];
}

function kept(): ValueObject {
  return { enabled: false, days: 0 };
}
