import { describe, expect, it } from 'vitest';
import { memoryEstate } from '../../estate/index.ts';
import type { Value } from '../../kernel/index.ts';
import { readRoleDefinition } from '../role/index.ts';
import { smallAccess, smallFacts, smallId } from './access.case.ts';
import { readAccess } from './read-access.ts';

const now = '2026-11-01T00:00:00Z';
const alice = smallId('principal', 'alice');
const web = smallId('principal', 'web');
const reader = smallId('role', 'Reader');
const sub = '/subscriptions/sub-a';

async function read(...objects: readonly Value[]) {
  return readAccess(memoryEstate(objects, now).estate, smallFacts);
}

describe('role assignments', () => {
  const expected = { role: reader, principalId: alice, scope: sub, realm: 'azure', kind: 'assigned' };
  const properties = {
    roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${reader}`,
    principalId: alice,
    scope: sub,
  };
  const id = `${sub}/providers/Microsoft.Authorization/roleAssignments/1`;

  it.each([
    [
      'of Azure Resource Manager',
      { id, name: '1', type: 'Microsoft.Authorization/roleAssignments', properties },
    ],
    [
      'of Resource Graph',
      {
        id: id.toLowerCase(),
        type: 'microsoft.authorization/roleassignments',
        tenantId: 't',
        properties: { ...properties, condition: null },
      },
    ],
    [
      'of az',
      {
        id,
        name: '1',
        type: 'Microsoft.Authorization/roleAssignments',
        ...properties,
        principalName: 'alice',
        roleDefinitionName: 'Reader',
        resourceGroup: '',
      },
    ],
    [
      'of AzureHound',
      {
        kind: 'AZSubscriptionRoleAssignment',
        data: {
          subscriptionId: sub,
          roleAssignments: [{ subscriptionId: sub, roleAssignment: { id, name: '1', properties } }],
        },
      },
    ],
  ])('%s', async (_, object) => {
    const { azure, seen, principals } = await read(object);
    expect(azure.all).toMatchObject([expected]);
    expect(seen.has('roleAssignments')).toBe(true);
    expect(principals.at(azure.principals[0] ?? -1)).toMatchObject({ id: alice, isListed: false });
  });

  it('takes the scope from the id where nothing else has it', async () => {
    const { scope: _, ...rest } = properties;
    const { azure } = await read({ id, type: 'Microsoft.Authorization/roleAssignments', properties: rest });
    expect(azure.all.map(({ scope }) => scope)).toEqual([sub]);
  });

  it('are joined with the schedules they come from, and those alone stand for themselves', async () => {
    const instance = (name: string, origin: string) => ({
      id: `${sub}/providers/Microsoft.Authorization/roleAssignmentScheduleInstances/${name}`,
      type: 'Microsoft.Authorization/roleAssignmentScheduleInstances',
      properties: {
        ...properties,
        assignmentType: 'Activated',
        endDateTime: '2026-11-02T00:00:00Z',
        originRoleAssignmentId: origin,
      },
    });
    const { azure } = await read(
      { id, type: 'Microsoft.Authorization/roleAssignments', properties },
      instance('a', id.toUpperCase()),
      instance('b', `${id}9`),
    );
    expect(azure.all.map(({ id: one, kind, end }) => [one.split('/').at(-1), kind, end])).toEqual([
      ['1', 'activated', '2026-11-02T00:00:00Z'],
      ['b', 'activated', '2026-11-02T00:00:00Z'],
    ]);
  });
});

describe('the directory', () => {
  const graph = (type: string, body: Record<string, Value>): Value => ({
    '@odata.type': `#microsoft.graph.${type}`,
    ...body,
  });

  it('has its roles as patterns, for active and eligible assignments', async () => {
    const guid = smallId('role', 'app admin');
    const definition = {
      '@odata.type': '#microsoft.graph.unifiedRoleDefinition',
      id: guid,
      displayName: 'App Admin',
      isBuiltIn: false,
      rolePermissions: [
        {
          allowedResourceActions: [
            'microsoft.directory/applications/allProperties/allTasks',
            'microsoft.directory/users/allProperties/read',
          ],
        },
      ],
    };
    const model = await read(
      definition,
      graph('unifiedRoleAssignment', {
        id: 'a',
        principalId: alice,
        roleDefinitionId: guid,
        directoryScopeId: '/',
      }),
      graph('unifiedRoleEligibilityScheduleInstance', {
        id: 'e',
        principalId: web,
        roleDefinitionId: guid,
        directoryScopeId: '/administrativeUnits/u',
      }),
    );
    expect(model.directory.all.map(({ kind, scope }) => [kind, scope])).toEqual([
      ['assigned', '/'],
      ['eligible', '/administrativeUnits/u'],
    ]);
    expect(model.directoryRoles.find(guid)?.permissions[0]?.actions).toEqual([
      'microsoft.directory/applications/*',
      'microsoft.directory/applications/allProperties/allTasks',
      'microsoft.directory/users/*/read',
      'microsoft.directory/users/allProperties/read',
    ]);
    expect(model.azure.all).toEqual([]);
  });

  it('has applications with owners and credentials, without what is secret', async () => {
    const { directoryFacts } = await read(
      graph('application', {
        id: 'app',
        appId: 'client',
        displayName: 'Shop',
        signInAudience: 'AzureADMyOrg',
        owners: [{ id: alice }],
        passwordCredentials: [
          {
            keyId: 'k',
            displayName: 'ci',
            hint: 'abc',
            secretText: 'not kept',
            endDateTime: '2027-01-01T00:00:00Z',
          },
        ],
        federatedIdentityCredentials: [
          { id: 'f', name: 'main', issuer: 'https://token.contoso.example', subject: 'repo:contoso/shop' },
        ],
      }),
      graph('appRoleAssignment', { id: 'g', principalId: web, resourceId: 'graph', appRoleId: 'r' }),
      graph('oAuth2PermissionGrant', {
        id: 'o',
        clientId: web,
        resourceId: 'graph',
        scope: 'User.Read Mail.Read',
        consentType: 'AllPrincipals',
      }),
    );
    expect(directoryFacts.applications).toEqual([{ id: 'app', appId: 'client', name: 'Shop' }]);
    expect(directoryFacts.ownerships).toEqual([{ ownerId: alice, ownedId: 'app', of: 'application' }]);
    expect(directoryFacts.credentials.map(({ kind, id, issuer }) => [kind, id, issuer])).toEqual([
      ['password', 'k', undefined],
      ['federated', 'f', 'https://token.contoso.example'],
    ]);
    expect(JSON.stringify(directoryFacts.credentials)).not.toMatch(/not kept|abc/);
    expect(directoryFacts.appRoleGrants.map(({ appRoleId }) => appRoleId)).toEqual(['r']);
    expect(directoryFacts.permissionGrants.map(({ scopes }) => scopes)).toEqual([['User.Read', 'Mail.Read']]);
  });

  it('of AzureHound has owners, members and directory roles', async () => {
    const { directoryFacts, directory, principals } = await read(
      {
        kind: 'AZUser',
        data: { id: alice, displayName: 'Alice', userPrincipalName: 'alice@contoso.example' },
      },
      { kind: 'AZGroupOwner', data: { groupId: 'g', owners: [{ groupId: 'g', owner: { id: alice } }] } },
      {
        kind: 'AZRoleAssignment',
        data: {
          roleDefinitionId: 'r',
          tenantId: 't',
          roleAssignments: [{ id: '1', roleDefinitionId: 'r', principalId: alice, directoryScopeId: '/' }],
        },
      },
    );
    expect(principals.named('alice')).toHaveLength(1);
    expect(directoryFacts.ownerships).toEqual([{ ownerId: alice, ownedId: 'g', of: 'group' }]);
    expect(directory.all).toMatchObject([{ role: 'r', principalId: alice, scope: '/', realm: 'directory' }]);
  });
});

