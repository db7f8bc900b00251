import { describe, expect, it } from 'vitest';
import { checked, templateOf } from '../assess.case.ts';
import { grantFacts, grantsIn, roleGuid } from './grants.case.ts';

const role = (name: string) =>
  `[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${roleGuid(name)}')]`;
const app = (name: string, rest: object = {}) => ({
  type: 'Microsoft.Web/sites',
  apiVersion: '2023-12-01',
  name,
  identity: { type: 'SystemAssigned' },
  properties: {},
  ...rest,
});
const assignment = (name: string, principalId: string, rest: object = {}) => ({
  type: 'Microsoft.Authorization/roleAssignments',
  apiVersion: '2022-04-01',
  name,
  properties: { principalId, roleDefinitionId: role('Reader') },
  ...rest,
});

/** What the templates that Bicep makes name by symbols, modules and loops. */
describe('grants of symbolic names', () => {
  const texts = (resources: object) => {
    const document = templateOf(resources as never, { languageVersion: '2.0' });
    return checked(document, [], { grants: grantFacts }).report.grants?.map(
      ({ principal }) => principal.text,
    );
  };

  it('follow a symbol, an iteration of a loop and an existing resource', () => {
    const found = texts({
      app: app('app-shop'),
      apps: app("[format('app-{0}', copyIndex())]", { copy: { name: 'apps', count: 2 } }),
      shared: {
        existing: true,
        type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
        apiVersion: '2023-01-31',
        name: 'id-shared',
        resourceGroup: 'rg-other',
      },
      a: assignment('a', "[reference('app', '2023-12-01', 'full').identity.principalId]"),
      b: assignment('b', "[reference('apps[1]', '2023-12-01', 'full').identity.principalId]"),
      c: assignment('c', "[reference('shared').principalId]"),
    });
    expect(found).toEqual([
      'the web app app-shop (system identity)',
      'the web app app-1 (system identity)',
      'the managed identity id-shared',
    ]);
  });

  it('follow the output of a module, and say who uses the identity', () => {
    const identityId = "resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-deploy')";
    const inner = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      resources: [
        {
          type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
          apiVersion: '2023-01-31',
          name: 'id-deploy',
        },
      ],
      outputs: {
        principalId: { type: 'string', value: `[reference(${identityId}, '2023-01-31').principalId]` },
      },
    };
    const [grant] = grantsIn([
      {
        type: 'Microsoft.Resources/deployments',
        apiVersion: '2022-09-01',
        name: 'identity',
        properties: { mode: 'Incremental', expressionEvaluationOptions: { scope: 'inner' }, template: inner },
      },
      app('app-shop', {
        identity: { type: 'UserAssigned', userAssignedIdentities: { [`[${identityId}]`]: {} } },
      }),
      assignment('a', "[reference('identity').outputs.principalId.value]"),
    ]);
    expect(grant?.principal).toMatchObject({
      text: 'the managed identity id-deploy',
      usedBy: ['the web app app-shop'],
    });
  });

  it('say where they are, of whatever kind the scope is', () => {
    const of = (rest: object) =>
      grantsIn([assignment('a', '00000000-0000-0000-0000-000000000001', rest)])[0]?.scope.text;
    expect(of({ scope: "[resourceId('rg-shared', 'Microsoft.KeyVault/vaults', 'kv-shared')]" })).toBe(
      'the key vault kv-shared',
    );
    expect(of({ scope: 'Microsoft.Storage/storageAccounts/stshop' })).toBe('the storage account stshop');
    expect(
      of({
        type: 'Microsoft.Storage/storageAccounts/providers/roleAssignments',
        name: 'stshop/Microsoft.Authorization/a',
      }),
    ).toBe('the storage account stshop');
  });
});
