import { fold } from '../../../kernel/index.ts';
import type { Policy } from '../policy/policy.ts';
import { matchUser } from '../sign-in/match-identity.ts';
import type { CoverageModel, ModelPolicy } from './coverage-model.ts';
import { identityDimension } from './find-gaps.ts';
import { addedBy } from './redundant-policies.ts';

/** A principal that policies exclude, and what it escapes by that. */
export interface ExclusionCreep {
  readonly kind: 'user' | 'group' | 'role';
  readonly id: string;
  /** Users that are meant by it, as far as they are known. */
  readonly users: number;
  readonly excludedFrom: readonly Policy[];
  /** Those of them that, for some sign-in of such a user, ask for what no other policy asks for, or may do so. */
  readonly escapes: readonly Policy[];
}

/** Who is excluded from policies, most escapes first. */
export function exclusionCreep(model: CoverageModel): ExclusionCreep[] {
  const found = new Map<string, { kind: ExclusionCreep['kind']; id: string; policies: ModelPolicy[] }>();
  for (const one of model.policies)
    for (const { kind, id } of excludedBy(one.policy)) {
      const key = `${kind} ${fold(id)}`;
      const entry = found.get(key) ?? { kind, id, policies: [] };
      found.set(key, entry);
      entry.policies.push(one);
    }
  // Principals that mean the same classes of users escape the same.
  const known = new Map<string, boolean>();
  const isEscaped = (one: ModelPolicy, users: readonly boolean[]) => {
    const key = `${model.policies.indexOf(one)} ${users.map(Number).join('')}`;
    const escaped = known.get(key) ?? addedBy(model, one, boxFor(one, users)) !== 'nothing';
    known.set(key, escaped);
    return escaped;
  };
  const creep = [...found.values()].map(({ kind, id, policies }): ExclusionCreep => {
    const meant = usersMeant(model, kind, id);
    return {
      kind,
      id,
      users: meant.count,
      excludedFrom: policies.map(({ policy }) => policy),
      escapes: policies.filter((one) => isEscaped(one, meant.classes)).map(({ policy }) => policy),
    };
  });
  return creep.sort(
    (a, b) => b.escapes.length - a.escapes.length || b.excludedFrom.length - a.excludedFrom.length,
  );
}

/** The sign-ins that the policy would be for, were these users not excluded. */
function boxFor(policy: ModelPolicy, users: readonly boolean[]): readonly (readonly boolean[])[] {
  return policy.possibly.map((row, dimension) => (dimension === identityDimension ? users : row));
}

function excludedBy({ users }: Policy): { kind: ExclusionCreep['kind']; id: string }[] {
  if (users === undefined) return [];
  const ids = users.users.exclude.filter((id) => fold(id) !== 'guestsorexternalusers');
  return [
    ...ids.map((id) => ({ kind: 'user' as const, id })),
    ...users.groups.exclude.map((id) => ({ kind: 'group' as const, id })),
    ...users.roles.exclude.map((id) => ({ kind: 'role' as const, id })),
  ];
}

const nobody = { include: [], exclude: [] };

function usersMeant(
  { classes, evaluation }: CoverageModel,
  kind: ExclusionCreep['kind'],
  id: string,
): { readonly classes: readonly boolean[]; readonly count: number } {
  const named = { include: [id], exclude: [] };
  const condition = {
    users: kind === 'user' ? named : nobody,
    groups: kind === 'group' ? named : nobody,
    roles: kind === 'role' ? named : nobody,
    includeGuests: undefined,
    excludeGuests: undefined,
  };
  const counts = (classes[identityDimension] ?? []).map(
    ({ atoms }) =>
      atoms.filter(({ facts: { identity } }) => {
        if (identity === undefined) return false;
        return matchUser(condition, evaluation.directory.user(identity.id)) === true;
      }).length,
  );
  return { classes: counts.map((count) => count > 0), count: counts.reduce((sum, count) => sum + count, 0) };
}
