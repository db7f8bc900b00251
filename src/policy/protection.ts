import type { BoundPolicy } from './bound-policy.ts';
import { type EvaluationOptions, environmentFor } from './evaluate-policy.ts';
import { interpret } from './interpret.ts';
import type { PolicySubject } from './policy-subject.ts';
import type { Outcome } from './trace.ts';

/** Types that denyAction never holds back (effect-deny-action.md#denyaction-evaluation), folded. */
const unprotectedTypes: readonly string[] = [
  'microsoft.authorization/policyassignments',
  'microsoft.authorization/denyassignments',
  'microsoft.authorization/locks',
  'microsoft.blueprint/blueprintassignments',
  'microsoft.resources/deploymentstacks',
  'microsoft.resources/subscriptions',
];

/**
 * Whether a denyAction policy that applies to a resource holds back its deletion: where the whole `if` holds (effect-deny-action.md). Azure calls such a resource
 * protected (compliance-states.md#protected).
 */
export function protects(policy: BoundPolicy, subject: PolicySubject, options: EvaluationOptions): Outcome {
  if (unprotectedTypes.includes(subject.type.toLowerCase())) return 'false';
  return interpret(policy.condition, environmentFor(policy, subject, options)).outcome;
}
