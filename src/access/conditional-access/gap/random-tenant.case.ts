import fc from 'fast-check';
import type { Value } from '../../../kernel/index.ts';
import type { Device } from '../device-rule/evaluate-device-rule.ts';
import type { Policy } from '../policy/policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { clientApps, type SignIn } from '../sign-in/sign-in.ts';
import { emptyTenant, type Tenant } from '../sign-in/tenant.ts';

const phishingResistant = '00000000-0000-0000-0000-000000000004';
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

/** The policies that random tenants are made of: few names each, so that they meet. */
const graphPolicies = fc.record({
  state: fc.constant('enabled'),
  conditions: fc.record({
    users: fc.record({
      includeUsers: fc.constantFrom<string[]>(['All'], ['alice'], ['None']),
      includeGroups: fc.constantFrom<string[]>([], ['team']),
      excludeGroups: fc.constantFrom<string[]>([], [], ['team'], ['staff']),
      excludeRoles: fc.constantFrom<string[]>([], [], [globalAdministrator]),
    }),
    applications: fc.record({
      includeApplications: fc.constantFrom<string[]>(['All'], ['All'], ['mail']),
      excludeApplications: fc.constantFrom<string[]>([], [], ['payroll']),
    }),
    clientAppTypes: fc.constantFrom<string[]>(['all'], ['browser'], ['exchangeActiveSync', 'other']),
    platforms: fc.constantFrom(null, null, { includePlatforms: ['iOS'] }),
    locations: fc.constantFrom(
      null,
      null,
      { includeLocations: ['All'], excludeLocations: ['AllTrusted'] },
      { includeLocations: ['home'] },
    ),
    signInRiskLevels: fc.constantFrom<string[]>([], [], ['high']),
    devices: fc.constantFrom(
      null,
      null,
      { deviceFilter: { mode: 'exclude', rule: 'device.isCompliant -eq True' } },
      { deviceFilter: { mode: 'include', rule: 'device.trustType -ne "ServerAD"' } },
    ),
    authenticationFlows: fc.constantFrom(null, null, { transferMethods: 'deviceCodeFlow' }),
  }),
  grantControls: fc.constantFrom<Value>(
    { operator: 'OR', builtInControls: ['block'] },
    { operator: 'OR', builtInControls: ['mfa'] },
    { operator: 'OR', builtInControls: ['mfa', 'compliantDevice'] },
    { operator: 'AND', builtInControls: ['mfa', 'domainJoinedDevice'] },
    { operator: 'OR', builtInControls: [], authenticationStrength: { id: phishingResistant } },
  ),
});

/** A small tenant with one to five policies, of which everything is known. */
export const randomTenants: fc.Arbitrary<Tenant> = fc
  .array(graphPolicies, { minLength: 1, maxLength: 5 })
  .map((policies) => ({
    ...emptyTenant,
    policies: policies.map((policy, index) =>
      read({ ...policy, id: `P${index}`, displayName: `P${index}` } as Value),
    ),
    locations: [
      {
        kind: 'ip',
        id: 'office',
        displayName: '',
        isTrusted: true,
        isComplete: true,
        ranges: [{ first: 10n, last: 19n }],
      },
      { kind: 'country', id: 'home', displayName: '', countries: ['CH'], includesUnknown: false },
    ],
    users: [
      { id: 'bob', kind: 'member', memberOf: [], roles: [] },
      { id: 'alice', kind: 'member', memberOf: ['team'], roles: [] },
      { id: 'root', kind: 'member', memberOf: ['staff', 'team'], roles: [globalAdministrator] },
    ],
    groups: [
      { id: 'team', memberOf: ['staff'], roles: [] },
      { id: 'staff', memberOf: [], roles: [] },
    ],
    applications: ['mail', 'payroll', 'wiki'].map((id) => ({ id, groups: [] })),
  }));

function read(value: Value): Policy {
  const { policy, diagnostics } = readPolicy(value, 'random');
  if (policy === undefined || diagnostics.length > 0) throw new Error('a random policy is not understood');
  return policy;
}

const devices: readonly Device[] = [
  { isRegistered: false },
  { isRegistered: true, properties: { isCompliant: true, trustType: 'AzureAD' } },
  { isRegistered: true, properties: { isCompliant: false, trustType: 'AzureAD' } },
  { isRegistered: true, properties: { isCompliant: true, trustType: 'ServerAD' } },
  { isRegistered: true, properties: { isCompliant: false, trustType: 'ServerAD' } },
];

/** All sign-ins of one user that random policies can tell apart, one by one. */
export function* everySignIn(user: string): Generator<SignIn> {
  for (const clientApp of clientApps)
    for (const device of devices)
      for (const flow of ['none', 'deviceCodeFlow'] as const)
        for (const application of ['mail', 'payroll', 'wiki'])
          for (const signInRisk of ['none', 'high'] as const)
            for (const platform of ['windows', 'iOS'] as const)
              for (const [isTrusted, ids] of [
                [false, []],
                [true, ['office']],
                [false, ['home']],
                [true, ['office', 'home']],
              ] as const)
                yield {
                  identity: { kind: 'user', id: user },
                  target: { kind: 'application', id: application },
                  clientApp,
                  device,
                  flow,
                  signInRisk,
                  platform,
                  location: { kind: 'named', ids, isTrusted },
                  userRisk: 'none',
                  insiderRisk: 'none',
                };
}
