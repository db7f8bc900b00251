import { fold } from '../../../kernel/index.ts';
import type { Policy } from '../policy/policy.ts';
import { guestKinds, type Tenant, type TenantUser } from '../sign-in/tenant.ts';

/** Something that users may be: in a group, in a role. */
interface Membership {
  readonly kind: 'group' | 'role';
  readonly id: string;
}

/** Memberships that are combined in pairs; of more, each is taken alone. */
const pairedMembershipsMax = 80;

/**
 * The tenant, with sample users where it has none of its own: an ordinary member, guests of each kind, each user that a policy names, and members of
 * each group and role that policies name, and of each two of them. Who is in three of them is not looked at.
 */
export function withSampleUsers(tenant: Tenant): Tenant {
  if (tenant.users.length > 0) return tenant;
  const memberships = membershipsIn(tenant.policies);
  const groupIds = memberships.filter(({ kind }) => kind === 'group').map(({ id }) => id);
  const guests = guestKinds.map((kind) => sample(`a user of kind ${kind}`, [], kind));
  const named = namedUsers(tenant.policies).map((id) => ({ ...sample(id, []), name: `user ${id}` }));
  const members = memberships.map((one) => sample(labelOf([one]), [one]));
  const users = [sample('an ordinary member', []), ...guests, ...named, ...members, ...pairsOf(memberships)];
  const known = new Set(tenant.groups.map(({ id }) => fold(id)));
  const groups = groupIds.filter((id) => !known.has(fold(id))).map((id) => ({ id, memberOf: [], roles: [] }));
  return { ...tenant, users, groups: [...tenant.groups, ...groups] };
}

function pairsOf(memberships: readonly Membership[]): TenantUser[] {
  if (memberships.length > pairedMembershipsMax) return [];
  return memberships.flatMap((one, index) =>
    memberships.slice(index + 1).map((other) => sample(labelOf([one, other]), [one, other])),
  );
}

function labelOf(memberships: readonly Membership[]): string {
  return `a member of ${memberships.map(({ kind, id }) => `${kind} ${id}`).join(' and ')}`;
}

function sample(
  id: string,
  memberships: readonly Membership[],
  kind: TenantUser['kind'] = 'member',
): TenantUser {
  const idsOf = (wanted: Membership['kind']) =>
    memberships.filter((one) => one.kind === wanted).map((one) => one.id);
  return { id, name: id, kind, memberOf: idsOf('group'), roles: idsOf('role') };
}

function membershipsIn(policies: readonly Policy[]): Membership[] {
  const found = new Map<string, Membership>();
  for (const { users } of policies) {
    if (users === undefined) continue;
    for (const id of [...users.groups.include, ...users.groups.exclude])
      found.set(`group ${fold(id)}`, { kind: 'group', id });
    for (const id of [...users.roles.include, ...users.roles.exclude])
      found.set(`role ${fold(id)}`, { kind: 'role', id });
  }
  return [...found.values()];
}

function namedUsers(policies: readonly Policy[]): string[] {
  const names = policies.flatMap(({ users }) => [
    ...(users?.users.include ?? []),
    ...(users?.users.exclude ?? []),
  ]);
  const keywords = new Set(['all', 'none', 'guestsorexternalusers']);
  return [...new Set(names.map(fold))].filter((id) => !keywords.has(id));
}
