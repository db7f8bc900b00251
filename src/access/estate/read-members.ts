import type { Value, ValueObject } from '../../kernel/index.ts';
import type { PrincipalKind } from '../principal/index.ts';
import { fieldAt, hasListAt, objectsAt, textAt } from './field.ts';
import { principalKind } from './read-principal.ts';

/** Whom a source names as a member of a group. */
export interface MemberName {
  readonly id: string;
  readonly kind: PrincipalKind;
  readonly name: string;
}

/** What one object says of memberships. */
export interface MemberList {
  readonly members: readonly MemberName[];
  /** Whether these are all. */
  readonly isWhole: boolean;
}

/** `$expand=members` answers no more than these, and does not say that there are others (learn.microsoft.com/graph/query-parameters#expand). */
const expandedCountMax = 20;

/** The members that a group of Microsoft Graph has in it, by `$expand` or a delta query; `undefined` when it says nothing of them. */
export function membersInGroup(group: Value): MemberList | undefined {
  for (const name of ['members', 'transitiveMembers', 'members@delta']) {
    if (!hasListAt(group, name)) continue;
    const members = namesIn(objectsAt(group, name).filter((one) => one['@removed'] === undefined));
    // A delta query spreads the members of a group over pages, and nothing says whether all were exported.
    const isCut =
      textAt(group, `${name}@odata.nextLink`) !== undefined ||
      name === 'members@delta' ||
      members.length === expandedCountMax;
    return { members, isWhole: !isCut };
  }
  return undefined;
}

/** The groups that a principal of Microsoft Graph says it is in. `transitiveMemberOf` has all of them. */
export function groupsInPrincipal(principal: Value): MemberList | undefined {
  for (const name of ['transitiveMemberOf', 'memberOf']) {
    if (!hasListAt(principal, name)) continue;
    const groups = namesIn(objectsAt(principal, name)).filter(
      ({ kind }) => kind === 'group' || kind === 'unknown',
    );
    const isCut =
      textAt(principal, `${name}@odata.nextLink`) !== undefined ||
      objectsAt(principal, name).length === expandedCountMax;
    return { members: groups, isWhole: name === 'transitiveMemberOf' && !isCut };
  }
  return undefined;
}

/** The members in AzureHound's `AZGroupMember`: `{ groupId, members: [{ member: { id } }] }`. */
export function membersOfHound(data: Value): MemberList {
  const entries = objectsAt(data, 'members').map((one) => fieldAt(one, 'member') ?? one);
  return { members: namesIn(entries), isWhole: true };
}

/** A member as Microsoft Graph lists it; `undefined` for what has no id. */
export function memberNamed(entry: Value): MemberName | undefined {
  return namesIn([entry])[0];
}

function namesIn(entries: readonly Value[]): readonly MemberName[] {
  return entries.flatMap((entry) => {
    const id = textAt(entry, 'id');
    if (id === undefined) return [];
    return { id, kind: kindOf(entry as ValueObject), name: textAt(entry, 'displayName') ?? '' };
  });
}

function kindOf(entry: ValueObject): PrincipalKind {
  const stated = textAt(entry, '@odata.type')?.replace(/^#/, '');
  const kind = stated === undefined ? undefined : principalKind(stated);
  if (kind !== undefined) return kind;
  if (textAt(entry, 'userPrincipalName') !== undefined) return 'user';
  return textAt(entry, 'servicePrincipalType') !== undefined ? 'servicePrincipal' : 'unknown';
}
