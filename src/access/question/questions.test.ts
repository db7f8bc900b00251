import { describe, expect, it } from 'vitest';
import { type SmallEstate, smallAccess, smallFacts, smallId, smallScope } from '../estate/access.case.ts';
import { readActivityRecord } from './activity-record.ts';
import { diffAccess } from './diff-access.ts';
import { explain } from './explain.ts';
import { leastPrivilege } from './least-privilege.ts';
import { reviewAccess } from './review-access.ts';
import { whatCan } from './what-can.ts';
import { whoCan } from './who-can.ts';

const base: SmallEstate = {
  users: ['alice', 'bob'],
  groups: { ops: ['alice'] },
  managementGroups: { root: '' },
  subscriptions: { 'sub-a': 'root' },
  roles: {
    runner: {
      permissions: [{ actions: ['Microsoft.Web/sites/restart/action', 'Microsoft.Web/sites/stop/action'] }],
    },
  },
};
const restart = 'Microsoft.Web/sites/restart/action';
const roleOf = (name: string) => smallFacts.role(smallId('role', name));

describe('whatCan', () => {
  it('merges what a principal has, scope by scope', async () => {
    const model = await smallAccess({
      ...base,
      assignments: [
        { role: 'Reader', to: 'ops', at: 'sub-a' },
        { role: 'runner', to: 'alice', at: 'sub-a/shop' },
        { role: 'Contributor', to: 'bob', at: 'sub-a' },
      ],
      denials: [
        { actions: ['Microsoft.Web/sites/stop/*'], to: ['everyone'], at: 'sub-a/shop', scopeOnly: true },
      ],
    });
    const { scopes, unseen } = whatCan(model, { principal: 'alice' });
    expect(unseen).toEqual([]);
    expect(scopes.map(({ scope, always }) => [scope, always.control.map(({ pattern }) => pattern)])).toEqual([
      ['/subscriptions/sub-a', ['*/read']],
      ['/subscriptions/sub-a/resourceGroups/shop', ['*/read', restart, 'Microsoft.Web/sites/stop/action']],
    ]);
    expect(scopes[0]?.atScopeOnly).toBeUndefined();
    expect(scopes[1]?.atScopeOnly?.always.control.map(({ pattern }) => pattern)).toEqual(['*/read', restart]);
  });

  it('keeps apart what a condition guards', async () => {
    const condition =
      "!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'}) OR @Environment[isPrivateLink] BoolEquals true";
    const model = await smallAccess({
      ...base,
      assignments: [{ role: 'User Access Administrator', to: 'alice', at: 'sub-a', condition }],
    });
    const [only] = whatCan(model, { principal: 'alice' }).scopes;
    expect(only?.onCondition.control).toEqual([{ pattern: 'Microsoft.Authorization/roleAssignments/write' }]);
    expect(
      only?.always.control.find(({ pattern }) => pattern === 'Microsoft.Authorization/*')?.except,
    ).toEqual(['Microsoft.Authorization/roleAssignments/write']);
  });

  it('names the groups that the principal may be in, and the roles that were not seen', async () => {
    const model = await smallAccess(
      {
        ...base,
        groups: { ops: null },
        assignments: [
          { role: 'Reader', to: 'ops', at: 'sub-a' },
          { role: 'gone', to: 'alice', at: 'sub-a' },
        ],
      },
      ['roleAssignments', 'denyAssignments', 'managementGroups'],
    );
    const { unseen, unknownRoles } = whatCan(model, { principal: 'alice' });
    expect(unseen.map(({ source }) => source)).toEqual(['groupMembers', 'roleDefinitions']);
    expect(unknownRoles.map(({ role }) => role)).toEqual([smallId('role', 'gone')]);
  });
});

describe('whoCan', () => {
  it('counts all and names some', async () => {
    const names = Array.from({ length: 50 }, (_, at) => `member ${at}`);
    const model = await smallAccess({
      ...base,
      users: names,
      groups: { ops: names },
      assignments: [{ role: 'Reader', to: 'ops', at: 'sub-a' }],
    });
    const question = { action: 'Microsoft.Web/sites/read', resource: smallScope('sub-a') };
    const { counts, holders, grants } = whoCan(model, question, { namesMax: 7 });
    expect(counts).toEqual({ allowed: 50, allowedIf: 0, unknown: 0, denied: 0 });
    expect(holders).toHaveLength(7);
    expect(grants.map(({ chain }) => chain.map(({ name }) => name))).toEqual([['ops']]);
  });
});

