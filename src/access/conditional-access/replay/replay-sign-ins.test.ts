import { describe, expect, test } from 'vitest';
import type { Value } from '../../../kernel/index.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { evaluationOf } from '../sign-in/evaluation.ts';
import { emptyTenant } from '../sign-in/tenant.ts';
import { replaySignIns } from './replay-sign-ins.ts';
import { readSignInRecords } from './sign-in-record.ts';

function policy(id: string, conditions: Record<string, Value>, grantControls: Value) {
  const applications = { includeApplications: ['All'] };
  const users = { includeUsers: ['All'] };
  const value = {
    id,
    displayName: id,
    state: 'enabled',
    conditions: { users, applications, ...conditions },
    grantControls,
  };
  const read = readPolicy(value, 'proposed.json').policy;
  if (read === undefined) throw new Error('not a policy');
  return read;
}

const legacy = policy(
  'legacy',
  { clientAppTypes: ['exchangeActiveSync', 'other'] },
  { operator: 'OR', builtInControls: ['block'] },
);
const mfa = policy(
  'mfa',
  { clientAppTypes: ['browser', 'mobileAppsAndDesktopClients'] },
  { operator: 'OR', builtInControls: ['mfa'] },
);
const managed = policy(
  'managed',
  { platforms: { includePlatforms: ['windows'] } },
  { operator: 'OR', builtInControls: ['compliantDevice'] },
);
const risk = policy('risk', { userRiskLevels: ['high'] }, { operator: 'OR', builtInControls: ['block'] });

function record(more: Record<string, Value>): Value {
  return {
    id: 'r',
    createdDateTime: '2026-03-01T08:00:00Z',
    userId: 'alice',
    resourceId: 'mail',
    clientAppUsed: 'Browser',
    status: { errorCode: 0 },
    authenticationRequirement: 'singleFactorAuthentication',
    deviceDetail: { deviceId: '', operatingSystem: 'Ios 18' },
    ipAddress: '192.0.2.1',
    location: { countryOrRegion: 'CH' },
    riskLevelDuringSignIn: 'none',
    authenticationProtocol: 'oAuth2',
    ...more,
  };
}

function replay(values: readonly Value[], policies = [legacy, mfa, managed], options = {}) {
  const { records, diagnostics } = readSignInRecords(values, 'log.json');
  expect(diagnostics).toEqual([]);
  return replaySignIns(records, policies, evaluationOf({ ...emptyTenant, policies }), options);
}

describe('readSignInRecords', () => {
  test('reads what Graph gives', () => {
    const device = {
      deviceId: 'd',
      displayName: 'PC',
      operatingSystem: 'Windows10',
      isCompliant: true,
      trustType: 'Hybrid Azure AD joined',
    };
    const value = record({
      deviceDetail: device,
      authenticationProtocol: 'deviceCode',
      clientAppUsed: 'IMAP4',
    });
    expect(readSignInRecords([value], 'log.json').records).toEqual([
      {
        id: 'r',
        createdDateTime: '2026-03-01T08:00:00Z',
        userId: 'alice',
        hasSucceeded: true,
        hadMultifactor: false,
        signIn: {
          identity: { kind: 'user', id: 'alice' },
          target: { kind: 'application', id: 'mail' },
          clientApp: 'other',
          platform: 'windows',
          location: { kind: 'address', ipAddress: '192.0.2.1', country: 'CH' },
          signInRisk: 'none',
          device: {
            isRegistered: true,
            properties: { deviceId: 'd', displayName: 'PC', isCompliant: true, trustType: 'ServerAD' },
          },
          flow: 'deviceCodeFlow',
        },
      },
    ]);
  });

  test('takes nothing for known that is not there', () => {
    const { records } = readSignInRecords(
      [{ userId: 'a', appId: 'b', createdDateTime: '2026-03-01' }],
      'log.json',
    );
    const { identity, target, ...others } = records[0]?.signIn ?? {};
    expect([identity, target]).toEqual([
      { kind: 'user', id: 'a' },
      { kind: 'application', id: 'b' },
    ]);
    expect(Object.values(others).filter((value) => value !== undefined)).toEqual([]);
    expect(records[0]?.hasSucceeded).toBe(false);
  });

  test('leaves out what is no record and says which', () => {
    const { records, diagnostics } = readSignInRecords([3, {}, { userId: 'a', appId: 'b' }], 'log.json');
    expect(records).toEqual([]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'record 1 of the sign-in log is not understood: it is not an object',
      'record 2 of the sign-in log is not understood: it names no user or no resource',
      'record 3 of the sign-in log is not understood: it has no time',
    ]);
  });
});

