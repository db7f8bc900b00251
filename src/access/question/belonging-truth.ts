import { type AccessTruth, anyOf, isEveryone, no, unseen, yes } from '../assignment/index.ts';
import type { AccessModel } from '../estate/index.ts';
import type { Asker } from './asker.ts';

/** Whether what a principal has, the asker has too: it is the asker, or a group that the asker is in. */
export function belongingTruth(model: AccessModel, asker: Asker, holder: number): AccessTruth {
  const belonging = model.membership.belongs(asker.position, holder, asker.groups);
  if (belonging === 'yes') return yes;
  return belonging === 'no' ? no : unseen(membersUnseen(model, holder));
}

/** Whether a list of object ids has the asker, by itself, by a group, or as one of all. */
export function listedTruth(model: AccessModel, asker: Asker, ids: readonly string[]): AccessTruth {
  if (isEveryone(ids)) return yes;
  return anyOf(
    ids.map((id) => {
      const position = model.principals.positionOf(id);
      return position === undefined ? no : belongingTruth(model, asker, position);
    }),
  );
}

/** That the members of a group, or of one in it, were not seen. */
export function membersUnseen(model: AccessModel, holder: number) {
  const group = model.principals.at(model.membership.opaqueIn(holder));
  const what =
    group.kind === 'unknown'
      ? `what principal ${group.id} is was not seen; it may be a group`
      : `the members of group ${group.name} were not seen`;
  return { source: 'groupMembers' as const, what, about: group.id };
}
