import type { Value } from '../../kernel/index.ts';
import { Membership, type Principal, type PrincipalTable } from '../principal/index.ts';
import { groupsInPrincipal, type MemberList, type MemberName, membersInGroup } from './read-members.ts';
import type { TimedMembership } from './timed-membership.ts';

/** Gathers memberships, from both ends. */
export class MembershipReader {
  readonly #principals: PrincipalTable;
  readonly #groups: number[] = [];
  readonly #members: number[] = [];
  readonly #whole = new Set<number>();
  readonly #settled = new Set<number>();
  #count = 0;

  constructor(principals: PrincipalTable) {
    this.#principals = principals;
  }

  /** Whether any list of members, or of groups, was there. */
  get isFed(): boolean {
    return this.#count > 0;
  }

  /** Reads what a directory object that is a principal says of memberships. */
  addPrincipal(principal: Principal, body: Value): void {
    const listed = principal.kind === 'group' ? membersInGroup(body) : undefined;
    if (listed !== undefined) this.addMembers(principal.id, listed);
    const groups = groupsInPrincipal(body);
    if (groups === undefined) return;
    this.#count++;
    const member = this.#principals.mention(principal.id);
    for (const group of groups.members)
      this.#add(this.#principals.mention(group.id, 'group', group.name), member);
    if (groups.isWhole) this.#settled.add(member);
  }

  addMembers(groupId: string, { members, isWhole }: MemberList): void {
    this.#count++;
    const group = this.#principals.mention(groupId, 'group');
    for (const { id, kind, name } of members) this.#add(group, this.#principals.mention(id, kind, name));
    if (isWhole) this.#whole.add(group);
  }

  /** Reads that one principal is directly in a group, by itself: others may be, too. */
  addMember(groupId: string, member: MemberName): void {
    this.addMembers(groupId, { members: [member], isWhole: false });
  }

  /** A membership that Privileged Identity Management gives; one that is active counts. */
  addTimed({ kind, as, groupId, principalId }: TimedMembership): void {
    const group = this.#principals.mention(groupId, 'group');
    const member = this.#principals.mention(principalId);
    if (as === 'member' && kind !== 'eligible') this.#add(group, member);
  }

  /** `allListed`: groups without a list have no members, since all lists were exported. */
  finish(allListed: boolean): Membership {
    const opaque: number[] = [];
    this.#principals.all.forEach(({ kind, isListed }, at) => {
      if (this.#whole.has(at)) return;
      if (kind === 'unknown' || (kind === 'group' && !(allListed && isListed))) opaque.push(at);
    });
    return new Membership({
      size: this.#principals.size,
      groups: this.#groups,
      members: this.#members,
      opaque,
      settled: this.#settled,
    });
  }

  #add(group: number, member: number): void {
    this.#groups.push(group);
    this.#members.push(member);
  }
}
