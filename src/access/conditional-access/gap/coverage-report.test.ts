import { describe, expect, test } from 'vitest';
import type { Value } from '../../../kernel/index.ts';
import type { Policy } from '../policy/policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { emptyTenant, type Tenant, type TenantUser } from '../sign-in/tenant.ts';
import { coverageModel } from './coverage-model.ts';
import { type CoverageReportOptions, coverageReport } from './coverage-report.ts';
import { CubeCover } from './cube-cover.ts';
import { decisionRegions } from './decision-regions.ts';

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const mfa = { operator: 'OR', builtInControls: ['mfa'] };
const block = { operator: 'OR', builtInControls: ['block'] };

function policy(id: string, conditions: Record<string, Value>, grantControls: Value = mfa): Policy {
  const users = { includeUsers: ['All'] };
  const applications = { includeApplications: ['All'] };
  const value = {
    id,
    displayName: id,
    state: 'enabled',
    conditions: { users, applications, ...conditions },
    grantControls,
  };
  const read = readPolicy(value, 'ca.json').policy;
  if (read === undefined) throw new Error('not a policy');
  return read;
}

function user(id: string, memberOf: readonly string[] = [], roles: readonly string[] = []): TenantUser {
  return { id, kind: 'member', memberOf, roles };
}

function report(policies: readonly Policy[], tenant: Partial<Tenant> = {}, options?: CoverageReportOptions) {
  const users = [user('alice'), user('root', [], [globalAdministrator]), user('glass', ['emergency'])];
  const groups = [{ id: 'emergency', memberOf: [], roles: [] }];
  return coverageReport({ ...emptyTenant, users, groups, policies, ...tenant }, options);
}

const ids = (policies: readonly Policy[]) => policies.map(({ id }) => id);
const everybody = policy('all', {});
const butEmergency = policy('most', { users: { includeUsers: ['All'], excludeGroups: ['emergency'] } });

