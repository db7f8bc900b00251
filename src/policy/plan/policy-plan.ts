import { fold } from '../../kernel/index.ts';
import type { BoundPolicy } from '../bound-policy.ts';
import type { EvaluationOptions } from '../evaluate-policy.ts';
import { TypePlan } from './type-plan.ts';

/**
 * Policies compiled per resource type, on first use of the type. A plan only decides; whoever wants to know why asks evaluatePolicy(),
 * which also answers what the plan leaves open. The two agree by test.
 */
export class PolicyPlan {
  readonly policies: readonly BoundPolicy[];
  readonly #options: EvaluationOptions;
  readonly #types = new Map<string, TypePlan>();

  constructor(policies: readonly BoundPolicy[], options: EvaluationOptions) {
    this.policies = policies;
    this.#options = options;
  }

  /** The plan of a resource type. */
  forType(type: string): TypePlan {
    const key = fold(type);
    let plan = this.#types.get(key);
    if (plan === undefined) {
      plan = new TypePlan(key, this.policies, this.#options);
      this.#types.set(key, plan);
    }
    return plan;
  }
}
