import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, isKnown, type Value, type ValueObject } from '../../../src/kernel/index.ts';
import { environmentFor } from '../../../src/policy/evaluate-policy.ts';
import {
  type BoundPolicy,
  bindPolicy,
  evaluatePolicy,
  PolicyPlan,
  parseDefinition,
  planAnswers,
  policySubject,
} from '../../../src/policy/index.ts';
import { interpret } from '../../../src/policy/interpret.ts';
import { specialize } from '../../../src/policy/plan/specialize.ts';
import { aliases, caselessCondition, condition, hide, parameters, recase, resource } from './generators.ts';

const options = { resolver: { aliases } };
const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 1500) };
const effects = fc.constantFrom('audit', 'deny', 'auditIfNotExists', 'manual', 'disabled', 'modify');

function bound(rule: ValueObject, given: Record<string, Value>, effect = 'audit'): BoundPolicy {
  const definition = parseDefinition({
    if: rule,
    then: { effect, details: { type: 'Contoso.Shop/things/parts' } },
  });
  if ('problem' in definition) throw new Error(definition.problem.problem);
  const { policy } = bindPolicy(definition.definition, { parameters: given });
  if (policy === undefined) throw new Error('not bound');
  return policy;
}

function verdict(policy: BoundPolicy, body: ValueObject): string {
  return evaluatePolicy(policy, policySubject(body), options).verdict;
}

/** A source of choices for hide() that fast-check can shrink: most parts stay as they are. */
const choices = fc.infiniteStream(fc.nat({ max: 6 }));
function chooser(stream: fc.Stream<number>): () => number {
  return () => stream.next().value ?? 1;
}

describe('a plan', () => {
  test('answers as the interpreter does', () => {
    fc.assert(
      fc.property(
        condition,
        parameters,
        effects,
        fc.array(resource, { minLength: 1, maxLength: 4 }),
        choices,
        (rule, given, effect, bodies, stream) => {
          const policy = bound(rule, given, effect);
          const plan = new PolicyPlan([policy], options);
          for (const body of [...bodies, ...bodies.map((one) => hide(one, chooser(stream)) as ValueObject)])
            expectAgreement(plan, policy, body);
        },
      ),
      runs,
    );
  });

  test('answers for many policies as it does for each alone', () => {
    fc.assert(
      fc.property(
        fc.array(condition, { minLength: 2, maxLength: 6 }),
        parameters,
        resource,
        (rules, given, body) => {
          const policies = rules.map((rule) => bound(rule, given));
          const plan = new PolicyPlan(policies, options);
          expect(answersOf(plan, body)).toEqual(
            policies.map((policy) => answersOf(new PolicyPlan([policy], options), body)[0]),
          );
        },
      ),
      runs,
    );
  });
});

/** The answer for each policy; those that a type plan leaves out are not applicable. */
function answersOf(plan: PolicyPlan, body: ValueObject): number[] {
  const subject = policySubject(body);
  const typePlan = plan.forType(subject.type);
  const answers = typePlan.evaluate(subject);
  return plan.policies.map((_, index) => {
    const at = typePlan.policies.indexOf(index);
    return at === -1 ? planAnswers.notApplicable : answers[at]!;
  });
}

function expectAgreement(plan: PolicyPlan, policy: BoundPolicy, body: ValueObject): void {
  const subject = policySubject(body);
  const evaluation = evaluatePolicy(policy, subject, options);
  const [answer] = answersOf(plan, body);
  const isExistence = policy.effect.kind === 'existence';
  if (answer === planAnswers.match && isExistence) expect(evaluation.condition?.outcome).toBe('true');
  else if (answer === planAnswers.match) expect(evaluation.verdict).toBe('non-compliant');
  else if (answer === planAnswers.noMatch) expect(evaluation.verdict).toBe('compliant');
  else if (answer === planAnswers.notApplicable) expect(evaluation.verdict).toBe('not-applicable');
  else if (isKnown(body) && evaluation.verdict !== 'error' && policy.notEvaluable === undefined) {
    const about =
      policy.applicability && interpret(policy.applicability, environmentFor(policy, subject, options));
    // The interpreter asks first whether the policy is about the resource, the plan only once the rule is decided.
    expect(['error', 'false']).toContain(about?.outcome);
  }
}

