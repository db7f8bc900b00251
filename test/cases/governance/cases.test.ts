import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ComplianceState } from '../../../src/assess/index.ts';
import { assessCase, type CaseOutcome, type CaseVariant, pairName } from './assess-case.ts';
import { type GovernanceCase, readGovernanceCases } from './governance-case.ts';
import { recased } from './recased.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** Every case is run by both engines, and with its objects in another order and its ids in another case. */
const variants: readonly (CaseVariant & { readonly variant: string })[] = [
  { variant: 'plan', engine: 'plan' },
  { variant: 'interpreter', engine: 'interpreter' },
  { variant: 'objects reversed', engine: 'plan', change: (objects) => objects.toReversed() },
  { variant: 'ids in upper case', engine: 'plan', change: recased },
];

describe.each(files)('%s', (file) => {
  const cases = readGovernanceCases(new URL(file, folder));
  describe.each(variants)('$variant', (variant) => {
    test.each(cases)('$name', async (one) => {
      const outcome = await assessCase(one, variant);
      expectStates(one, outcome);
      expectDiagnostics(one, outcome);
      expectPolicies(one, outcome);
      expectWhole(one, outcome);
      expectCounts(outcome);
    });
  });
});

test('every case has a name of its own, names its page and has no word that nobody reads', () => {
  const all = files.flatMap((file) =>
    readGovernanceCases(new URL(file, folder)).map((one) => ({ file, ...one })),
  );
  expect(new Set(all.map(({ file, name }) => `${file} ${name}`)).size).toBe(all.length);
  expect(all.filter(({ doc }) => !/^(concepts|how-to)\/[a-z-]+\.md(#[a-z-]+)?$/.test(doc))).toEqual([]);
  expect(all.flatMap((one) => Object.keys(one).filter((key) => !words.has(key)))).toEqual([]);
  expect(all.flatMap((one) => Object.keys(one.expect).filter((key) => !words.has(`expect.${key}`)))).toEqual(
    [],
  );
  expect(all.length).toBeGreaterThanOrEqual(250);
});

const words: ReadonlySet<string> = new Set([
  ...['file', 'name', 'doc', 'now', 'aliases', 'indexed', 'expect'],
  ...['scopes', 'undescribed', 'subscriptions', 'groups', 'resources', 'definitions', 'initiatives'],
  ...['assignments', 'exemptions', 'enrollments', 'attestations', 'objects'],
  ...[
    'states',
    'resources',
    'percent',
    'diagnostics',
    'says',
    'enforced',
    'effects',
    'messages',
    'groups',
  ].map((key) => `expect.${key}`),
  ...['exemptions', 'missingTypes', 'unassigned'].map((key) => `expect.${key}`),
]);

function expectStates({ expect: expected }: GovernanceCase, outcome: CaseOutcome): void {
  const states = folded(expected.states);
  expect(Object.fromEntries(Object.keys(states).map((name) => [name, outcome.states[name] ?? {}]))).toEqual(
    Object.fromEntries(Object.entries(states).map(([name, of]) => [name, withoutAbsent(of)])),
  );
  if (expected.resources !== undefined) expect(outcome.resources).toEqual(withoutAbsent(expected.resources));
  if (expected.exemptions !== undefined) expect(outcome.exemptions).toEqual(folded(expected.exemptions));
}

/** By folded name: ids and references have no case. */
function folded<Entry>(entries: Record<string, Entry> = {}): Record<string, Entry> {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name.toLowerCase(), entry]));
}

function withoutAbsent(states: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(states).filter(([, state]) => state !== '-'));
}

function expectDiagnostics(
  { expect: { diagnostics = [], says } }: GovernanceCase,
  outcome: CaseOutcome,
): void {
  expect(outcome.diagnostics.map(({ code }) => code).sort()).toEqual(diagnostics.toSorted());
  if (says !== undefined)
    expect(
      outcome.diagnostics
        .map(({ message }) => message)
        .join('\n')
        .toLowerCase(),
    ).toContain(says.toLowerCase());
}

function expectPolicies({ expect: expected }: GovernanceCase, { assigned }: CaseOutcome): void {
  const of = (name: string) => assigned.filter((one) => pairName(one) === name.toLowerCase());
  for (const [name, enforced] of Object.entries(expected.enforced ?? {}))
    expect(of(name).map((one) => one.enforced)).toEqual([enforced]);
  for (const [name, effects] of Object.entries(expected.effects ?? {}))
    expect(of(name).map(({ policy }) => policy.effect.name)).toEqual([effects].flat());
  for (const [name, message] of Object.entries(expected.messages ?? {}))
    expect(of(name).map((one) => one.message)).toEqual([message ?? undefined]);
  for (const [name, groups] of Object.entries(expected.groups ?? {}))
    expect(of(name).map(({ reference }) => reference?.groupNames)).toEqual([groups]);
}

function expectWhole({ expect: expected }: GovernanceCase, { assessment, percent }: CaseOutcome): void {
  if (expected.percent !== undefined)
    expect(percent === undefined ? null : Math.round(percent * 100) / 100).toBe(expected.percent);
  if (expected.missingTypes !== undefined) expect(assessment.missingTypes).toEqual(expected.missingTypes);
  if (expected.unassigned !== undefined)
    expect(assessment.unassignedScopes.map((scope) => scope.toLowerCase())).toEqual(
      expected.unassigned.map((scope) => scope.toLowerCase()),
    );
}

/** The assessment of the whole says of each pair what the assessor says of it alone. */
function expectCounts({ assessed, assessment, failures, resources, assigned }: CaseOutcome): void {
  const pairs = assessed.flatMap((one) => one.pairs.map((pair) => ({ ...pair, id: one.resource.id })));
  const count = (states: readonly ComplianceState[]) =>
    Object.fromEntries(
      Object.keys(assessment.pairs).map((state) => [state, states.filter((one) => one === state).length]),
    );
  expect(assessment.pairs).toEqual(count(pairs.map(({ state }) => state)));
  expect(assessment.resources).toEqual(count(Object.values(resources)));
  expect(assessment.resourceCount).toBe(assessed.length);
  expect(assessment.byPolicy).toEqual(
    assigned.map((_, at) => count(pairs.filter(({ position }) => position === at).map(({ state }) => state))),
  );
  const said = (list: readonly { position: number; state: string; id: string }[]) =>
    list.map(({ position, state, id }) => `${position} ${id} ${state}`).sort();
  expect(said(failures.map(({ resource, ...rest }) => ({ ...rest, id: resource.id })))).toEqual(
    said(pairs.filter(({ state }) => state !== 'compliant')),
  );
}
