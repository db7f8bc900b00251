import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ValueObject } from '../../../src/kernel/index.ts';
import {
  aliasTable,
  alter,
  type CompiledPolicy,
  compilePolicy,
  modeCovers,
  PolicyPlan,
  planAnswers,
  policySubject,
} from '../../../src/policy/index.ts';
import { compileOptions, type PolicyCase, readPolicyCases, withUnknowns } from './policy-case.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(files)('%s', (file) => {
  const cases = readPolicyCases(new URL(file, folder));
  test.each(cases)('$name', (one) => {
    const compiled = compilePolicy(
      one.policy ?? { if: one.if!, then: { effect: 'audit' } },
      compileOptions(one),
    );
    expectInterpreter(one, compiled);
    expectPlan(one, compiled);
  });
});

test('every case has a name of its own', () => {
  const names = files.flatMap((file) =>
    readPolicyCases(new URL(file, folder)).map(({ name }) => `${file} ${name}`),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(150);
});

function resourceOf({ resource }: PolicyCase): ValueObject {
  return { type: 'Contoso.Shop/things', ...(withUnknowns(resource) as ValueObject) };
}

function expectInterpreter(one: PolicyCase, { policy, diagnostics, evaluate }: CompiledPolicy): void {
  const { related, context, parentLocation, expect: expected } = one;
  const evaluation = evaluate(resourceOf(one), {
    ...(related === undefined ? {} : { related: related.map((body) => withUnknowns(body) as ValueObject) }),
    ...(context === undefined ? {} : { context: withUnknowns(context as ValueObject) as typeof context }),
    ...(parentLocation === undefined ? {} : { parentLocation: withUnknowns(parentLocation) }),
  });
  expect({ verdict: evaluation.verdict, reason: expected.reason && evaluation.reason }).toEqual({
    verdict: expected.verdict,
    reason: expected.reason && expect.stringContaining(expected.reason),
  });
  if (expected.effect !== undefined) expect(policy?.effectText).toBe(expected.effect);
  if (expected.unknownBecause !== undefined)
    expect(evaluation.unknownBecause.map(({ name }) => name)).toEqual(expected.unknownBecause);
  if (expected.diagnostics !== undefined)
    expect(diagnostics.map(({ code }) => code)).toEqual(expected.diagnostics);
  if (expected.alterations !== undefined || expected.altered !== undefined)
    expectAlterations(one, { policy, diagnostics, evaluate });
}

function expectAlterations(one: PolicyCase, { policy }: CompiledPolicy): void {
  const subject = policySubject(resourceOf(one));
  const result = alter(policy!, subject, { resolver: { aliases: tableOf(one) }, context: one.context ?? {} });
  if (one.expect.alterations !== undefined) expect(result.alterations).toMatchObject(one.expect.alterations);
  if (one.expect.altered !== undefined)
    expect(result.subject.body).toEqual({ type: 'Contoso.Shop/things', ...one.expect.altered });
}

/** The plan may only agree, or leave the answer to the interpreter. */
function expectPlan(one: PolicyCase, { policy }: CompiledPolicy): void {
  if (policy === undefined) return;
  const subject = policySubject(resourceOf(one), one.parentLocation);
  const { capabilities } = compileOptions(one);
  const options = { resolver: { aliases: tableOf(one) }, context: one.context ?? {} };
  const covers = (bound: typeof policy, type: string) =>
    modeCovers(bound.definition, type, capabilities?.isIndexed(type), true);
  const plan = new PolicyPlan([policy], options, covers).forType(subject.type);
  const answer = plan.evaluate(subject)[0] ?? planAnswers.notApplicable;
  if (answer === planAnswers.ask) return;
  const isExistence = policy.effect.kind === 'existence';
  const agreeing: readonly string[] = {
    [planAnswers.notApplicable]: ['not-applicable'],
    [planAnswers.noMatch]: ['compliant'],
    [planAnswers.match]: isExistence ? ['non-compliant', 'compliant', 'unknown', 'error'] : ['non-compliant'],
  }[answer]!;
  expect(agreeing).toContain(one.expect.verdict);
}

function tableOf({ aliases = {} }: PolicyCase) {
  return aliasTable(
    Object.entries(aliases).map(([type, paths]) => [
      type,
      Object.entries(paths).map(([name, path]) => ({ name, path })),
    ]),
  );
}