describe('explain', () => {
  it('names what the principal has that misses', async () => {
    const model = await smallAccess({
      ...base,
      assignments: [
        { role: 'Reader', to: 'alice', at: 'sub-a' },
        { role: 'Contributor', to: 'alice', at: 'sub-a/other' },
        {
          role: 'Owner',
          to: 'alice',
          at: 'sub-a',
          from: '2026-10-01T00:00:00Z',
          until: '2026-10-02T00:00:00Z',
        },
      ],
    });
    const { answer, nearMisses } = explain(model, {
      principal: 'alice',
      action: 'Microsoft.Web/sites/write',
      resource: smallScope('sub-a/shop'),
      at: '2026-11-01T00:00:00Z',
    });
    expect(answer.verdict).toBe('notGranted');
    expect(nearMisses.map(({ roleName, because }) => [roleName, because])).toEqual([
      ['Owner', 'otherTime'],
      ['Contributor', 'otherScope'],
      ['Reader', 'otherAction'],
    ]);
  });
});

describe('diffAccess', () => {
  it('tells what was gained and lost, once, at the scope where it was', async () => {
    const before = await smallAccess({
      ...base,
      assignments: [{ role: 'Contributor', to: 'ops', at: 'sub-a' }],
    });
    const after = await smallAccess({
      ...base,
      assignments: [
        { role: 'Owner', to: 'ops', at: 'sub-a' },
        { role: 'Reader', to: 'bob', at: 'sub-a/shop' },
      ],
    });
    const { changes, principalCount } = diffAccess(before, after);
    const told = changes.map(({ principal, scope, gained, lost }) => [
      principal.name,
      scope,
      gained.control.map(({ pattern }) => pattern),
      lost.control,
    ]);
    const writers = [
      'microsoft.authorization/*/delete',
      'microsoft.authorization/*/write',
      'microsoft.authorization/elevateaccess/action',
    ];
    expect(principalCount).toBe(3);
    expect(JSON.parse(JSON.stringify(told).toLowerCase())).toEqual([
      ['alice', '/subscriptions/sub-a', writers, []],
      ['bob', '/subscriptions/sub-a/resourcegroups/shop', ['*/read'], []],
      ['ops', '/subscriptions/sub-a', writers, []],
    ]);
  });

  it('is empty for the same access in other words, and sees a denial', async () => {
    const assignments = [{ role: 'Owner', to: 'ops', at: 'sub-a' }];
    const before = await smallAccess({ ...base, assignments });
    const same = await smallAccess({ ...base, assignments: [...assignments, ...assignments] });
    expect(diffAccess(before, same).changes).toEqual([]);
    const denied = await smallAccess({
      ...base,
      assignments,
      denials: [{ actions: ['*/delete'], to: ['everyone'], at: 'sub-a' }],
    });
    expect(
      diffAccess(before, denied).changes.map(({ principal, lost }) => [principal.name, lost.control]),
    ).toEqual([
      ['alice', [{ pattern: '*/delete' }]],
      ['ops', [{ pattern: '*/delete' }]],
    ]);
  });
});

