import { expect } from 'vitest';
import { changesBetween } from '../../../src/assess/remediation/changes-between.ts';
import {
  applyChanges,
  isWithin,
  type PropertyChange,
} from '../../../src/assess/remediation/property-change.ts';
import type { ValueObject } from '../../../src/kernel/index.ts';
import {
  type BoundPolicy,
  type EvaluationOptions,
  evaluatePolicy,
  PolicyPlan,
  type PolicySubject,
  planAnswers,
  policySubject,
} from '../../../src/policy/index.ts';

/** Both engines find a resource compliant with a policy whose condition must not hold. The plan may leave the answer to the interpreter. */
export function expectCompliant(policy: BoundPolicy, body: ValueObject, options: EvaluationOptions): void {
  expect(isCompliant(policy, policySubject(body), options)).toBe(true);
  const plan = new PolicyPlan([policy], options).forType(policySubject(body).type);
  const answer = plan.evaluate(policySubject(body))[0];
  expect([planAnswers.noMatch, planAnswers.ask]).toContain(answer);
}

function isCompliant(policy: BoundPolicy, subject: PolicySubject, options: EvaluationOptions): boolean {
  return evaluatePolicy(policy, subject, options).verdict === 'compliant';
}

/** No change can be left out, alone or with others. */
export function expectMinimal(
  policy: BoundPolicy,
  body: ValueObject,
  changes: readonly PropertyChange[],
  options: EvaluationOptions,
): void {
  for (let bits = 0; bits < 2 ** changes.length - 1; bits++) {
    const some = changes.filter((_, index) => (bits >> index) % 2 === 1);
    expect(isCompliant(policy, policySubject(applyChanges(body, some)), options)).toBe(false);
  }
}

/** What differs is at a path that a change names, or an object made on the way to one. */
export function expectOnlyNamed(body: ValueObject, changes: readonly PropertyChange[]): void {
  const isMember = ({ path }: PropertyChange) => typeof path.at(-1) === 'number';
  for (const difference of changesBetween(body, applyChanges(body, changes))) {
    const { path, before } = difference;
    const isNamed = changes.some((one) => isWithin(path, one.path));
    const isWay =
      (before === undefined || before === null) && changes.some((one) => isWithin(one.path, path));
    // An array that lost members differs as a whole, or from the first of them on.
    const isShorter = changes.some(
      (one) => one.after === undefined && isMember(one) && isWithin(path, one.path.slice(0, -1)),
    );
    expect(isNamed || isWay || isShorter, difference.pointer).toBe(true);
  }
}
