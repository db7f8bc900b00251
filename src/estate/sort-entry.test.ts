import { describe, expect, it } from 'vitest';
import type { Value } from '../kernel/index.ts';
import { group, idOf, managementGroup, storageAccount, subscription } from './azure-objects.case.ts';
import { sortEntry } from './sort-entry.ts';

const corp = managementGroup('corp');

function kindsOf(item: Value): string[] {
  return sortEntry(item).map((part) => (part.is === 'governance' ? part.kind : part.is));
}

describe('sortEntry', () => {
  it.each<[string, Value, string[]]>([
    ['a resource', storageAccount('a'), ['resource']],
    ['a resource group', { id: group, location: 'westeurope' }, ['scope', 'resource']],
    ['a subscription', { id: subscription, displayName: 'Shop' }, ['scope', 'resource']],
    ['a management group', { id: corp, properties: {} }, ['scope']],
    ['a subscription of a group', { id: `${corp}/subscriptions/x`, properties: {} }, ['scope']],
    [
      'an assignment',
      { id: `${corp}/providers/Microsoft.Authorization/policyAssignments/a` },
      ['assignment'],
    ],
    ['a definition', { id: '/providers/microsoft.authorization/policydefinitions/a' }, ['definition']],
    ['an initiative', { id: '/providers/Microsoft.Authorization/policySetDefinitions/a' }, ['initiative']],
    ['an exemption', { id: idOf('Microsoft.Authorization/policyExemptions', 'a') }, ['exemption']],
    ['an enrollment', { id: idOf('Microsoft.Authorization/policyEnrollments', 'a') }, ['enrollment']],
    ['an attestation', { id: idOf('Microsoft.PolicyInsights/attestations', 'a') }, ['attestation']],
    [
      'a role assignment',
      { id: idOf('Microsoft.Authorization/roleAssignments', 'a'), properties: {} },
      ['object', 'resource'],
    ],
    ['a user', { id: 'u', userPrincipalName: 'ada@contoso.example' }, ['object']],
    ['what Azure Policy found', { id: idOf('Microsoft.PolicyInsights/policyStates', 'a') }, ['leftOut']],
    ['a price', { productName: 'Storage', unitPrice: 1 }, []],
    ['a text', 'x', []],
    ['null', null, []],
  ])('knows %s', (_, item, kinds) => {
    expect(kindsOf(item)).toEqual(kinds);
  });

  it('keeps fields that nobody knows yet', () => {
    const item = { ...storageAccount('a'), somethingOfNextYear: { a: [1] } };
    expect(sortEntry(structuredClone(item))[0]).toMatchObject({ body: item });
  });
});
