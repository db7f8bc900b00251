import type { EstateScope, ScopeTree } from '../../estate/index.ts';
import { fold } from '../../kernel/index.ts';
import type { AssignedPolicy } from '../../policy/index.ts';

/** A policy in force that its author has given up. */
export interface DeprecatedPolicy {
  readonly name: string;
  readonly assignment: string;
  /** Names or GUIDs of what to use in its place; empty when the definition names none. */
  readonly successors: readonly string[];
}

/** The deprecated definitions that are assigned, each once an assignment (definition-structure-basics.md#metadata: `deprecated`, and `supersededBy` of the landing zone library). */
export function deprecatedPolicies(assigned: readonly AssignedPolicy[]): DeprecatedPolicy[] {
  const found = new Map<string, DeprecatedPolicy>();
  for (const { policy, assignment } of assigned) {
    const { metadata, displayName, name, id } = policy.definition;
    if (metadata.deprecated !== true && !/^\s*\[deprecated\]/i.test(displayName)) continue;
    const { supersededBy } = metadata;
    const successors = typeof supersededBy === 'string' ? supersededBy.split(/\s*,\s*/).filter(Boolean) : [];
    const title = displayName || name;
    found.set(`${assignment.id} ${id}`, {
      name: title.replace(/^\s*\[deprecated\]:?\s*/i, ''),
      assignment: assignment.displayName || assignment.name,
      successors,
    });
  }
  return [...found.values()];
}

/** A policy that says nothing new: the same definition with the same parameters and effect is in force from a scope above, or at the same one. */
export interface ShadowedPolicy {
  readonly name: string;
  readonly assignment: AssignedPolicy['assignment'];
  readonly by: AssignedPolicy['assignment'];
}

/** Finds policies that repeat one from above. An assignment above with exclusions or selectors shadows nothing, since it may not reach as far. */
export function shadowedPolicies(assigned: readonly AssignedPolicy[], scopes: ScopeTree): ShadowedPolicy[] {
  const same = new Map<string, AssignedPolicy[]>();
  for (const one of assigned) {
    const key = meaningOf(one);
    const list = same.get(key);
    if (list === undefined) same.set(key, [one]);
    else list.push(one);
  }
  const shadowed: ShadowedPolicy[] = [];
  for (const list of same.values()) {
    for (const [at, one] of list.entries()) {
      const upper = list.find(
        (other, index) =>
          index !== at &&
          reachesAll(other) &&
          other.enforced === one.enforced &&
          isAbove(other, one, scopes, index < at),
      );
      if (upper === undefined) continue;
      const { displayName, name } = one.policy.definition;
      shadowed.push({ name: displayName || name, assignment: one.assignment, by: upper.assignment });
    }
  }
  return shadowed;
}

function meaningOf({ policy }: AssignedPolicy): string {
  const parameters = [...policy.parameters].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${fold(policy.definition.id)} ${fold(policy.effectText)} ${JSON.stringify(parameters)}`;
}

function reachesAll({ assignment }: AssignedPolicy): boolean {
  return assignment.notScopes.length === 0 && assignment.selection === undefined;
}

/** Of two at the same scope the first counts. */
function isAbove(upper: AssignedPolicy, lower: AssignedPolicy, scopes: ScopeTree, isFirst: boolean): boolean {
  const [above, below] = [upper.assignment.scope, lower.assignment.scope].map((scope) =>
    fold(scope.replace(/\/+$/, '')),
  );
  if (above === below) return isFirst && upper.assignment.id !== lower.assignment.id;
  if (above === '') return true;
  return scopes.chainOf(lower.assignment.scope).some((scope: EstateScope) => fold(scope.id) === above);
}