describe('a rule', () => {
  test('means the same when it is negated twice', () => {
    fc.assert(
      fc.property(condition, parameters, resource, (rule, given, body) => {
        expect(verdict(bound({ not: { not: rule } }, given), body)).toBe(verdict(bound(rule, given), body));
      }),
      runs,
    );
  });

  test('obeys De Morgan', () => {
    fc.assert(
      fc.property(
        fc.array(condition, { maxLength: 3 }),
        parameters,
        resource,
        choices,
        (rules, given, known, stream) => {
          const body = hide(known, chooser(stream)) as ValueObject;
          const negated = rules.map((rule) => ({ not: rule }));
          expect(verdict(bound({ not: { allOf: rules } }, given), body)).toBe(
            verdict(bound({ anyOf: negated }, given), body),
          );
          expect(verdict(bound({ not: { anyOf: rules } }, given), body)).toBe(
            verdict(bound({ allOf: negated }, given), body),
          );
        },
      ),
      runs,
    );
  });

  test('does not mind case', () => {
    fc.assert(
      fc.property(caselessCondition, parameters, resource, fc.boolean(), (rule, given, body, upper) => {
        const policy = bound(rule, given);
        expect(verdict(policy, recase(body, upper) as ValueObject)).toBe(verdict(policy, body));
      }),
      runs,
    );
  });

  test('means the same with constants folded', () => {
    fc.assert(
      fc.property(condition, parameters, resource, (rule, given, body) => {
        const policy = bound(rule, given);
        const environment = environmentFor(policy, policySubject(body), options);
        const written = interpret(policy.definition.rule.condition, environment).outcome;
        expect(interpret(policy.condition, environment).outcome).toBe(written);
      }),
      runs,
    );
  });

  test('means the same when it is specialised for a type', () => {
    fc.assert(
      fc.property(condition, parameters, resource, choices, (rule, given, known, stream) => {
        const subject = policySubject(hide(known, chooser(stream)) as ValueObject);
        const policy = bound(rule, given);
        const environment = environmentFor(policy, subject, options);
        const special = specialize(policy.condition, fold(subject.type), options.resolver);
        const outcome =
          typeof special === 'boolean' ? String(special) : interpret(special, environment).outcome;
        expect(outcome).toBe(interpret(policy.condition, environment).outcome);
      }),
      runs,
    );
  });
});

describe('a verdict that does not wait for an unknown value', () => {
  test('is the verdict for the value that it turns out to be', () => {
    fc.assert(
      fc.property(condition, parameters, resource, choices, (rule, given, body, stream) => {
        const policy = bound(rule, given);
        expectSound(verdict(policy, hide(body, chooser(stream)) as ValueObject), verdict(policy, body));
      }),
      { numRuns: runs.numRuns * 3 },
    );
  });

  test('also where a parameter of the policy is unknown', () => {
    fc.assert(
      fc.property(condition, parameters, resource, choices, (rule, given, body, stream) => {
        const hidden = hide(given, chooser(stream)) as Record<string, Value>;
        expectSound(verdict(bound(rule, hidden), body), verdict(bound(rule, given), body));
      }),
      runs,
    );
  });
});

/** An error of the value itself is no verdict; whether a resource without a violation is applicable may stay open. */
function expectSound(decided: string, actual: string): void {
  if (decided === 'unknown' || actual === 'error') return;
  if (decided === 'compliant') expect(['compliant', 'not-applicable']).toContain(actual);
  else expect(actual).toBe(decided);
}
