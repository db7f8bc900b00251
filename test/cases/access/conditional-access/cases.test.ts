import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Applicability,
  evaluateDeviceRule,
  evaluationOf,
  parseDeviceRule,
  type SignIn,
  whatIf,
} from '../../../../src/access/index.ts';
import { readDeviceRuleCases } from './device-rule-case.ts';
import { policiesOf, readSignInCases, type SignInAsk } from './sign-in-case.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'device-rules.yaml');

describe.each(files)('%s', (file) => {
  const { tenant, cases } = readSignInCases(new URL(file, folder));
  test.each(cases)('$name', (one) => {
    const { policies, codes } = policiesOf(one);
    expect(codes).toEqual(one.diagnostics ?? []);
    for (const ask of one.asks) {
      const evaluation = evaluationOf({ ...tenant, policies }, ask.baselineScopes);
      const result = whatIf(policies, signInOf(ask), evaluation, { missing: ask.missing });
      const found = Object.fromEntries(
        result.policies.map(({ policy, applicability }) => [policy.id, wordOf(applicability)]),
      );
      if (ask.expect !== undefined) expect({ ask, found }).toEqual({ ask, found: ask.expect });
      if (ask.decision !== undefined)
        expect({ ask, is: result.enforced.decision }).toEqual({ ask, is: ask.decision });
      if (ask.requires !== undefined)
        expect(result.enforced.requirements.map(({ clause }) => clause.map(({ name }) => name))).toEqual(
          ask.requires,
        );
    }
  });
});

function signInOf({ signIn }: SignInAsk): SignIn {
  return {
    identity: { kind: 'user', id: 'alice' },
    target: { kind: 'application', id: 'payroll' },
    ...signIn,
    ...(signIn.target === null ? { target: undefined } : {}),
  };
}

function wordOf(applicability: Applicability): unknown {
  if (applicability.kind === 'applies') return 'applies';
  return applicability.kind === 'doesNotApply' ? applicability.reason : applicability.missing;
}

describe('device-rules.yaml', () => {
  const cases = readDeviceRuleCases(new URL('device-rules.yaml', folder));
  test.each(cases)('$rule', ({ rule: text, problem, devices = [] }) => {
    const { rule, problem: found } = parseDeviceRule(text);
    expect(found).toBe(problem);
    if (rule === undefined) return;
    expect(devices.length).toBeGreaterThan(0);
    for (const { device, expect: expected } of devices) {
      const truth = evaluateDeviceRule(
        rule,
        device === null ? { isRegistered: false } : { isRegistered: true, properties: device },
      );
      expect({ device, truth: truth ?? 'unknown' }).toEqual({ device, truth: expected });
    }
  });
});

test('there are enough cases', () => {
  const asks = files.flatMap((file) =>
    readSignInCases(new URL(file, folder)).cases.flatMap((one) => one.asks),
  );
  expect(asks.length).toBeGreaterThan(70);
});
