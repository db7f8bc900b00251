import { isInForce } from '../assignment/index.ts';
import type { AccessModel } from './access-model.ts';
import type { TimedMembership } from './timed-membership.ts';

/** How memberships are looked at. */
export interface MembershipView {
  /** ISO 8601; the moment of the export unless stated. */
  readonly at?: string | undefined;
  /** Whether memberships that can be activated count. */
  readonly activate?: boolean | undefined;
}

const bases = new WeakMap<AccessModel, AccessModel>();
const views = new WeakMap<AccessModel, Map<string, AccessModel>>();

/** The model with the memberships of a moment, and with those that can be activated. Of one view it is made once. */
export function modelAt(model: AccessModel, { at, activate = false }: MembershipView): AccessModel {
  const base = bases.get(model) ?? model;
  if (base.timedMemberships.length === 0 || (at === undefined && !activate)) return base;
  const key = `${activate} ${at ?? ''}`;
  const known = views.get(base) ?? new Map<string, AccessModel>();
  views.set(base, known);
  let view = known.get(key);
  if (view === undefined) {
    view = makeView(base, at, activate);
    known.set(key, view);
    bases.set(view, base);
  }
  return view;
}

function makeView(base: AccessModel, at: string | undefined, activate: boolean): AccessModel {
  const members = base.timedMemberships.filter(({ as }) => as === 'member');
  const active = members.filter(({ kind }) => kind !== 'eligible');
  const without = pairsOf(
    base,
    active.filter((one) => !isInForce(one, at)),
  );
  // Where one instance ends, another one may go on.
  for (const key of pairsOf(
    base,
    active.filter((one) => isInForce(one, at)),
  ).keys())
    without.delete(key);
  const { membership } = base;
  const held = membership.changed({ without: without.values(), also: [] });
  const eligible = !activate
    ? []
    : members.filter((one) => {
        if (one.kind !== 'eligible' || !isInForce(one, at)) return false;
        const [group, member] = pairOf(base, one);
        return !held.membersOf(group).includes(member);
      });
  return {
    ...base,
    membership: held.changed({ without: [], also: pairsOf(base, eligible).values() }),
    activatedMemberships: eligible,
  };
}

function pairsOf(model: AccessModel, list: readonly TimedMembership[]): Map<string, Pair> {
  return new Map(
    list.map((one) => {
      const pair = pairOf(model, one);
      return [pair.join(' '), pair];
    }),
  );
}

type Pair = readonly [group: number, member: number];

function pairOf({ principals }: AccessModel, { groupId, principalId }: TimedMembership): Pair {
  return [principals.mention(groupId, 'group'), principals.mention(principalId)];
}
