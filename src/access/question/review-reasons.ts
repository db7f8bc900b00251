import { type RoleAssignment, scopeKey } from '../assignment/index.ts';
import type { AccessModel } from '../estate/index.ts';
import type { Principal } from '../principal/index.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Why an assignment of a privileged role stands for good. `undefined` when it is not so, or not known. */
export function standingReason({ kind, end }: RoleAssignment, tier: string): string | undefined {
  if (kind !== 'assigned' && kind !== 'delegated' && kind !== 'classic') return undefined;
  return end === undefined ? `its role is of tier ${tier}, and it does not end` : undefined;
}

/** Why a privileged role reaches far. `undefined` when it is not so, or not known. */
export function broadReason({ scope }: RoleAssignment, tier: string): string | undefined {
  const key = scopeKey(scope);
  if (key === '/') return `its role is of tier ${tier} on the whole tenant`;
  if (key.startsWith('/providers/microsoft.management/'))
    return `its role is of tier ${tier} on a management group`;
  return /^\/subscriptions\/[^/]+$/.test(key)
    ? `its role is of tier ${tier} on a whole subscription`
    : undefined;
}

/** The exports that have each kind of principal. */
export const listings = { user: 'users', group: 'groups', servicePrincipal: 'servicePrincipals' } as const;

/** Why nobody has the principal any more. `undefined` when it is not so, or not known. */
export function orphanReason(model: AccessModel, { id, kind, isListed }: Principal): string | undefined {
  if (isListed) return undefined;
  const sources =
    kind === 'user' || kind === 'group' || kind === 'servicePrincipal'
      ? [listings[kind]]
      : Object.values(listings);
  // Only exports of all kinds that it could be tell that it is gone.
  return sources.every((source) => model.seen.has(source))
    ? `${id} is in no export of the directory`
    : undefined;
}

/** Why a principal seems not to be used any more. `undefined` when it is not so, or not known. */
export function staleReason(
  { name, lastSignIn }: Principal,
  now: string,
  daysMin: number,
): string | undefined {
  if (lastSignIn === undefined) return undefined;
  const days = Math.floor((Date.parse(now) - Date.parse(lastSignIn)) / dayMs);
  return days >= daysMin ? `${name} last signed in ${days} days ago` : undefined;
}
