import type { RelatedNeed } from '../../estate/index.ts';
import { fold } from '../../kernel/index.ts';
import { type AssignedPolicy, leavesOf, relatedTypeOf } from '../../policy/index.ts';

/** What the existence effects of these policies look for, for an inspection of the estate. */
export function relatedNeeds(assigned: readonly AssignedPolicy[]): RelatedNeed[] {
  return assigned.flatMap(({ policy }): RelatedNeed[] => {
    if (policy.effect.kind !== 'existence' || policy.notEvaluable !== undefined) return [];
    const relatedType = relatedTypeOf(policy.definition);
    if (relatedType === undefined) return [];
    const displayName = policy.definition.displayName || policy.definition.name;
    const types = typesOf(policy);
    return types.length === 0
      ? [{ displayName, relatedType, resourceType: undefined }]
      : types.map((resourceType) => ({ displayName, relatedType, resourceType }));
  });
}

/** The types that the rule names with `equals` or `in`. */
function typesOf({ condition }: AssignedPolicy['policy']): string[] {
  const types = new Set<string>();
  for (const leaf of leavesOf(condition)) {
    if (leaf.operator !== 'equals' && leaf.operator !== 'in') continue;
    if (leaf.left.kind !== 'field' || leaf.left.field.kind !== 'literal') continue;
    if (typeof leaf.left.field.value !== 'string' || fold(leaf.left.field.value) !== 'type') continue;
    const wanted = leaf.right.kind === 'literal' ? leaf.right.value : undefined;
    for (const value of [wanted].flat()) if (typeof value === 'string') types.add(value);
  }
  return [...types];
}
