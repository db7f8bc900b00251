import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Policy } from '../policy/policy.ts';
import {
  type Clause,
  clauseImplies,
  demandsMultifactor,
  demandsPhishingResistance,
} from '../sign-in/control.ts';
import { evaluationOf } from '../sign-in/evaluation.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Tenant } from '../sign-in/tenant.ts';
import { type Outcome, whatIf } from '../sign-in/what-if.ts';
import { coverageReport } from './coverage-report.ts';
import type { Gap, GapAnswer } from './find-gaps.ts';
import { everySignIn, randomTenants } from './random-tenant.case.ts';

const users = ['bob', 'alice', 'root'];
const runs = { numRuns: 25 };

/** Whether nothing blocks the sign-in and nothing that it is asked for protects it. */
function isOpen({ blockedBy, requirements }: Outcome, protects: (clause: Clause) => boolean): boolean {
  return blockedBy.length === 0 && !requirements.some(({ clause }) => protects(clause));
}

/** Whether the smallest witness has nothing to say of the sign-in. */
function isOrdinary({ clientApp, device, flow, target, signInRisk, platform, location }: SignIn): boolean {
  const isPlain = clientApp === 'browser' && device?.isRegistered === false && flow === 'none';
  const isAnywhere = location?.kind === 'named' && location.ids.length === 0;
  const isOther = target?.kind === 'application' && target.id === 'wiki';
  return isPlain && isAnywhere && isOther && signInRisk === 'none' && platform === 'windows';
}

/** What is asked of a sign-in, in one form for all that asks the same. */
function demandOf({ blockedBy, requirements }: Outcome): string {
  if (blockedBy.length > 0) return 'blocked';
  const clauses = requirements.map(({ clause }) => clause);
  const needed = clauses.filter(
    (clause, index) =>
      !clauses.some(
        (other, at) =>
          at !== index && clauseImplies(other, clause) && (!clauseImplies(clause, other) || at < index),
      ),
  );
  return wordOf(needed);
}

function wordOf(clauses: readonly Clause[]): string {
  if (clauses.some((clause) => clause.length === 0)) return 'blocked';
  return clauses
    .map((clause) =>
      clause
        .map(({ key }) => key)
        .sort()
        .join('|'),
    )
    .sort()
    .join(' & ');
}

function outcomesOf(tenant: Tenant, policies: readonly Policy[] = tenant.policies): Map<SignIn, Outcome> {
  const evaluation = evaluationOf(tenant);
  const signIns = users.flatMap((user) => [...everySignIn(user)]);
  return new Map(signIns.map((signIn) => [signIn, whatIf(policies, signIn, evaluation).enforced]));
}

function usersIn({ gaps }: GapAnswer): string[] {
  return gaps.flatMap((gap) => gap.users.names).sort();
}

describe('coverage agrees with looking at every sign-in of a small tenant', () => {
  const questions: readonly [
    name: string,
    answer: (report: ReturnType<typeof coverageReport>) => GapAnswer,
    protects: (clause: Clause) => boolean,
    asksAbout: (signIn: SignIn) => boolean,
  ][] = [
    ['without MFA', (report) => report.withoutMfa, demandsMultifactor, () => true],
    [
      'administrators without phishing resistance',
      (report) => report.administratorsWithoutPhishingResistance,
      demandsPhishingResistance,
      ({ identity }) => identity.id === 'root',
    ],
    [
      'legacy authentication',
      (report) => report.legacyAuthentication,
      () => false,
      ({ clientApp }) => clientApp === 'exchangeActiveSync' || clientApp === 'other',
    ],
    [
      'device-code flow',
      (report) => report.deviceCodeFlow,
      () => false,
      ({ flow }) => flow === 'deviceCodeFlow',
    ],
  ];

  test.each(questions)('%s', (_, answerOf, protects, asksAbout) => {
    fc.assert(
      fc.property(randomTenants, (tenant) => {
        const answer = answerOf(coverageReport(tenant));
        const open = [...outcomesOf(tenant)].filter(
          ([signIn, outcome]) => asksAbout(signIn) && isOpen(outcome, protects),
        );
        expect(answer.isComplete).toBe(true);
        expect(usersIn(answer)).toEqual([...new Set(open.map(([{ identity }]) => identity.id))].sort());
        for (const gap of answer.gaps) expectWitness(tenant, gap, protects);
        const ordinary = open.filter(([signIn]) => isOrdinary(signIn)).map(([{ identity }]) => identity.id);
        const found = answer.gaps
          .filter(({ unusual }) => unusual.length === 0)
          .flatMap(({ users: { names } }) => names);
        expect(found.sort()).toEqual([...new Set(ordinary)].sort());
      }),
      runs,
    );
  });

  /** The witness is a gap itself, for each of its users. */
  function expectWitness(tenant: Tenant, gap: Gap, protects: (clause: Clause) => boolean): void {
    expect(gap.certainty).toBe('certain');
    const sample = {
      ...tenant,
      applications: [...tenant.applications, { id: 'any other application', groups: [] }],
    };
    for (const id of gap.users.names) {
      const signIn: SignIn = { ...gap.signIn, identity: { kind: 'user', id } };
      const outcome = whatIf(tenant.policies, signIn, evaluationOf(sample)).enforced;
      expect(outcome.undecided).toEqual([]);
      expect(isOpen(outcome, protects)).toBe(true);
    }
  }

  test('the regions are what is asked of sign-ins', () => {
    fc.assert(
      fc.property(randomTenants, (tenant) => {
        const { regions = [], size } = coverageReport(tenant);
        const found = new Set([...outcomesOf(tenant).values()].map(demandOf));
        expect([...found].filter((one) => !regions.some(({ clauses }) => wordOf(clauses) === one))).toEqual(
          [],
        );
        expect(regions.reduce((sum, { signIns }) => sum + signIns, 0n)).toBe(size.signIns);
      }),
      runs,
    );
  });

  test('a policy is redundant exactly when nothing changes without it', () => {
    fc.assert(
      fc.property(randomTenants, (tenant) => {
        const redundant = new Set(coverageReport(tenant).redundant);
        const whole = [...outcomesOf(tenant).values()].map(demandOf);
        for (const policy of tenant.policies) {
          const without = tenant.policies.filter((one) => one !== policy);
          const left = [...outcomesOf(tenant, without).values()].map(demandOf);
          expect({ id: policy.id, is: redundant.has(policy) }).toEqual({
            id: policy.id,
            is: left.every((one, index) => one === whole[index]),
          });
        }
      }),
      { numRuns: 12 },
    );
  });
});
