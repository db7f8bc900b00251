import { expect, it } from 'vitest';
import { estateObjectKind } from './estate-object-kind.ts';

it.each([
  ['Microsoft.Management/managementGroups', 'scope'],
  ['microsoft.resources/subscriptions', 'scope'],
  ['microsoft.resources/subscriptions/resourcegroups', 'scope'],
  ['Microsoft.Resources/resourceGroups', 'scope'],
  ['Microsoft.Authorization/policyAssignments', 'governance'],
  ['MICROSOFT.AUTHORIZATION/POLICYEXEMPTIONS', 'governance'],
  ['Microsoft.PolicyInsights/attestations', 'governance'],
  ['Microsoft.Authorization/roleAssignments', 'identity'],
  ['microsoft.authorization/roledefinitions', 'identity'],
  ['Microsoft.Authorization/denyAssignments', 'identity'],
  [undefined, 'identity'],
  ['Microsoft.Authorization/locks', 'resource'],
  ['Microsoft.Resources/deployments', 'resource'],
  ['Microsoft.Storage/storageAccounts', 'resource'],
])('an object of type %s is a %s', (type, kind) => {
  const object = type === undefined ? { id: 'x' } : { id: 'x', type };
  expect(estateObjectKind(object)).toBe(kind);
  expect(Object.keys(object)).toEqual(type === undefined ? ['id'] : ['id', 'type']);
});