describe('gaps', () => {
  test('without policies any sign-in of anybody is one', () => {
    const { withoutMfa, administratorsWithoutPhishingResistance, regions } = report([]);
    expect(withoutMfa.gaps).toMatchObject([
      {
        users: { names: ['alice', 'root', 'glass'], count: 3 },
        unusual: [],
        distance: 0,
        certainty: 'certain',
      },
    ]);
    expect(administratorsWithoutPhishingResistance.gaps.map(({ users }) => users.names)).toEqual([['root']]);
    expect(regions).toEqual([{ clauses: [], signIns: 1n }]);
  });

  test('the smallest witness names only what is not ordinary', () => {
    const outside = policy('outside', {
      locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] },
    });
    const locations: Tenant['locations'] = [
      {
        kind: 'ip',
        id: 'o',
        displayName: 'Office',
        isTrusted: true,
        isComplete: true,
        ranges: [{ first: 1n, last: 9n }],
      },
      {
        kind: 'ip',
        id: 's',
        displayName: 'Shop',
        isTrusted: false,
        isComplete: true,
        ranges: [{ first: 5n, last: 20n }],
      },
      { kind: 'country', id: 'h', displayName: 'Home', countries: ['CH'], includesUnknown: true },
    ];
    const { withoutMfa } = report([outside], { locations });
    expect(withoutMfa.gaps.map(({ users, unusual }) => [users.count, ...unusual])).toEqual([
      [3, 'trusted, from Office'],
    ]);
  });

  test('legacy authentication and device-code flow are blocked or not', () => {
    const modern = policy('modern', { clientAppTypes: ['browser', 'mobileAppsAndDesktopClients'] });
    const open = report([modern]);
    expect(open.legacyAuthentication.gaps.map(({ unusual }) => unusual)).toEqual([['exchangeActiveSync']]);
    expect(open.deviceCodeFlow.gaps.map(({ unusual }) => unusual)).toEqual([['deviceCodeFlow']]);
    // Legacy clients cannot satisfy multifactor authentication, a device-code flow can.
    const closed = report([everybody]);
    expect(closed.legacyAuthentication.gaps).toEqual([]);
    expect(closed.deviceCodeFlow.gaps.length).toBe(1);
    const flows = policy('flow', { authenticationFlows: { transferMethods: 'deviceCodeFlow' } }, block);
    expect(report([everybody, flows]).deviceCodeFlow.gaps).toEqual([]);
  });

  test('what may or may not protect leaves a possible gap', () => {
    const vague = policy('vague', { users: { includeGroups: ['lost'] } });
    const { withoutMfa } = report([vague], { users: [{ ...user('dark'), memberOf: undefined }] });
    expect(withoutMfa.gaps.map(({ certainty }) => certainty)).toEqual(['possible']);
    const timed = policy('timed', { times: { includedRanges: ['x'] } });
    const result = report([timed]);
    expect(result.withoutMfa.gaps.map(({ certainty }) => certainty)).toEqual(['possible']);
    expect(ids(result.notUnderstood)).toEqual(['timed']);
  });

  test('samples stand for the users of a tenant without any', () => {
    const admins = policy('admins', { users: { includeGroups: ['<Admins>'], excludeGroups: ['<Away>'] } });
    const { withoutMfa, hasSampleUsers } = report([admins], { users: [], groups: [] });
    expect(hasSampleUsers).toBe(true);
    const names = withoutMfa.gaps.flatMap(({ users }) => users.names);
    expect(names).toContain('an ordinary member');
    expect(withoutMfa.gaps[0]?.users.count).toBe(9);
    expect(names).not.toContain('a member of group <Admins>');
  });

  test('report-only policies protect when asked to', () => {
    const reported = { ...everybody, state: 'enabledForReportingButNotEnforced' };
    expect(report([reported]).withoutMfa.gaps.length).toBe(1);
    expect(report([reported], {}, { withReportOnly: true }).withoutMfa.gaps).toEqual([]);
  });

  test('baseline scopes pass by policies with exclusions until the change of 2026', () => {
    const holes = policy('holes', {
      applications: { includeApplications: ['All'], excludeApplications: ['web'] },
    });
    const rest = policy('web', { applications: { includeApplications: ['web'] } });
    const before = report([holes, rest], {}, { baselineScopes: 'legacy' });
    expect(before.withoutMfa.gaps.map(({ unusual }) => unusual)).toEqual([
      ['a public client that asks for baseline scopes alone'],
    ]);
    expect(ids(before.resourceExclusions)).toEqual(['holes']);
    expect(report([holes, rest], {}, { baselineScopes: 'enforced' }).withoutMfa.gaps).toEqual([]);
  });

  test('devices are told apart as filters do', () => {
    const saw = policy(
      'saw',
      { devices: { deviceFilter: { mode: 'exclude', rule: 'device.extensionAttribute1 -eq "SAW"' } } },
      block,
    );
    const { withoutMfa } = report([saw]);
    expect(withoutMfa.gaps[0]?.unusual.join()).toContain('extensionAttribute1 SAW');
    const device = { deviceFilter: { mode: 'include', rule: 'device.model -contains "x"' } };
    expect(
      [report([saw]), report([policy('part', { devices: device })])].map((one) => one.hasSampleDevices),
    ).toEqual([false, true]);
  });
});

describe('emergency access', () => {
  test('is looked for', () => {
    expect(report([everybody]).emergencyAccess).toEqual({
      accounts: [],
      isStated: false,
      count: 'none',
      subjectTo: [],
    });
    expect(report([butEmergency]).emergencyAccess).toMatchObject({ accounts: ['glass'], count: 'one' });
    const many = ['a', 'b', 'c', 'd', 'e'].map((id) => user(id, ['emergency']));
    expect(report([butEmergency], { users: many }).emergencyAccess.count).toBe('tooMany');
    expect(report([butEmergency], { users: many.slice(0, 2) }).emergencyAccess.count).toBe('enough');
  });

  test('names the policies that stated accounts are not excluded from', () => {
    const found = report(
      [everybody, butEmergency],
      {},
      { emergencyAccounts: ['GLASS', 'gone'] },
    ).emergencyAccess;
    expect(found.subjectTo.map(({ account, policies }) => [account, ...ids(policies)])).toEqual([
      ['glass', 'all'],
      ['gone', 'all', 'most'],
    ]);
    expect(found).toMatchObject({ accounts: ['glass', 'gone'], isStated: true, count: 'none' });
  });
});

