import { expect, test } from 'vitest';
import type { Value, ValueObject } from '../../kernel/index.ts';
import { readEscalationRules } from './read-escalation-rules.ts';

const rule: ValueObject = {
  id: 'runs',
  title: 'runs something',
  severity: 'high',
  on: 'Contoso.Shop/things',
  needs: [
    { control: ['Contoso.Shop/things/run/action'] },
    { data: ['Contoso.Shop/things/open/action'], where: 'anywhere' },
  ],
  when: ['identity'],
  yields: 'code',
  source: 'articles/things.md',
};

function read(one: ValueObject): unknown {
  return readEscalationRules({ rules: [one] }).rules[0];
}

test('reads a rule, folded where case means nothing', () => {
  expect(read(rule)).toEqual({
    id: 'runs',
    title: 'runs something',
    severity: 'high',
    effort: 1,
    on: 'contoso.shop/things',
    needs: [
      { plane: 'control', anyOf: ['Contoso.Shop/things/run/action'], where: 'target' },
      { plane: 'data', anyOf: ['Contoso.Shop/things/open/action'], where: 'anywhere' },
    ],
    directory: [],
    directoryRoles: [],
    appRoles: [],
    relation: undefined,
    when: ['identity'],
    yields: 'code',
    role: undefined,
    isGrant: false,
    paths: [],
    source: 'articles/things.md',
  });
  expect(read({ ...rule, on: 'servicePrincipal' })).toMatchObject({ on: 'servicePrincipal' });
});

test.each<[string, Value]>([
  ['no list', { rule: [] }],
  ['a rule that is none', { rules: ['x'] }],
  ['a key that means nothing', { rules: [{ ...rule, need: [] }] }],
  ['a missing title', { rules: [{ ...rule, title: '' }] }],
  ['a state that nobody decides', { rules: [{ ...rule, when: ['open'] }] }],
  ['a yield that nobody gives', { rules: [{ ...rule, yields: 'money' }] }],
  ['a severity that is none', { rules: [{ ...rule, severity: 'huge' }] }],
  ['two kinds of need', { rules: [{ ...rule, relation: 'owner' }] }],
  ['no need', { rules: [{ ...rule, needs: [] }] }],
  ['a need without an action', { rules: [{ ...rule, needs: [{ control: [] }] }] }],
  ['a role that is not named', { rules: [{ ...rule, yields: 'role' }] }],
  ['the same rule twice', { rules: [rule, rule] }],
])('refuses %s', (_, table) => {
  expect(() => readEscalationRules(table)).toThrow(RangeError);
});
