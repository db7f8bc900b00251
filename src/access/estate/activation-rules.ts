import { fold } from '../../kernel/index.ts';
import { type ActivationRule, type ActivationRules, scopeKey } from '../assignment/index.ts';
import type { PolicyLink } from './read-activation-rule.ts';

/** Joins policies with what they rule; `rules` are by the folded id of the policy. Policies of the directory are at `/`. */
export function activationRules(
  links: readonly PolicyLink[],
  rules: ReadonlyMap<string, ActivationRule>,
): ActivationRules {
  const found = new Map<string, ActivationRule>();
  for (const { policyId, role, scope, rule } of links) {
    const stated = rule ?? rules.get(fold(policyId));
    if (stated !== undefined) found.set(`${role} ${scopeKey(scope)}`, stated);
  }
  return { of: (role, scope) => found.get(`${role} ${scopeKey(scope)}`) };
}