describe('resources', () => {
  it('name the identities that they act as', async () => {
    const identity = `${sub}/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-web`;
    const site = `${sub}/resourceGroups/rg/providers/Microsoft.Web/sites/web`;
    const { identities, principals } = await read({
      id: site,
      type: 'Microsoft.Web/sites',
      properties: { a: 1 },
      identity: {
        type: 'SystemAssigned, UserAssigned',
        principalId: web,
        userAssignedIdentities: { [identity]: { principalId: alice, clientId: 'c' } },
      },
    });
    expect(identities.map(({ principalId, identityId }) => [principalId, identityId])).toEqual([
      [web, undefined],
      [alice, identity],
    ]);
    expect(principals.named(identity).map((at) => principals.at(at).id)).toEqual([alice]);
  });

  it('say whether keys open their data, and when that was not seen', async () => {
    const of = (type: string, name: string, properties?: Value): Value => ({
      id: `${sub}/resourceGroups/rg/providers/${type}/${name}`,
      type,
      location: 'westeurope',
      ...(properties === undefined ? {} : { properties }),
    });
    const { resources } = await read(
      of('Microsoft.DocumentDB/databaseAccounts', 'open', {}),
      of('Microsoft.DocumentDB/databaseAccounts', 'closed', { disableLocalAuth: true }),
      of('Microsoft.ContainerRegistry/registries', 'none', {}),
      of('Microsoft.ContainerRegistry/registries', 'admin', { adminUserEnabled: true }),
      of('Microsoft.Storage/storageAccounts', 'bare'),
    );
    expect([...resources.keys.values()].map(({ id, setting }) => [id.split('/').at(-1), setting])).toEqual([
      ['open', 'disableLocalAuth is not true'],
      ['admin', 'adminUserEnabled is not false'],
    ]);
    expect([...resources.bare].map((id) => id.split('/').at(-1))).toEqual(['bare']);
  });
});

it('names what could not be read', async () => {
  const { unread, roles } = await smallAccess({ roles: { odd: { permissions: 7 } } });
  expect(unread.map(({ problem }) => problem)).toEqual([expect.stringContaining('permissions')]);
  expect(roles.find(smallId('role', 'odd'))).toBeUndefined();
  expect(readRoleDefinition({ permissions: 7 })).toHaveProperty('problem');
});

it('takes an empty estate for one of which nothing was seen', async () => {
  const { seen, azure, principals } = await read();
  expect([...seen]).toEqual([]);
  expect([azure.all.length, principals.size]).toEqual([0, 0]);
});
