import type { ValueObject } from '../../kernel/index.ts';
import {
  type BoundPolicy,
  type EvaluationOptions,
  evaluatePolicy,
  type PolicyEvaluation,
  type PolicySubject,
} from '../../policy/index.ts';
import type { Goal, Obstacle } from './change-search.ts';
import { NamedValues } from './named-values.ts';

/** The goal that a resource complies with a policy whose condition must not hold. */
export class PolicyGoal implements Goal {
  readonly policy: BoundPolicy;
  readonly #subject: PolicySubject;
  readonly #options: EvaluationOptions;
  readonly #mayLeave: boolean;
  readonly #scene: Obstacle['scene'];

  /** `mayLeave`: that the policy is not about the changed resource is as good, as for one that is not about it now. */
  constructor(policy: BoundPolicy, subject: PolicySubject, options: EvaluationOptions, mayLeave = false) {
    this.policy = policy;
    this.#subject = subject;
    this.#options = options;
    this.#mayLeave = mayLeave;
    this.#scene = {
      type: subject.type,
      apiVersion: subject.apiVersion,
      aliases: options.resolver.aliases,
      names: new NamedValues(policy),
      isNew: false,
    };
  }

  /** Evaluates the policy on the resource with another body. */
  evaluate(body: ValueObject): PolicyEvaluation {
    return evaluatePolicy(this.policy, subjectWith(this.#subject, body), this.#options);
  }

  obstacle(body: ValueObject): Obstacle | 'lost' | undefined {
    const { verdict, condition } = this.evaluate(body);
    if (verdict === 'compliant' || (verdict === 'not-applicable' && this.#mayLeave)) return undefined;
    if (verdict !== 'non-compliant' || condition === undefined) return 'lost';
    return { trace: condition, wanted: false, scene: this.#scene };
  }
}

/** A resource with another body. */
export function subjectWith(subject: PolicySubject, body: ValueObject): PolicySubject {
  const name = body.name === subject.body.name || body.name === undefined ? subject.name : body.name;
  return { ...subject, body, name };
}

/** The goal of reaching several goals at once: the first that is not reached says what to change. */
export function allGoals(goals: readonly Goal[]): Goal {
  return {
    obstacle(body) {
      for (const goal of goals) {
        const obstacle = goal.obstacle(body);
        if (obstacle !== undefined) return obstacle;
      }
      return undefined;
    },
  };
}
