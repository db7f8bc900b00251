import { fold } from '../../../kernel/index.ts';
import type { GuestCondition, Policy, UserCondition } from '../policy/policy.ts';
import { isPlaceholder } from '../policy/policy-name.ts';
import type { UserFacts } from './directory.ts';
import type { Evaluation } from './evaluation.ts';
import type { SignInIdentity } from './sign-in.ts';
import type { TenantServicePrincipal } from './tenant.ts';
import { allOf, anyOf, not, type Truth } from './truth.ts';

/** Whether a policy is for an identity (docs/identity/conditional-access/concept-conditional-access-users-groups.md). */
export function matchIdentity(policy: Policy, identity: SignInIdentity, { directory }: Evaluation): Truth {
  if (identity.kind === 'user') {
    if (isUnread(policy, 'conditions.users')) return undefined;
    return policy.users === undefined ? false : matchUser(policy.users, directory.user(identity.id));
  }
  if (isUnread(policy, 'conditions.clientApplications')) return undefined;
  return matchServicePrincipal(policy, identity.id, directory.servicePrincipal(identity.id));
}

/** Whether something in a section of the policy was not understood. */
export function isUnread({ unread }: Policy, section: string): boolean {
  return unread.some((path) => path === section || path.startsWith(`${section}.`));
}

/** Whether a user is included and not excluded; exclusion wins. */
export function matchUser(condition: UserCondition, user: UserFacts): Truth {
  const { users, groups, roles, includeGuests, excludeGuests } = condition;
  const included = anyOf(isNamed(user, users.include, groups.include, roles.include, includeGuests));
  const excluded = anyOf(isNamed(user, users.exclude, groups.exclude, roles.exclude, excludeGuests));
  return allOf([included, not(excluded)]);
}

function* isNamed(
  user: UserFacts,
  users: readonly string[],
  groups: readonly string[],
  roles: readonly string[],
  guests: GuestCondition | undefined,
): Iterable<Truth> {
  for (const id of users.map(fold)) {
    if (id === 'all' || id === user.id) yield true;
    else if (id === 'guestsorexternalusers')
      yield user.kind === undefined ? undefined : user.kind !== 'member';
    else if (isOpenPlaceholder(id, user)) yield undefined;
  }
  for (const id of groups.map(fold))
    yield isIn(user.groups, id, user.hasAllGroups && !isOpenPlaceholder(id, user));
  for (const id of roles.map(fold)) yield isIn(user.roles, id, user.hasAllRoles);
  if (guests !== undefined) yield matchGuest(guests, user);
}

/** Whether a name stands for somebody that the tenant does not tell. */
function isOpenPlaceholder(id: string, { knownIds }: UserFacts): boolean {
  return isPlaceholder(id) && !knownIds.has(id);
}

function isIn(set: ReadonlySet<string>, id: string, isComplete: boolean): Truth {
  return set.has(id) || (isComplete ? false : undefined);
}

function matchGuest({ kinds, tenants }: GuestCondition, { kind, homeTenant }: UserFacts): Truth {
  if (kind === undefined) return undefined;
  if (!kinds.some((one) => fold(one) === fold(kind))) return false;
  if (tenants?.membershipKind === undefined || fold(tenants.membershipKind) === 'all') return true;
  if (homeTenant === undefined || fold(tenants.membershipKind) !== 'enumerated') return undefined;
  return tenants.members.some((one) => fold(one) === fold(homeTenant));
}

/** Policies cover service principals of single-tenant applications, and no managed identities (docs/identity/conditional-access/workload-identity.md). */
function matchServicePrincipal(policy: Policy, id: string, known: TenantServicePrincipal | undefined): Truth {
  const condition = policy.clientApplications?.servicePrincipals;
  if (condition === undefined || known?.isManagedIdentity === true || known?.isSingleTenant === false)
    return false;
  const ids = known === undefined ? [fold(id)] : [fold(known.id), fold(known.appId)];
  const names = (list: readonly string[]) =>
    list.map(fold).some((one) => one === 'serviceprincipalsinmytenant' || ids.includes(one));
  if (!names(condition.include) || names(condition.exclude)) return false;
  return known === undefined ? undefined : true;
}
