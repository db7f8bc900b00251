import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { remediationOf } from '../../../src/assess/index.ts';
import type { PropertyChange } from '../../../src/assess/remediation/property-change.ts';
import type { Remediation } from '../../../src/assess/remediation/remediation.ts';
import { fold, type ValueObject } from '../../../src/kernel/index.ts';
import {
  type AssignedPolicy,
  aliasTable,
  compilePolicy,
  evaluatePolicy,
  type PolicySubject,
  policySubject,
  type RelatedLookup,
} from '../../../src/policy/index.ts';
import { compileOptions, type PolicyCase, withUnknowns } from '../policy/policy-case.ts';
import { expectCompliant, expectMinimal, expectOnlyNamed } from './proof-laws.ts';
import { type RemediationCase, readRemediationCases } from './remediation-case.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(files)('%s', (file) => {
  test.each(readRemediationCases(new URL(file, folder)))('$name', (one) => {
    const { remediation, body, assigned, options } = remediated(one);
    const { expect: expected } = one;
    expect(remediation).toMatchObject({
      kind: expected.kind,
      ...(expected.reason === undefined ? {} : { reason: expect.stringContaining(expected.reason) }),
      ...(expected.body === undefined ? {} : { body: expected.body }),
    });
    if (expected.patch !== undefined) expect(patchOf(remediation)).toEqual(expected.patch);
    if (expected.note !== undefined) expect(notesOf(remediation)).toContain(expected.note);
    expectTask(remediation, expected);
    if (remediation.kind !== 'change' || one.relatedToItself) return;
    expect(remediation.proof.before.length).toBeGreaterThan(0);
    expectCompliant(assigned.policy, applied(body, remediation.changes), options);
    expectOnlyNamed(body, remediation.changes);
    if (remediation.by === 'search') expectMinimal(assigned.policy, body, remediation.changes, options);
  });
});

test('there are at least 60 cases, each with a name of its own', () => {
  const names = files.flatMap((file) =>
    readRemediationCases(new URL(file, folder)).map(({ name }) => `${file} ${name}`),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(60);
});

function remediated(one: RemediationCase) {
  const { policy, diagnostics } = compilePolicy(
    one.policy ?? { if: one.if!, then: { effect: 'audit' } },
    compileOptions(one as unknown as PolicyCase),
  );
  if (policy === undefined) throw new Error(JSON.stringify(diagnostics));
  const body = { type: 'Contoso.Shop/things', ...(withUnknowns(one.resource) as ValueObject) };
  const aliases = aliasTable(
    Object.entries(one.aliases ?? {}).map(([type, paths]) => [
      type,
      Object.entries(paths).map(([name, path]) => ({ name, path })),
    ]),
  );
  const options = { resolver: { aliases }, ...(one.related === undefined ? {} : { related: lookup(one) }) };
  const assigned = { policy, assignment: { id: 'contoso', scope: '' } } as AssignedPolicy;
  const evaluation = evaluatePolicy(policy, policySubject(body), options);
  return { remediation: remediationOf(evaluation, assigned, options), body, assigned, options };
}

function lookup({ related = [], relatedToItself }: RemediationCase): RelatedLookup {
  const subjects = related.map((body) => policySubject(body));
  return ({ type }, primary: PolicySubject) => ({
    resources: relatedToItself ? [primary] : subjects.filter((subject) => fold(subject.type) === type),
    complete: true,
  });
}

function applied(body: ValueObject, changes: readonly PropertyChange[]): ValueObject {
  let changed = structuredClone(body);
  // From the end, so that the members of an array stay where they were.
  for (const { path, after } of [...changes].reverse()) changed = edited(changed, path, after) as ValueObject;
  return changed;
}

/** Written once more, so that a change is judged by what it says and not by the code that made it. */
function edited(value: unknown, [step, ...rest]: readonly (string | number)[], after: unknown): unknown {
  const container = (value ?? (typeof step === 'number' ? [] : {})) as Record<string | number, unknown>;
  if (rest.length > 0) container[step!] = edited(container[step!], rest, after);
  else if (after !== undefined) container[step!] = after;
  else if (Array.isArray(container)) container.splice(Number(step), 1);
  else delete container[step!];
  return container;
}

function patchOf(remediation: Remediation): object {
  const changes = 'changes' in remediation ? remediation.changes : [];
  return Object.fromEntries(changes.map(({ pointer, after }) => [pointer, after ?? null]));
}

function notesOf(remediation: Remediation): string {
  const changes = 'changes' in remediation ? remediation.changes : [];
  const notes = 'notes' in remediation ? remediation.notes : [];
  return [...changes.map(({ note }) => note), ...notes].join('\n');
}

function expectTask(remediation: Remediation, { resources, roles, proved }: RemediationCase['expect']): void {
  if (roles !== undefined) {
    const task = 'task' in remediation ? remediation.task : undefined;
    expect(task?.roles.map(({ roleId }) => roleId)).toEqual(roles);
  }
  if (resources !== undefined && remediation.kind === 'deployment')
    expect(remediation.resources.map(({ type, name }) => `${type} ${name}`)).toEqual(resources);
  if (proved !== undefined && remediation.kind === 'deployment')
    expect(remediation.proof !== undefined).toBe(proved);
}