describe('replaySignIns', () => {
  test('tells what is blocked, prompted, unchanged and undecided', () => {
    const { signIns, counts, failedBefore } = replay([
      record({ clientAppUsed: 'IMAP4' }),
      record({}),
      record({ authenticationRequirement: 'multiFactorAuthentication' }),
      record({ status: { errorCode: 50126 } }),
      record({ clientAppUsed: '' }),
      record({ deviceDetail: { deviceId: '', operatingSystem: 'Windows 11' } }),
      record({ deviceDetail: { deviceId: 'd', operatingSystem: 'Windows 11' } }),
    ]);
    expect(signIns.map(({ verdict, policies }) => [verdict, ...policies.map(({ id }) => id)])).toEqual([
      ['blocked', 'legacy'],
      ['prompted', 'mfa'],
      ['unchanged'],
      ['undecided', 'legacy', 'mfa'],
      ['blocked', 'managed'],
      ['undecided', 'managed'],
    ]);
    expect({ counts, failedBefore }).toEqual({
      counts: { blocked: 2, prompted: 1, unchanged: 1, undecided: 2 },
      failedBefore: 1,
    });
  });

  test('what the log does not say may be assumed', () => {
    expect(replay([record({})], [risk]).counts.undecided).toBe(1);
    expect(replay([record({})], [risk], { assumed: { userRisk: 'none' } }).counts.unchanged).toBe(1);
    expect(replay([record({})], [risk], { assumed: { userRisk: 'high' } }).counts.blocked).toBe(1);
    expect(replay([record({})], [mfa], { assumed: { clientApp: 'other' } }).counts.prompted).toBe(1);
  });

  test('a strength that the log cannot show is undecided once there were several factors', () => {
    const strength = { id: '00000000-0000-0000-0000-000000000004' };
    const strong = policy('strong', {}, { operator: 'OR', authenticationStrength: strength });
    expect(replay([record({})], [strong]).counts.prompted).toBe(1);
    const multi = record({ authenticationRequirement: 'multiFactorAuthentication' });
    expect(replay([multi], [strong]).counts.undecided).toBe(1);
  });

  test('counts the friction of personas per user and day', () => {
    const values = [
      record({ userId: 'alice' }),
      record({ userId: 'alice', createdDateTime: '2026-03-02T23:59:59Z' }),
      record({ userId: 'bob', clientAppUsed: 'POP3' }),
      record({ userId: 'carol', authenticationRequirement: 'multiFactorAuthentication' }),
    ];
    const personaOf = (id: string) => (id === 'carol' ? 'finance' : 'sales');
    expect(replay(values, [legacy, mfa], { personaOf }).friction).toEqual([
      {
        persona: 'sales',
        users: 2,
        blockedUsers: 1,
        counts: { blocked: 1, prompted: 2, unchanged: 0, undecided: 0 },
        promptsPerUserAndDay: 0.5,
      },
      {
        persona: 'finance',
        users: 1,
        blockedUsers: 0,
        counts: { blocked: 0, prompted: 0, unchanged: 1, undecided: 0 },
        promptsPerUserAndDay: 0,
      },
    ]);
  });

  test('an empty log has no friction', () => expect(replay([]).friction).toEqual([]));
});
