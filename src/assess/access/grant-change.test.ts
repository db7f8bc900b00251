import { describe, expect, it } from 'vitest';
import { readAccess } from '../../access/index.ts';
import { memoryEstate } from '../../estate/index.ts';
import type { Grant } from '../../kernel/index.ts';
import { estateGrantFacts } from './estate-grant-facts.ts';
import { assignmentOf, grantFacts, grantsIn, roleGuid, vault, webApp } from './grants.case.ts';

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001';
const group = `${subscription}/resourceGroups/rg-shop`;
const person = '00000000-0000-0000-0000-0000000000a1';
const identity = '00000000-0000-0000-0000-0000000000a2';
const target = { subscriptionId: subscription.slice(15), resourceGroup: 'rg-shop' };

const people = [
  {
    '@odata.type': '#microsoft.graph.user',
    id: person,
    displayName: 'Kim Berg',
    userPrincipalName: 'kim@contoso.example',
    transitiveMemberOf: [],
  },
];
const held = (role: string, principalId: string) => ({
  id: `${group}/providers/Microsoft.Authorization/roleAssignments/00000000-0000-0000-0000-0000000000${role.length}`,
  type: 'Microsoft.Authorization/roleAssignments',
  properties: {
    roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleGuid(role)}`,
    principalId,
    principalType: 'User',
    scope: group,
  },
});
const app = {
  id: `${group}/providers/Microsoft.Web/sites/app-shop`,
  type: 'Microsoft.Web/sites',
  name: 'app-shop',
  identity: { type: 'SystemAssigned', principalId: identity },
  properties: {},
};

async function grantIn(estate: readonly object[], resources: readonly object[]): Promise<Grant | undefined> {
  const facts = {
    role: grantFacts.roles,
    directoryRole: () => undefined,
    isDataAction: () => false,
  };
  const { estate: read } = memoryEstate(estate as never, '2026-06-15T00:00:00Z');
  const model = await readAccess(read, facts);
  return grantsIn(resources, {}, estateGrantFacts(model, grantFacts.roles), 'deployment', target)[0];
}

describe('a grant beside the estate that is deployed to', () => {
  const toPerson = (role: string) => [
    assignmentOf(role, { principalId: person, principalType: 'User' }, { scope: undefined }),
  ];

  it.each([
    ['Contributor', 'Reader', 'held'],
    ['Reader', 'Contributor', 'wider'],
    ['Storage Blob Data Reader', 'Key Vault Secrets User', 'new'],
  ])('says of one who has %s and gets %s that it is %s', async (has, gets, change) => {
    const grant = await grantIn([...people, held(has, person)], toPerson(gets));
    expect(grant?.change).toBe(change);
    expect(grant?.principal.text).toBe('the user Kim Berg');
  });

  it('knows an identity by its resource', async () => {
    const grant = await grantIn([app, held('Reader', identity)], [vault, webApp, assignmentOf('Reader')]);
    expect(grant?.change).toBe('held');
  });

  it('calls everything new for an identity that the deployment makes', async () => {
    const other = { ...app, id: `${group}/providers/Microsoft.Web/sites/other`, name: 'other' };
    const grant = await grantIn([other, held('Reader', person)], [vault, webApp, assignmentOf('Reader')]);
    expect(grant?.change).toBe('new');
  });

  it.each([
    ['no role assignments were exported', [people[0]]],
    ['nobody has said who that is', [held('Reader', identity)]],
    ['its groups are not known', [{ ...people[0], transitiveMemberOf: undefined }, held('Reader', person)]],
  ])('does not know it where %s', async (_, estate) => {
    const grant = await grantIn(estate as object[], toPerson('Key Vault Secrets User'));
    expect(grant?.change).toBe('unknown');
  });
});
