import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  ActionSet,
  actionsOfRole,
  classifyRole,
  compareRoles,
  describeActions,
  fitOfRole,
  grantOfAction,
  type Plane,
  type PlaneActions,
  readRoleDefinition,
} from '../../../../src/access/index.ts';
import { type RoleCase, readRoleCases, roleFrom } from './role-case.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const planes = ['control', 'data'] as const;
const answers = { always: 'always', onCondition: 'on-condition', never: 'never' } as const;

describe.each(files)('%s', (file) => {
  test.each(readRoleCases(new URL(file, folder)))('$name', (one) => {
    if (one.problem !== undefined) {
      expect(readRoleDefinition(one.role)).toEqual({ problem: one.problem });
      return;
    }
    const role = roleFrom(one.role);
    if (one.reads !== undefined) expect(role).toMatchObject(one.reads);
    expectGrants(one);
    if (one.words !== undefined)
      expectWords(one.words, {
        control: actionsOfRole(role, 'control', 'at-most'),
        data: actionsOfRole(role, 'data', 'at-most'),
      });
    expectComparison(one);
    expectFit(one);
    if (one.privileges !== undefined)
      expect(
        Object.fromEntries(classifyRole(role).privileges.map(({ rule, granted }) => [rule.id, granted])),
      ).toEqual(one.privileges);
  });
});

test('every case has a name of its own and expects something', () => {
  const cases = files.flatMap((file) => readRoleCases(new URL(file, folder)));
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThan(35);
  expect(cases.filter((one) => Object.keys(one).length < 3)).toEqual([]);
});

function expectGrants(one: RoleCase): void {
  const role = roleFrom(one.role);
  for (const [key, granted] of Object.entries(answers) as [keyof typeof answers, string][]) {
    for (const plane of planes) {
      for (const action of one[key]?.[plane] ?? []) {
        // Case changes nothing.
        for (const spelt of [action, action.toUpperCase(), action.toLowerCase()])
          expect({ action, granted: grantOfAction(role, spelt, plane).granted }).toEqual({ action, granted });
      }
    }
  }
}

function expectWords(
  expected: Partial<Record<Plane, string>> | undefined,
  actual: PlaneActions | undefined,
): void {
  const { control = ActionSet.none, data = ActionSet.none } = actual ?? {};
  expect({ control: describeActions(control), data: describeActions(data) }).toEqual({
    control: 'no action',
    data: 'no action',
    ...expected,
  });
}

function expectComparison({ role, comparedWith: expected }: RoleCase): void {
  if (expected === undefined) return;
  const { verdict, missing, depending } = compareRoles(roleFrom(role), roleFrom(expected.role));
  expect(verdict).toBe(expected.verdict);
  expectWords(expected.missing, missing);
  expect(depending).toHaveLength(expected.depending?.length ?? 0);
  for (const [index, one] of depending.entries()) expectWords(expected.depending?.[index], one);
}

function expectFit({ role, needed }: RoleCase): void {
  if (needed === undefined) return;
  const { control = [], data = [] } = needed;
  const { missing, onCondition, excess } = fitOfRole(roleFrom(role), { control, data });
  expectWords(needed.missing, missing);
  expectWords(needed.onCondition, onCondition);
  expectWords(needed.excess, excess);
}
