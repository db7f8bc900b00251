import type { EstateScope } from '../../estate/index.ts';
import { fold } from '../../kernel/index.ts';
import {
  type AssignedPolicy,
  applies,
  type EvaluationOptions,
  isExemptible,
  isInForce,
  isWithinScope,
  type PolicyExemption,
  type PolicySubject,
} from '../../policy/index.ts';

/** Finds the exemption that covers a policy on a resource. */
export class ExemptionIndex {
  readonly #byAssignment = new Map<string, PolicyExemption[]>();

  /** `now` in ISO 8601: exemptions that have expired do not count. */
  constructor(exemptions: readonly PolicyExemption[], now: string) {
    for (const exemption of exemptions) {
      if (!isInForce(exemption, now)) continue;
      const list = this.#byAssignment.get(exemption.assignmentId);
      if (list === undefined) this.#byAssignment.set(exemption.assignmentId, [exemption]);
      else list.push(exemption);
    }
  }

  get isEmpty(): boolean {
    return this.#byAssignment.size === 0;
  }

  /** The exemption in force, if any: of this assignment and reference, at or above the resource, with selectors that hold. */
  find(
    { assignment, reference, policy }: AssignedPolicy,
    subject: PolicySubject,
    chain: readonly EstateScope[],
    options: EvaluationOptions,
  ): PolicyExemption | undefined {
    const candidates = this.#byAssignment.get(fold(assignment.id));
    if (candidates === undefined || typeof subject.id !== 'string' || !isExemptible(policy.definition))
      return undefined;
    const id = subject.id;
    const referenceId = reference === undefined ? undefined : fold(reference.referenceId);
    return candidates.find(
      (exemption) =>
        isBelow(id, chain, exemption.scope) &&
        (exemption.referenceIds.length === 0 ||
          (referenceId !== undefined && exemption.referenceIds.includes(referenceId))) &&
        applies(exemption.selection, subject, options) === 'true',
    );
  }
}

/** Whether a resource is the scope or below it; a management group is above its subscriptions without being in their ids. */
export function isBelow(id: string, chain: readonly EstateScope[], scope: string): boolean {
  const folded = fold(scope.replace(/\/+$/, ''));
  return isWithinScope(id, scope) || chain.some((one) => fold(one.id) === folded);
}
