import { describe, expect, it } from 'vitest';
import { memoryEstate } from '../../estate/index.ts';
import type { Value } from '../../kernel/index.ts';
import { GrantChecker } from '../assignment/index.ts';
import { smallFacts, smallId } from './access.case.ts';
import { readAccess } from './read-access.ts';

const alice = smallId('principal', 'alice').toUpperCase();
const reader = smallId('role', 'Reader').toUpperCase();
const vault = '/SUBSCRIPTIONS/SUB-A/RESOURCEGROUPS/RG/PROVIDERS/MICROSOFT.KEYVAULT/VAULTS/KV';
const assigned = {
  id: `${vault}/PROVIDERS/MICROSOFT.AUTHORIZATION/ROLEASSIGNMENTS/1`,
  name: '1',
  type: 'Microsoft.Authorization/roleAssignments',
  properties: {
    principalId: alice,
    roleDefinitionId: `/SUBSCRIPTIONS/SUB-A/PROVIDERS/MICROSOFT.AUTHORIZATION/ROLEDEFINITIONS/${reader}`,
    scope: vault,
  },
};

async function read(...objects: readonly Value[]) {
  return readAccess(memoryEstate(objects, '2026-11-01T00:00:00Z').estate, smallFacts);
}

describe('role assignments of Azure', () => {
  it.each<[string, Value]>([
    [
      // The vault stands under the name of a virtual machine.
      'AZKeyVaultRoleAssignment',
      { virtualMachineId: vault, roleAssignments: [{ virtualMachineId: vault, roleAssignment: assigned }] },
    ],
    ['AZKeyVaultOwner', { keyVaultId: vault, owners: [{ keyVaultId: vault, owner: assigned }] }],
    [
      'AZVMScaleSetRoleAssignment',
      {
        objectId: vault,
        assignees: [{ assignee: assigned, objectId: vault, roleDefinitionId: reader }],
      },
    ],
    [
      'AZVMAvereContributor',
      { virtualMachineId: vault, avereContributors: [{ avereContributor: assigned }] },
    ],
    [
      'AZResourceGroupUserAccessAdmin',
      { resourceGroupId: vault, userAccessAdmins: [{ userAccessAdmin: assigned }] },
    ],
  ])('are read from %s', async (kind, data) => {
    const { azure, unread } = await read({ kind, data });
    expect(azure.all).toMatchObject([
      { role: reader.toLowerCase(), principalId: alice, scope: vault, kind: 'assigned' },
    ]);
    expect(unread).toEqual([]);
  });

  it('may have a condition that was not collected, unless another export shows them', async () => {
    const entry = { kind: 'AZKeyVaultOwner', data: { keyVaultId: vault, owners: [{ owner: assigned }] } };
    const answer = async (...objects: readonly Value[]) => {
      const { azure, roles } = await read(...objects);
      const facts = { action: 'microsoft.keyvault/vaults/read', subOperation: null };
      const checker = new GrantChecker(roles, { action: facts.action, plane: 'control', facts });
      return azure.all.map((one) => checker.check(one).truth);
    };
    expect(await answer(entry)).toMatchObject([
      { kind: 'unknown', gaps: [{ source: 'roleAssignments', about: assigned.id }] },
    ]);
    expect(await answer(entry, assigned)).toEqual([{ kind: 'yes' }]);
    expect(await answer(assigned, entry)).toEqual([{ kind: 'yes' }]);
  });
});

describe('roles of the directory', () => {
  const role = smallId('role', 'app admin').toUpperCase();
  const of = (directoryScopeId: string, directoryScope: Value): Value => ({
    kind: 'AZRoleAssignment',
    data: {
      roleDefinitionId: role,
      tenantId: 'T',
      roleAssignments: [
        { id: 'a1', roleDefinitionId: role, principalId: alice, directoryScopeId, directoryScope },
      ],
    },
  });

  it.each<[string, string, Value, string]>([
    ['the tenant', '/', { id: '' }, '/'],
    ['the tenant, spelled out', '/', { id: 't', '@odata.type': '#microsoft.graph.organization' }, '/'],
    ['an administrative unit', '/', { id: 'unit' }, '/administrativeUnits/unit'],
    ['an application', '/CLIENT', { id: 'app', appId: 'client' }, '/app'],
  ])('are for %s', async (_, id, scope, expected) => {
    const { directory } = await read(of(id, scope));
    expect(directory.all.map((one) => one.scope)).toEqual([expected]);
  });

  it('are defined when they are of the tenant; of built-in ones inherited permissions are left out', async () => {
    const rolePermissions = [{ allowedResourceActions: ['microsoft.directory/users/basic/update'] }];
    const custom = { id: role, displayName: 'HELPERS', isEnabled: true, rolePermissions, tenantId: 'T' };
    const builtIn = { ...custom, id: smallId('role', 'other'), isBuiltIn: true };
    const { directoryRoles } = await read(
      { kind: 'AZRole', data: custom },
      { kind: 'AZRole', data: builtIn },
    );
    expect(directoryRoles.find(role.toLowerCase())?.permissions).toHaveLength(1);
    expect(directoryRoles.find(builtIn.id)).toBeUndefined();
  });

  it('are eligible, with what activation asks for', async () => {
    const { directory, activation } = await read(
      {
        kind: 'AZRoleEligibilityScheduleInstance',
        data: { id: 'E', roleDefinitionId: role, principalId: alice, directoryScopeId: '/', tenantId: 'T' },
      },
      {
        kind: 'AZRoleManagementPolicyAssignment',
        data: {
          id: 'DIRECTORY_1',
          policyId: 'Directory_1',
          scopeId: '/',
          scopeType: 'Directory',
          roleDefinitionId: role,
          policy: {
            id: 'Directory_1',
            rules: [
              {
                '@odata.type': '#microsoft.graph.unifiedRoleManagementPolicyEnablementRule',
                id: 'Enablement_EndUser_Assignment',
                enabledRules: ['MultiFactorAuthentication'],
              },
            ],
          },
          endUserAssignmentRequiresMFA: true,
          tenantId: 'T',
        },
      },
    );
    const [eligible] = directory.all;
    expect(eligible).toMatchObject({ kind: 'eligible', scope: '/' });
    expect(activation.of(eligible?.role ?? '', '/')).toMatchObject({ needsMfa: true, needsApproval: false });
  });
});

it('finds the application that owners and federated credentials are of by its application id', async () => {
  const { directoryFacts } = await read(
    {
      kind: 'AZAppOwner',
      data: { appId: 'CLIENT', owners: [{ appId: 'APP', owner: { id: alice } }] },
    },
    {
      kind: 'AZFederatedIdentityCredential',
      data: {
        appId: 'CLIENT',
        tenantId: 'T',
        fics: [
          {
            appId: 'CLIENT',
            fic: {
              id: 'F',
              name: 'main',
              issuer: 'https://token.contoso.example',
              subject: 'repo:contoso/shop',
            },
          },
        ],
      },
    },
    { kind: 'AZApp', data: { id: 'APP', appId: 'CLIENT', displayName: 'SHOP', tenantId: 'T' } },
  );
  expect(directoryFacts.ownerships).toEqual([{ ownerId: alice, ownedId: 'APP', of: 'application' }]);
  expect(directoryFacts.credentials).toMatchObject([
    { objectId: 'APP', kind: 'federated', id: 'F', subject: 'repo:contoso/shop' },
  ]);
});
