import { Adjacency } from './adjacency.ts';
import { IndexSet } from './index-set.ts';

/** Whether a principal is in a group; `unknown` where members of it, or of a group in it, were not seen. */
export type Belonging = 'yes' | 'no' | 'unknown';

/** What is known of memberships, as numbers of principals. */
export interface MembershipFacts {
  /** How many principals there are. */
  readonly size: number;
  /** Pairs of a group and a direct member of it. */
  readonly groups: readonly number[];
  readonly members: readonly number[];
  /** What may be a group, and of which not all members are known. */
  readonly opaque: Iterable<number>;
  /** Principals of which all groups are known, whatever is known of the groups. */
  readonly settled: Iterable<number>;
}

/** What changes of memberships, as numbers of principals. */
export interface MembershipChange {
  readonly without: Iterable<readonly [group: number, member: number]>;
  readonly also: Iterable<readonly [group: number, member: number]>;
}

/** Who is in which group, groups in groups included (articles/role-based-access-control/overview.md: memberships are transitive). Circles do no harm. */
export class Membership {
  readonly #size: number;
  readonly #groupsOf: Adjacency;
  readonly #membersOf: Adjacency;
  readonly #opaque: IndexSet;
  readonly #settled: IndexSet;
  /** The groups that are in what an opaque group is in: computed when it is first asked for. */
  #mayHoldMore: IndexSet | undefined;

  constructor({ size, groups, members, opaque, settled }: MembershipFacts) {
    this.#size = size;
    this.#groupsOf = new Adjacency(size, members, groups);
    this.#membersOf = new Adjacency(size, groups, members);
    this.#opaque = setOf(size, opaque);
    this.#settled = setOf(size, settled);
  }

  /** The same with other direct memberships: pairs of a group and a member that are left out, and pairs that there are as well. */
  changed({ without, also }: MembershipChange): Membership {
    const size = this.#size;
    const left = new Set([...without].map(([group, member]) => group * size + member));
    const groups: number[] = [];
    const members: number[] = [];
    for (let group = 0; group < size; group++)
      for (const member of this.#membersOf.of(group)) {
        if (left.has(group * size + member)) continue;
        groups.push(group);
        members.push(member);
      }
    for (const [group, member] of also) {
      groups.push(group);
      members.push(member);
    }
    return new Membership({ size, groups, members, opaque: this.#opaque, settled: this.#settled });
  }

  get pairCount(): number {
    return this.#membersOf.pairCount;
  }

  /** The direct members of a group. */
  membersOf(group: number): Uint32Array {
    return this.#membersOf.of(group);
  }

  /** The groups that a principal is directly in. */
  directGroupsOf(principal: number): Uint32Array {
    return this.#groupsOf.of(principal);
  }

  /** The principal itself and all groups it is in, each with the one it was reached from: itself for the principal. Nearest first. */
  groupsOf(principal: number): ReadonlyMap<number, number> {
    const from = new Map([[principal, principal]]);
    for (const [one] of from)
      for (const group of this.#groupsOf.of(one)) if (!from.has(group)) from.set(group, one);
    return from;
  }

  /** All that are in any of these, themselves included. */
  closureOf(roots: Iterable<number>): IndexSet {
    const found = new IndexSet(this.#size);
    const open: number[] = [];
    for (const root of roots) if (found.add(root)) open.push(root);
    for (let one = open.pop(); one !== undefined; one = open.pop())
      for (const member of this.#membersOf.of(one)) if (found.add(member)) open.push(member);
    return found;
  }

  /** Whether a principal is, or is in, a group. `groups` are those of the principal ({@link groupsOf}). */
  belongs(principal: number, group: number, groups: ReadonlyMap<number, number>): Belonging {
    if (groups.has(group)) return 'yes';
    return this.#settled.has(principal) || !this.mayHoldMore(group) ? 'no' : 'unknown';
  }

  /** Whether members of a group, or of a group in it, were not seen. */
  mayHoldMore(group: number): boolean {
    this.#mayHoldMore ??= this.#aboveOpaque();
    return this.#mayHoldMore.has(group);
  }

  /** Whether all groups of a principal are known. */
  isSettled(principal: number): boolean {
    return this.#settled.has(principal);
  }

  /** The group in question, or one in it, whose members were not seen. */
  opaqueIn(group: number): number {
    for (const one of this.closureOf([group])) if (this.#opaque.has(one)) return one;
    return group;
  }

  #aboveOpaque(): IndexSet {
    const found = new IndexSet(this.#size);
    const open = [...this.#opaque];
    for (const one of open) found.add(one);
    for (let one = open.pop(); one !== undefined; one = open.pop())
      for (const group of this.#groupsOf.of(one)) if (found.add(group)) open.push(group);
    return found;
  }
}

function setOf(size: number, numbers: Iterable<number>): IndexSet {
  const set = new IndexSet(size);
  for (const one of numbers) set.add(one);
  return set;
}
