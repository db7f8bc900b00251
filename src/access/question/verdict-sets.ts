import type { AccessModel } from '../estate/index.ts';
import { IndexSet } from '../principal/index.ts';
import type { DeniedPrincipals } from './denied-principals.ts';

/** Principals by what the question comes to for them. */
export interface VerdictSets {
  readonly allowed: IndexSet;
  readonly allowedIf: IndexSet;
  readonly unknown: IndexSet;
  readonly denied: IndexSet;
}

/** Sorts those who have it by any way into verdicts, all at once. */
export function verdictSets(
  model: AccessModel,
  found: Partial<DeniedPrincipals> &
    Readonly<Record<'sure' | 'onCondition' | 'unknown' | 'besides', IndexSet>>,
): VerdictSets {
  const none = new IndexSet(model.principals.size);
  const { denied = none, maybeDenied = none, besides } = found;
  const groups = groupsOf(model);
  const open = (set: IndexSet) => set.without(groups).without(besides).without(denied);
  const sure = open(found.sure);
  const unknown = open(found.unknown).without(sure);
  const onCondition = open(found.onCondition).without(sure).without(unknown);
  const perhaps = sure.or(onCondition).and(maybeDenied);
  const isUnsure = (found.gaps?.length ?? 0) > 0;
  return {
    allowed: sure.without(maybeDenied).or(besides.without(groups)),
    allowedIf: isUnsure ? onCondition.without(maybeDenied) : onCondition.or(perhaps),
    unknown: isUnsure ? unknown.or(perhaps) : unknown,
    denied: found.sure.or(found.onCondition).or(found.unknown).and(denied).without(groups).without(besides),
  };
}

const groupSets = new WeakMap<AccessModel, IndexSet>();

/** The principals that are groups: they are followed to their members, and not named themselves. */
function groupsOf(model: AccessModel): IndexSet {
  let groups = groupSets.get(model);
  if (groups === undefined) {
    groups = new IndexSet(model.principals.size);
    for (const [at, { kind }] of model.principals.all.entries()) if (kind === 'group') groups.add(at);
    groupSets.set(model, groups);
  }
  return groups;
}
