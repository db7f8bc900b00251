import { describe, expect, it } from 'vitest';
import type { SignInRecord } from '../conditional-access/index.ts';
import { accessMeasures } from './access-measures.ts';
import { assignment, groundOf, kim, policy, user } from './decision.case.ts';

async function measured(
  name: string,
  objects: readonly object[],
  signIns: readonly SignInRecord[] = [],
  exported?: [],
) {
  const measures = accessMeasures({ ...(await groundOf(objects, exported)), signIns });
  return measures.find((one) => one.name === name);
}

const signIn = (id: string, facts: object): SignInRecord => ({
  id,
  createdDateTime: '2026-06-01T00:00:00Z',
  userId: kim,
  signIn: { identity: { kind: 'user', id: kim }, ...facts },
  hasSucceeded: true,
  hadMultifactor: false,
});

const application = (number: number, credentials: object) => [
  {
    '@odata.type': '#microsoft.graph.servicePrincipal',
    id: `00000000-0000-0000-0001-00000000000${number}`,
    appId: `00000000-0000-0000-0002-00000000000${number}`,
    displayName: `app ${number}`,
    servicePrincipalType: 'Application',
  },
  {
    '@odata.type': '#microsoft.graph.application',
    id: `00000000-0000-0000-0003-00000000000${number}`,
    appId: `00000000-0000-0000-0002-00000000000${number}`,
    displayName: `app ${number}`,
    signInAudience: 'AzureADMyOrg',
    passwordCredentials: [],
    keyCredentials: [],
    ...credentials,
  },
];

describe('accessMeasures', () => {
  it('counts people whose methods resist phishing', async () => {
    const details = (id: string, methodsRegistered: readonly string[]) => ({
      '@odata.type': '#microsoft.graph.userRegistrationDetails',
      id,
      methodsRegistered,
    });
    const measure = await measured('phishingResistance', [
      details('a', ['mobilePhone', 'fido2']),
      details('b', ['mobilePhone']),
      details('c', ['windowsHelloForBusiness']),
    ]);
    expect(measure).toMatchObject({ good: 2, of: 3, examples: ['b'], unseen: [] });
  });

  it('counts privileged roles that do not end and need no activation', async () => {
    const eligible = {
      id: '/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleEligibilityScheduleInstances/e',
      type: 'Microsoft.Authorization/roleEligibilityScheduleInstances',
      properties: (assignment() as { properties: object }).properties,
    };
    const measure = await measured('standingPrivilege', [user(), assignment(), eligible]);
    expect(measure).toMatchObject({ good: 1, of: 2, percent: 50 });
    expect(measure?.examples).toEqual([expect.stringContaining('roleAssignments')]);
  });

  it('counts workloads by the weakest of their credentials', async () => {
    const password = { passwordCredentials: [{ keyId: 'p', endDateTime: '2027-01-01T00:00:00Z' }] };
    const key = { keyCredentials: [{ keyId: 'k', endDateTime: '2027-01-01T00:00:00Z' }] };
    const measure = await measured('workloadsWithoutSecrets', [
      ...application(1, password),
      ...application(2, key),
      ...application(3, {}),
    ]);
    expect(measure).toMatchObject({ good: 1, of: 2, examples: ['00000000-0000-0000-0001-000000000001'] });
  });

  it('counts sign-ins by how and from what they were made; what the log does not say counts for nothing', async () => {
    const signIns = [
      signIn('modern', {
        clientApp: 'browser',
        device: { isRegistered: true, properties: { isCompliant: true } },
      }),
      signIn('legacy', { clientApp: 'other', device: { isRegistered: false } }),
      signIn('silent', {}),
      { ...signIn('failed', { clientApp: 'other' }), hasSucceeded: false },
    ];
    const legacy = await measured('modernAuthentication', [], signIns);
    expect(legacy).toMatchObject({
      good: 1,
      of: 2,
      examples: ['legacy'],
      unseen: ['1 of which it is not known'],
    });
    expect(await measured('deviceTrust', [], signIns)).toMatchObject({
      good: 1,
      of: 2,
      examples: ['legacy'],
    });
  });

  it('finds policies that ask for less on a trusted network', async () => {
    const everywhere = policy(['mfa']);
    const outside = policy(['mfa', 'compliantDevice'], {
      locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] },
    });
    const measure = await measured('noImplicitTrust', [everywhere, outside, policy(['block'])]);
    expect(measure).toMatchObject({ good: 1, of: 2, examples: ['Ask for mfa or compliantDevice'] });
  });

  it('says what it did not see, and gives no share of nothing', async () => {
    const measures = accessMeasures({ ...(await groundOf([], [])), signIns: [] });
    expect(measures).toHaveLength(6);
    for (const { percent, unseen } of measures) {
      expect(percent).toBeUndefined();
      expect(unseen).not.toEqual([]);
    }
  });
});
