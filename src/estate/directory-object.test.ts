import { describe, expect, it } from 'vitest';
import type { ValueObject } from '../kernel/index.ts';
import { readDirectoryObject } from './directory-object.ts';

const graph = 'https://graph.microsoft.com/v1.0/$metadata#';

describe('readDirectoryObject', () => {
  it.each([
    ['users', 'microsoft.graph.user'],
    ['users(id,displayName)', 'microsoft.graph.user'],
    ['servicePrincipals/$entity', 'microsoft.graph.servicePrincipal'],
    ['identity/conditionalAccess/policies', 'microsoft.graph.conditionalAccessPolicy'],
    ['conditionalAccess/policies', 'microsoft.graph.conditionalAccessPolicy'],
    ['policies/conditionalAccessPolicies', 'microsoft.graph.conditionalAccessPolicy'],
    ['roleManagement/directory/roleAssignments', 'microsoft.graph.unifiedRoleAssignment'],
    ['policies/authorizationPolicy', 'microsoft.graph.authorizationPolicy'],
    ['somethingNew', 'microsoft.graph.somethingNew'],
  ])('names what an answer of %s holds', (set, type) => {
    expect(readDirectoryObject({ id: '1' }, `${graph}${set}`)).toEqual({ type, id: '1', body: { id: '1' } });
  });

  it('trusts what an object says of itself over what its answer says', () => {
    const member = { '@odata.type': '#microsoft.graph.group', id: '1' };
    expect(readDirectoryObject(member, `${graph}directoryObjects`)?.type).toBe('microsoft.graph.group');
    const single = { '@odata.context': `${graph}devices/$entity`, deviceId: '2' };
    expect(readDirectoryObject(single, undefined)).toMatchObject({ type: 'microsoft.graph.device', id: '2' });
  });

  it.each<[string, ValueObject]>([
    ['user', { id: '1', userPrincipalName: 'ada@contoso.example' }],
    ['group', { id: '1', securityEnabled: true, mailEnabled: false }],
    ['servicePrincipal', { id: '1', appId: '2', servicePrincipalType: 'Application' }],
    ['application', { id: '1', appId: '2', signInAudience: 'AzureADMyOrg' }],
    ['directoryRole', { id: '1', roleTemplateId: '2', displayName: 'Global Reader' }],
    ['conditionalAccessPolicy', { id: '1', grantControls: null, conditions: {}, state: 'enabled' }],
    ['unifiedRoleAssignment', { id: '1', principalId: '2', roleDefinitionId: '3', directoryScopeId: '/' }],
  ])('knows a %s by its properties, as az prints it', (type, item) => {
    expect(readDirectoryObject(item, undefined)?.type).toBe(`microsoft.graph.${type}`);
  });

  it('reads what AzureHound collects', () => {
    const data = { objectId: '00000000-0000-0000-0000-000000000007', displayName: 'Ada' };
    expect(readDirectoryObject({ kind: 'AZUser', data }, undefined)).toEqual({
      type: 'AZUser',
      id: data.objectId,
      body: data,
    });
    expect(readDirectoryObject({ kind: 'AZGroupMember', data: { groupId: 'g' } }, undefined)?.id).toBe('g');
    expect(readDirectoryObject({ kind: 'AZOther', data: { a: 1 } }, undefined)?.id).toBe('');
  });

  it.each<[string, ValueObject]>([
    ['another kind', { kind: 'StorageV2', data: {} }],
    ['a resource', { id: '/subscriptions/x', userPrincipalName: 'x' }],
    ['an unknown object', { id: '1', name: 'x' }],
    ['an answer of another host', { '@odata.context': 'https://contoso.example/$metadata#users', id: '1' }],
  ])('reads nothing in %s', (_, item) => {
    expect(readDirectoryObject(item, undefined)).toBeUndefined();
  });
});
