import { describe, expect, test } from 'vitest';
import type { ValueObject } from '../../kernel/index.ts';
import { everything, smallAccess, smallId, smallScope } from '../estate/access.case.ts';
import { answerText } from './answer-text.ts';
import { decide } from './decide.ts';
import { explain } from './explain.ts';
import { whatCan } from './what-can.ts';
import { whoCan } from './who-can.ts';

const action = 'Microsoft.Authorization/roleAssignments/write';
const resource = smallScope('prod');
const question = { action, resource };
const [before, inside, after] = ['2026-10-01', '2026-11-15', '2026-12-15'].map((day) => `${day}T00:00:00Z`);

function instance(
  kind: 'Eligibility' | 'Assignment',
  name: string,
  group: string,
  rest: ValueObject = {},
): ValueObject {
  return {
    '@odata.type': `#microsoft.graph.privilegedAccessGroup${kind}ScheduleInstance`,
    id: `${kind} of ${name}`,
    principalId: `{principal:${name}}`,
    groupId: `{principal:${group}}`,
    accessId: 'member',
    startDateTime: '2026-11-01T00:00:00Z',
    endDateTime: '2026-12-01T00:00:00Z',
    ...rest,
  };
}

const policy: ValueObject = {
  '@odata.type': '#microsoft.graph.unifiedRoleManagementPolicyAssignment',
  id: 'policy',
  policyId: 'Group_policy',
  scopeId: '{principal:admins}',
  scopeType: 'Group',
  roleDefinitionId: 'member',
  policy: {
    rules: [
      { id: 'Enablement_EndUser_Assignment', enabledRules: ['Justification'] },
      { id: 'Expiration_EndUser_Assignment', maximumDuration: 'PT2H' },
    ],
  },
};

function modelWith(objects: readonly ValueObject[], groups: Record<string, readonly string[]> = {}) {
  return smallAccess({
    users: ['alice', 'bob'],
    groups: { admins: [], owners: ['admins'], staff: ['bob'], ...groups },
    subscriptions: { prod: '' },
    assignments: [{ role: 'Owner', to: 'owners', at: 'prod' }],
    objects: [policy, ...objects],
  });
}

describe('an eligible member of a group', () => {
  test('has what the group has after an activation, and the answer says of what', async () => {
    const model = await modelWith([instance('Eligibility', 'alice', 'admins')]);
    const answer = decide(model, { principal: 'alice', ...question });
    expect(answer.verdict).toBe('notGranted');
    expect(answer.activatable).toMatchObject([
      {
        chain: [{ name: 'alice' }, { name: 'admins' }, { name: 'owners' }],
        memberships: [{ id: 'Eligibility of alice', activation: { durationMax: 'PT2H' } }],
      },
    ]);
    expect(answerText(answer)).toContain(
      '    to activate the membership Eligibility of alice: a justification; for PT2H at most',
    );
    expect(decide(model, { principal: 'alice', ...question, activate: true })).toMatchObject({
      verdict: 'allowed',
      grants: [{ memberships: [{ groupId: smallId('principal', 'admins') }] }],
    });
  });

  test.each([
    [before, 'notGranted', 0],
    [inside, 'allowed', 1],
    [after, 'notGranted', 0],
  ])('at %s: %s', async (at, verdict, count) => {
    const model = await modelWith([instance('Eligibility', 'alice', 'admins')]);
    expect(decide(model, { principal: 'alice', ...question, at, activate: true }).verdict).toBe(verdict);
    expect(decide(model, { principal: 'alice', ...question, at }).activatable).toHaveLength(count);
    expect(whoCan(model, { ...question, at, activate: true }).counts.allowed).toBe(count);
    expect(whoCan(model, { ...question, at }).activatable).toHaveLength(count);
    expect(whatCan(model, { principal: 'alice', at, activate: true }).scopes).toHaveLength(count);
    expect(whatCan(model, { principal: 'alice', at }).scopes).toHaveLength(0);
  });

  test('may be a group, whose members activate it one by one', async () => {
    const model = await modelWith([instance('Eligibility', 'staff', 'admins')]);
    expect(decide(model, { principal: 'bob', ...question, activate: true }).verdict).toBe('allowed');
    expect(whoCan(model, { ...question, activate: true }).holders).toMatchObject([
      { principal: { name: 'bob' } },
    ]);
    expect(explain(model, { principal: 'bob', ...question }).answer.activatable).toHaveLength(1);
  });

  test('who is a member already has nothing to activate', async () => {
    const model = await modelWith([instance('Eligibility', 'bob', 'admins')], { admins: ['bob'] });
    const answer = decide(model, { principal: 'bob', ...question, activate: true });
    expect(answer.grants.map(({ memberships }) => memberships)).toEqual([undefined]);
    expect(answer.activatable).toEqual([]);
  });

  test('is no owner, and an owner is no member', async () => {
    const model = await modelWith([instance('Eligibility', 'alice', 'admins', { accessId: 'owner' })]);
    expect(decide(model, { principal: 'alice', ...question, activate: true }).verdict).toBe('notGranted');
  });
});

describe('an active membership of a group', () => {
  const activated = instance('Assignment', 'alice', 'admins', { assignmentType: 'activated' });

  test.each([[[]], [['alice']]])('ends, be it listed as %j or not', async (members) => {
    const model = await modelWith([activated], { admins: members });
    const verdictAt = (at?: string) => decide(model, { principal: 'alice', ...question, at }).verdict;
    expect([undefined, before, inside, after].map(verdictAt)).toEqual([
      'allowed',
      'notGranted',
      'allowed',
      'notGranted',
    ]);
  });

  test('goes on where another instance does', async () => {
    const forEver = instance('Assignment', 'alice', 'admins', { id: 'for ever', endDateTime: null });
    const model = await modelWith([activated, forEver]);
    expect(decide(model, { principal: 'alice', ...question, at: after }).verdict).toBe('allowed');
  });
});

test('without an export of eligible memberships nobody is known to have nothing to activate', async () => {
  const exported = everything.filter((one) => one !== 'groupEligibility');
  const model = await smallAccess({ users: ['alice'], subscriptions: { prod: '' } }, exported);
  expect(decide(model, { principal: 'alice', ...question, activate: true })).toMatchObject({
    verdict: 'unknown',
    unseen: [{ source: 'groupEligibility' }],
  });
  expect(decide(model, { principal: 'alice', ...question }).verdict).toBe('notGranted');
});
