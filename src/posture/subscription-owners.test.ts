import { expect, it } from 'vitest';
import type { EstateObject } from '../estate/index.ts';
import type { ValueObject } from '../kernel/index.ts';
import { subscriptionOwners } from './subscription-owners.ts';

const owner =
  '/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635';

function assignment(properties: ValueObject): EstateObject {
  const id = `/subscriptions/s/providers/Microsoft.Authorization/roleAssignments/${JSON.stringify(properties)}`;
  return { type: 'Microsoft.Authorization/roleAssignments', id, body: { id, properties }, file: 'a' };
}

function user(id: string, name: string): EstateObject {
  return { type: 'microsoft.graph.user', id, body: { id, userPrincipalName: name }, file: 'a' };
}

const at = (scope: string, principalId: string, principalType = 'User', roleDefinitionId = owner) =>
  assignment({ scope, principalId, principalType, roleDefinitionId });

it('names the people before the groups and the applications', () => {
  const owners = subscriptionOwners([
    at('/subscriptions/S/', 'p3', 'ServicePrincipal'),
    at('/subscriptions/S', 'p2', 'Group'),
    at('/subscriptions/S', 'P1'),
    user('p1', 'ada@contoso.com'),
  ]);
  expect([...owners]).toEqual([['/subscriptions/s', 'ada@contoso.com']]);
});

it('takes the id of a principal that nobody names', () => {
  expect(subscriptionOwners([at('/subscriptions/s', 'p9')]).get('/subscriptions/s')).toBe('p9');
});

it.each([
  ['another role', at('/subscriptions/s', 'p1', 'User', owner.replace('8e3af657', '00000000'))],
  ['a resource group', at('/subscriptions/s/resourceGroups/g', 'p1')],
  ['an assignment without a principal', assignment({ scope: '/subscriptions/s', roleDefinitionId: owner })],
])('does not count %s', (_name, object) => {
  expect(subscriptionOwners([object]).size).toBe(0);
});
