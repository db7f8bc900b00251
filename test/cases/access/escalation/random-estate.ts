import * as fc from 'fast-check';
import type { EscalationEstate } from './escalation-case.ts';

const people = ['ann', 'bob', 'eve'];
const groups = ['helpers', 'admins'];
const identities = ['web', 'deployer'];
const scopes = ['prod', 'prod/app', 'prod/ops', 'other'];
const condition =
  "!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'}) OR @Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAllValues:GuidNotEquals {{role:Owner}, {role:User Access Administrator}, {role:Role Based Access Control Administrator}}";

const place = fc.constantFrom(...scopes);
const principal = fc.constantFrom(...people, ...groups, ...identities);
const role = fc.constantFrom(
  'Owner',
  'Contributor',
  'Reader',
  'User Access Administrator',
  'Role Based Access Control Administrator',
  'Virtual Machine Contributor',
  'Managed Identity Operator',
  'Role author',
  'Key Vault Secrets User',
);

const assignment = fc.oneof(
  fc.record({ role, to: principal, at: place }),
  fc.record({
    role: fc.constant('Role Based Access Control Administrator'),
    to: principal,
    at: place,
    condition: fc.constant(condition),
  }),
);

/** One more assignment. */
export const oneAssignment: typeof assignment = assignment;

/** One more deny assignment. */
export const oneDenial = fc.record({
  actions: fc.constantFrom(
    ['*/write'],
    ['Microsoft.Authorization/*'],
    ['Microsoft.Compute/*'],
    ['Microsoft.ManagedIdentity/*'],
  ),
  to: fc.oneof(
    fc.constant(['everyone']),
    fc.constantFrom(...people, ...groups).map((one) => [one]),
  ),
  at: place,
});

/** Small estates with machines, identities, groups, directory roles and eligible assignments. */
export const someEstate: fc.Arbitrary<EscalationEstate> = fc.record({
  users: fc.constant(people),
  identities: fc.constant({ web: true, deployer: true }),
  groups: fc.record({
    helpers: fc.subarray(people, { maxLength: 2 }),
    admins: fc.subarray([...people, 'helpers'], { maxLength: 2 }),
  }),
  owners: fc.record({ admins: fc.subarray(people, { maxLength: 1 }) }),
  roles: fc.constant({
    'Role author': {
      permissions: [{ actions: ['Microsoft.Authorization/roleDefinitions/*'] }],
      assignableScopes: ['/subscriptions/prod'],
    },
  }),
  resources: fc.constant({
    'prod/app/Microsoft.Compute/virtualMachines/web': { identities: ['web'] },
    'prod/ops/Microsoft.ManagedIdentity/userAssignedIdentities/deployer': { identities: ['deployer'] },
    'prod/app/Microsoft.KeyVault/vaults/keys': { enableRbacAuthorization: true },
  }),
  assignments: fc.array(assignment, { minLength: 1, maxLength: 5 }),
  eligible: fc.array(fc.record({ role, to: fc.constantFrom(...people), at: place }), { maxLength: 1 }),
  directory: fc.array(
    fc.record({
      role: fc.constantFrom('Password Administrator', 'Groups Administrator', 'Directory Readers'),
      to: fc.constantFrom(...people),
    }),
    { maxLength: 1 },
  ),
  denials: fc.array(oneDenial, { maxLength: 1 }),
});
