import { type AccessTruth, allOf, no, unseen, yes } from '../assignment/index.ts';
import type { EscalationContext } from './escalation-context.ts';
import type { StateName } from './escalation-rule.ts';

type PrincipalState = (cx: EscalationContext, principal: number) => AccessTruth;

/** States of principals; those of resources are decided where resources are (`target-state.ts`). */
const states: Partial<Record<StateName, PrincipalState>> = {
  roleAssignable: (cx, group) => (isRoleAssignable(cx, group) ? yes : no),
  notRoleAssignable: (cx, group) => {
    const { isRoleAssignable: flag, id } = cx.ground.model.principals.at(group);
    if (flag !== undefined) return flag ? no : yes;
    const what = `whether directory roles can be given to group ${id} was not seen`;
    return unseen({ source: 'groups', what, about: id });
  },
  noPrivilegedRole,
};

/** Whether a principal is in all of the states. */
export function principalState(
  cx: EscalationContext,
  principal: number,
  when: readonly StateName[],
): AccessTruth {
  return allOf(when.map((name) => states[name]?.(cx, principal) ?? no));
}

/**
 * Whether administrators without high privileges may reset the password: only of users who have no directory role that is protected, even if only eligible, and
 * are in no group that directory roles can be given to (docs/identity/role-based-access-control/privileged-roles-permissions.md#who-can-reset-passwords).
 */
function noPrivilegedRole(cx: EscalationContext, principal: number): AccessTruth {
  const { directory, membership } = cx.ground.model;
  for (const [group, from] of membership.groupsOf(principal)) {
    if (group !== principal && isRoleAssignable(cx, group)) return no;
    if (from !== principal) continue;
    for (const at of directory.of(group)) if (!cx.unprotectedRoles.has(directory.get(at).role)) return no;
  }
  return yes;
}

function isRoleAssignable(cx: EscalationContext, group: number): boolean {
  return cx.ground.model.principals.at(group).isRoleAssignable === true;
}
