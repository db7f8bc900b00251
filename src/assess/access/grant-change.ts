import { actionsOfRole, type PlaneActions, type RoleDefinition } from '../../access/index.ts';
import type { GrantChange, GrantPrincipal, GrantScope } from '../../kernel/index.ts';

/**
 * What a principal can do at a scope before the deployment: `nobody` when it does not exist yet, `undefined` when the estate does not say, and whether
 * that is all it can do.
 */
export type AccessToday = (
  principal: GrantPrincipal,
  scope: GrantScope,
) => 'nobody' | { readonly actions: PlaneActions; readonly isAll: boolean } | undefined;

/** How a role that is granted stands to what its principal has already. */
export function grantChange(
  role: RoleDefinition | undefined,
  principal: GrantPrincipal,
  scope: GrantScope,
  today: AccessToday,
): GrantChange {
  const before = today(principal, scope);
  if (before === 'nobody') return 'new';
  if (before === undefined || role === undefined) return 'unknown';
  const granted = {
    control: actionsOfRole(role, 'control', 'at-most'),
    data: actionsOfRole(role, 'data', 'at-most'),
  };
  const { actions, isAll } = before;
  if (actions.control.includes(granted.control) && actions.data.includes(granted.data)) return 'held';
  if (!isAll) return 'unknown';
  return actions.control.intersects(granted.control) || actions.data.intersects(granted.data)
    ? 'wider'
    : 'new';
}