describe('contradictions', () => {
  test('a policy for nobody, and one that nobody can satisfy', () => {
    const nobody = policy('nobody', { users: { includeUsers: ['alice'], excludeUsers: ['alice'] } });
    const never = policy(
      'never',
      { devices: { deviceFilter: { mode: 'exclude', rule: 'device.isCompliant -eq True' } } },
      { operator: 'OR', builtInControls: ['compliantDevice'] },
    );
    const fine = policy('fine', {}, { operator: 'OR', builtInControls: ['compliantDevice'] });
    const found = report([nobody, never, fine, butEmergency]).contradictions;
    expect(found.map((one) => [one.kind, one.policy.id, 'condition' in one ? one.condition : ''])).toEqual([
      ['neverApplies', 'nobody', 'identity'],
      ['neverSatisfied', 'never', ''],
    ]);
  });

  test('a policy for service principals is not one', () => {
    const workload = policy(
      'workload',
      {
        users: { includeUsers: ['None'] },
        clientApplications: { includeServicePrincipals: ['ServicePrincipalsInMyTenant'] },
      },
      block,
    );
    expect(report([workload]).contradictions).toEqual([]);
  });
});

describe('redundant policies and exclusions', () => {
  test('a policy within another that asks for as much is redundant', () => {
    const narrow = policy('narrow', { users: { includeUsers: ['alice'] } });
    const strong = policy(
      'strong',
      { users: { includeUsers: ['alice'] } },
      {
        operator: 'OR',
        authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' },
      },
    );
    expect(ids(report([everybody, narrow]).redundant)).toEqual(['narrow']);
    expect(ids(report([everybody, strong]).redundant)).toEqual([]);
    expect(ids(report([everybody, everybody, policy('again', {})]).redundant)).toContain('again');
  });

  test('an exclusion escapes only what no other policy asks for', () => {
    const creep = report([butEmergency]).exclusions;
    expect(creep).toMatchObject([{ kind: 'group', id: 'emergency', users: 1 }]);
    expect(creep.map(({ escapes }) => ids(escapes))).toEqual([['most']]);
    const caught = report([butEmergency, everybody]).exclusions;
    expect(caught.map(({ excludedFrom, escapes }) => [ids(excludedFrom), ids(escapes)])).toEqual([
      [['most'], []],
    ]);
  });

  test('those who escape most come first', () => {
    const two = policy(
      'two',
      { users: { includeUsers: ['All'], excludeUsers: ['alice'], excludeGroups: ['emergency'] } },
      block,
    );
    expect(report([two, butEmergency]).exclusions.map(({ id, escapes }) => [id, escapes.length])).toEqual([
      ['emergency', 2],
      ['alice', 1],
    ]);
  });
});

describe('limits', () => {
  const policies = [butEmergency, policy('risk', { signInRiskLevels: ['high'] }, block)];
  const model = coverageModel({ ...emptyTenant, policies });
  const box = model.classes.map((classes) => classes.map(() => true));

  test('of the states of regions leave them out', () => {
    expect(decisionRegions(model)?.regions.length).toBe(3);
    expect(decisionRegions(model, 1)).toBeUndefined();
  });

  test('of the states of a search are told', () => {
    const search = (statesMax?: number) => {
      const cover = new CubeCover(model, box, statesMax);
      const point = cover.uncovered(
        [],
        model.policies.map(({ surely }) => surely),
      );
      return { distance: point?.distance, isComplete: cover.isComplete };
    };
    expect(search()).toEqual({ distance: 1, isComplete: true });
    expect(search(1).isComplete).toBe(false);
  });
});