describe('leastPrivilege', () => {
  const event = (action: string, scope: string) => {
    const record = readActivityRecord({
      authorization: { action, scope: smallScope(scope) },
      claims: {
        'http://schemas.microsoft.com/identity/claims/objectidentifier': smallId('principal', 'alice'),
      },
      eventTimestamp: '2026-10-01T00:00:00Z',
    });
    if (record === undefined) throw new Error('not read');
    return record;
  };

  it('names cheaper roles, what can go, and what nothing explains', async () => {
    const model = await smallAccess({
      ...base,
      assignments: [
        { role: 'Contributor', to: 'ops', at: 'sub-a' },
        { role: 'Owner', to: 'alice', at: 'sub-a/idle' },
      ],
    });
    const runner = [...model.roles.own].filter(({ roleName }) => roleName === 'runner');
    const contributor = roleOf('Contributor');
    const answer = leastPrivilege(model, 'alice', {
      used: [event(restart, 'sub-a/shop'), event('Microsoft.Authorization/roleAssignments/write', 'sub-a')],
      roles: [...runner, ...(contributor === undefined ? [] : [contributor])],
      costOf: ({ roleName }) => (roleName === 'runner' ? 2 : 1_000),
    });
    expect(
      answer.advice.map(({ roleName, advice, roles }) => [
        roleName,
        advice,
        roles.map((one) => one.roleName),
      ]),
    ).toEqual([
      ['Owner', 'remove', []],
      ['Contributor', 'replace', ['runner']],
    ]);
    expect(answer.unexplained.map(({ action }) => action)).toEqual([
      'Microsoft.Authorization/roleAssignments/write',
    ]);
  });

  it('takes no activity for no knowledge', async () => {
    const model = await smallAccess({ ...base, assignments: [{ role: 'Owner', to: 'alice', at: 'sub-a' }] });
    const answer = leastPrivilege(model, 'alice', { used: [], roles: [], costOf: () => 1 });
    expect(answer.advice.map(({ advice }) => advice)).toEqual(['unknown']);
  });
});

describe('reviewAccess', () => {
  it('flags what a reviewer should look at', async () => {
    const model = await smallAccess({
      ...base,
      users: [
        { name: 'alice', signInActivity: { lastSignInDateTime: '2026-01-01T00:00:00Z' } },
        { name: 'guest', userType: 'Guest' },
      ],
      groups: { ops: ['alice'] },
      assignments: [
        { role: 'Owner', to: 'alice', at: 'sub-a' },
        { role: 'Reader', to: 'guest', at: 'sub-a/shop' },
        { role: 'Reader', to: 'ops', at: 'sub-a' },
        { role: 'Reader', to: 'alice', at: 'sub-a/shop' },
        { role: 'Reader', to: 'ghost', at: 'sub-a/shop' },
      ],
      eligible: [{ role: 'Owner', to: 'ops', at: 'sub-a/shop' }],
    });
    const review = reviewAccess(model, {
      now: '2026-11-01T00:00:00Z',
      ownerOf: (scope) => (scope.endsWith('shop') ? 'team shop' : ''),
    });
    const flags = Object.fromEntries(
      review.sheets.flatMap(({ owner, rows }) =>
        rows.map(({ principal, roleName, kind, flags: list }) => [
          `${owner}: ${principal.name} ${roleName} ${kind}`,
          list.map(({ flag }) => flag),
        ]),
      ),
    );
    const ghost = smallId('principal', 'ghost');
    expect(flags).toEqual({
      ': alice Owner assigned': ['standingPrivilege', 'overBroad', 'stale', 'directToUser'],
      ': ops Reader assigned': [],
      'team shop: alice Reader assigned': ['stale', 'directToUser', 'duplicate'],
      'team shop: guest Reader assigned': ['external', 'directToUser'],
      [`team shop: ${ghost} Reader assigned`]: ['orphaned'],
      'team shop: ops Owner eligible': [],
    });
    expect(review.counts).toEqual({
      standingPrivilege: 1,
      overBroad: 1,
      stale: 2,
      directToUser: 3,
      duplicate: 1,
      external: 1,
      orphaned: 1,
    });
    expect(review.undecided.map(({ flag }) => flag)).toEqual(['unused']);
  });

  it('calls an assignment unused only where the activity of all who have it was given', async () => {
    const model = await smallAccess({
      ...base,
      assignments: [
        { role: 'runner', to: 'ops', at: 'sub-a' },
        { role: 'runner', to: 'bob', at: 'sub-a' },
      ],
    });
    const activity = [
      {
        action: restart,
        plane: 'control' as const,
        scope: smallScope('sub-a/shop'),
        caller: 'alice@contoso.example',
        at: undefined,
      },
    ];
    const { sheets } = reviewAccess(model, { now: '2026-11-01T00:00:00Z', activity });
    expect(
      sheets.flatMap(({ rows }) =>
        rows.map(({ principal, flags }) => [principal.name, flags.some(({ flag }) => flag === 'unused')]),
      ),
    ).toEqual([
      ['bob', true],
      ['ops', false],
    ]);
  });
});
