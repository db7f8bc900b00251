import type { Value } from '../../kernel/index.ts';
import { fieldAt, textAt } from '../estate/field.ts';
import type { Plane } from '../role/index.ts';

/** An action that someone did, as a log tells it. */
export interface ActivityRecord {
  readonly action: string;
  readonly plane: Plane;
  readonly scope: string;
  /** The object id of who did it, or the user principal name where the log has no other. */
  readonly caller: string;
  /** ISO 8601. */
  readonly at: string | undefined;
}

const objectIdClaim = 'http://schemas.microsoft.com/identity/claims/objectidentifier';

/**
 * An event of the activity log (learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema), as `az monitor activity-log list` and exports
 * have it; `undefined` when it does not say who did what where. The log has writes, deletions and actions of the control plane, and no reads.
 */
export function readActivityRecord(event: Value): ActivityRecord | undefined {
  const properties = fieldAt(event, 'identity') === undefined ? event : fieldAt(event, 'identity');
  const action =
    textAt(event, 'authorization', 'action') ??
    textAt(properties, 'authorization', 'action') ??
    textAt(event, 'operationName', 'value') ??
    textAt(event, 'operationName');
  const scope =
    textAt(event, 'authorization', 'scope') ??
    textAt(properties, 'authorization', 'scope') ??
    textAt(event, 'resourceId');
  const claims = fieldAt(event, 'claims') ?? fieldAt(properties, 'claims');
  const caller = textAt(claims, objectIdClaim) ?? textAt(event, 'caller');
  if (action === undefined || scope === undefined || caller === undefined) return undefined;
  const at = textAt(event, 'eventTimestamp') ?? textAt(event, 'time');
  return { action, plane: 'control', scope, caller, at };
}
