import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeWithShared } from '../../../../test/shared-folder.ts';
import { isObject, type Value, type ValueObject } from '../../../kernel/index.ts';
import { coverageReport } from '../gap/coverage-report.ts';
import { emptyTenant } from '../sign-in/tenant.ts';
import type { Policy } from './policy.ts';
import { printPolicy } from './print-policy.ts';
import { readPolicy } from './read-policy.ts';

describeWithShared('the public policies', 'corpus/entra/conditional-access-policies.json', (path) => {
  const entries = JSON.parse(readFileSync(path, 'utf8')) as { file: string; policy: ValueObject }[];
  const readings = entries.map(({ file, policy }) => readPolicy(policy, file));
  const policies = readings.flatMap(({ policy }) => policy ?? []);

  test('are read and printed back, each of them, with nothing lost', () => {
    expect(policies.length).toBe(307);
    for (const [index, policy] of policies.entries())
      expect(said(printPolicy(policy))).toEqual(said(entries[index]?.policy ?? null));
  });

  test('are understood but for what is about agents', () => {
    const unread = policies.flatMap((policy) => policy.unread);
    expect(unread.length).toBe(6);
    expect(unread.filter((one) => !one.startsWith('conditions.agent'))).toEqual([]);
    const codes = readings.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
    expect(codes.filter((code) => code === 'LG8053').length).toBe(646);
    expect(new Set(codes)).toEqual(new Set(['LG8051', 'LG8053']));
  });

  test('keep their placeholders', () => {
    const named = (policy: Policy) => JSON.stringify(printPolicy(policy)).includes('<AdministratorGroup>');
    expect(policies.filter(named).length).toBe(25);
  });

  test('are covered together as one tenant', () => {
    const tenant = { ...emptyTenant, policies };
    const report = coverageReport(tenant, { withReportOnly: true });
    expect(report.size.policies).toBe(307);
    expect(report.hasSampleUsers).toBe(true);
    expect(report.withoutMfa.isComplete).toBe(true);
    expect(report.regions?.length).toBeGreaterThan(10);
    expect(report.regions?.reduce((sum, { signIns }) => sum + signIns, 0n)).toBe(report.size.signIns);
    expect(report.notUnderstood.length).toBe(4);
  });
});

/** A value without what says nothing, and with the names of its properties in order of the alphabet. */
function said(value: Value): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(said);
  if (!isObject(value)) return value === null || value === '' ? undefined : value;
  const parts = Object.entries(value).map(([name, part]) => [name, said(part)] as const);
  const kept = parts.filter(([, part]) => part !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}
