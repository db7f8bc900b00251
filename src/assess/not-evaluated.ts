import type { NotEvaluated } from '../kernel/index.ts';
import type { AssignedPolicy } from '../policy/index.ts';

const exampleCountMax = 3;

/** The policies that no offline evaluation can answer, counted by reason, most first. */
export function notEvaluatedPolicies(policies: readonly AssignedPolicy[]): NotEvaluated[] {
  const reasons = new Map<string, { count: number; examples: Set<string> }>();
  for (const { policy } of policies) {
    if (policy.notEvaluable === undefined || policy.effect.kind === 'none') continue;
    const entry = reasons.get(policy.notEvaluable) ?? { count: 0, examples: new Set() };
    reasons.set(policy.notEvaluable, entry);
    entry.count++;
    if (entry.examples.size < exampleCountMax)
      entry.examples.add(policy.definition.displayName || policy.definition.name);
  }
  return [...reasons]
    .map(([reason, { count, examples }]) => ({ reason, count, examples: [...examples] }))
    .sort((a, b) => b.count - a.count);
}
