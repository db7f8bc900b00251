import { fold } from '../../kernel/index.ts';
import { type AccessModel, membershipRule } from '../estate/index.ts';
import type { ActivatableMembership, NamedPrincipal } from './access-answer.ts';

/** The memberships of a chain of principals that are there only because the model counts them as activated. */
export function activatableMemberships(
  model: AccessModel,
  chain: readonly NamedPrincipal[],
): readonly ActivatableMembership[] {
  if (model.activatedMemberships.length === 0) return [];
  const groupOf = new Map(chain.slice(1).map(({ id }, at) => [fold(chain[at]?.id ?? ''), fold(id)]));
  return model.activatedMemberships
    .filter(({ principalId, groupId }) => groupOf.get(fold(principalId)) === fold(groupId))
    .map((one) => ({
      id: one.id,
      groupId: one.groupId,
      memberId: one.principalId,
      ...(one.end === undefined ? {} : { end: one.end }),
      activation: membershipRule(model, one),
    }));
}
