import { fold } from '../../kernel/index.ts';
import type { BoundPolicy } from '../bound-policy.ts';
import type { EvaluationOptions } from '../evaluate-policy.ts';
import { TypePlan } from './type-plan.ts';

/**
 * Policies compiled per resource type, on first use of the type. A plan only decides; whoever wants to know why asks evaluatePolicy(),
 * which also answers what the plan leaves open. The two agree by test.
 */
export class PolicyPlan {
  /** The policies; answers are by position in this list. */
  readonly policies: readonly BoundPolicy[];
  readonly #options: EvaluationOptions;
  readonly #types = new Map<string, TypePlan>();

  readonly #covers: (policy: BoundPolicy, type: string) => boolean;

  /** `covers` says whether a policy looks at a (folded) type at all, see modeCovers(). */
  constructor(
    policies: readonly BoundPolicy[],
    options: EvaluationOptions,
    covers: (policy: BoundPolicy, type: string) => boolean = () => true,
  ) {
    this.policies = policies;
    this.#options = options;
    this.#covers = covers;
  }

  /** The plan of a resource type. */
  forType(type: string): TypePlan {
    const key = fold(type);
    let plan = this.#types.get(key);
    if (plan === undefined) {
      plan = new TypePlan(key, this.policies, this.#options, this.#covers);
      this.#types.set(key, plan);
    }
    return plan;
  }
}
