import { describe, expect, it } from 'vitest';
import type { Value } from '../../../kernel/index.ts';
import { templateOf } from '../types/template.case.ts';

type Resource = Record<string, Value>;

/** The resources of a template, by symbolic name or in their order. */
function resourcesOf(text: string): Resource[] {
  const { resources } = templateOf(text);
  return Object.values(resources ?? {}) as Resource[];
}

const last = (text: string) => resourcesOf(text).at(-1);

describe('where a resource goes', () => {
  const account = (scope: string) => `
resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: 'account'
  ${scope}
}
output id string = account.id`;
  const idOf = (targetScope: string, scope: string) => {
    const { outputs } = templateOf(`targetScope = '${targetScope}'\n${account(scope)}`);
    return (outputs as Record<string, { value: Value }>).id?.value;
  };

  it.each([
    ['resourceGroup', '', "[resourceId('Microsoft.Storage/storageAccounts', 'account')]"],
    ['subscription', '', "[subscriptionResourceId('Microsoft.Storage/storageAccounts', 'account')]"],
    ['tenant', '', "[tenantResourceId('Microsoft.Storage/storageAccounts', 'account')]"],
    [
      'managementGroup',
      '',
      "[extensionResourceId(managementGroup().id, 'Microsoft.Storage/storageAccounts', 'account')]",
    ],
    [
      'resourceGroup',
      "scope: resourceGroup('other')",
      "[extensionResourceId(format('/subscriptions/{0}/resourceGroups/{1}', subscription().subscriptionId, 'other'), 'Microsoft.Storage/storageAccounts', 'account')]",
    ],
    [
      'subscription',
      "scope: resourceGroup('sub', 'other')",
      "[extensionResourceId(format('/subscriptions/{0}/resourceGroups/{1}', 'sub', 'other'), 'Microsoft.Storage/storageAccounts', 'account')]",
    ],
    [
      'tenant',
      "scope: subscription('sub')",
      "[subscriptionResourceId('sub', 'Microsoft.Storage/storageAccounts', 'account')]",
    ],
    [
      'subscription',
      "scope: managementGroup('root')",
      "[extensionResourceId(tenantResourceId('Microsoft.Management/managementGroups', 'root'), 'Microsoft.Storage/storageAccounts', 'account')]",
    ],
    [
      'resourceGroup',
      'scope: tenant()',
      "[tenantResourceId('Microsoft.Storage/storageAccounts', 'account')]",
    ],
  ])('from a %s with `%s` decides its id', (targetScope, scope, id) => {
    expect(idOf(targetScope, scope)).toBe(id);
  });

  it('is the resource that it extends', () => {
    const text = `
resource group 'Microsoft.Network/networkSecurityGroups@2023-09-01' = {
  name: 'nsg'
  location: 'westeurope'
}
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  scope: group
  properties: { level: 'CanNotDelete' }
}`;
    expect(last(text)).toMatchObject({
      scope: "[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')]",
      name: 'keep',
      dependsOn: ["[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')]"],
    });
  });
});

describe('the name of a child', () => {
  const network = `
param names array
resource network 'Microsoft.Network/virtualNetworks@2023-09-01' = {
  name: 'hub'
`;
  it('has the names of those that it is in, nested or by parent', () => {
    const nested = resourcesOf(`${network}
  resource apps 'subnets' = {
    name: 'apps'
  }
}`);
    expect(nested.map(({ type, name }) => [type, name])).toContainEqual([
      'Microsoft.Network/virtualNetworks/subnets',
      "[format('{0}/{1}', 'hub', 'apps')]",
    ]);
    const byParent = last(`${network}}
resource apps 'Microsoft.Network/virtualNetworks/subnets@2023-09-01' = {
  parent: network
  name: 'apps'
}`);
    expect(byParent?.name).toBe("[format('{0}/{1}', 'hub', 'apps')]");
  });

  it('has that of one turn of a loop where the parent is one', () => {
    const text = `param names array
resource networks 'Microsoft.Network/virtualNetworks@2023-09-01' = [for name in names: {
  name: 'vnet-\${name}'
}]
resource apps 'Microsoft.Network/virtualNetworks/subnets@2023-09-01' = [for (name, at) in names: {
  parent: networks[at]
  name: 'apps'
}]`;
    expect(last(text)).toMatchObject({
      name: "[format('{0}/{1}', format('vnet-{0}', parameters('names')[copyIndex()]), 'apps')]",
      dependsOn: [
        "[resourceId('Microsoft.Network/virtualNetworks', format('vnet-{0}', parameters('names')[copyIndex()]))]",
      ],
    });
  });

  it('is taken apart where the parent has a name of several parts', () => {
    const text = `
resource database 'Microsoft.Sql/servers/databases@2023-08-01' existing = {
  name: 'server/data'
}
output id string = database.id`;
    const { outputs } = templateOf(text);
    expect(outputs).toMatchObject({
      id: {
        value:
          "[resourceId('Microsoft.Sql/servers/databases', split('server/data', '/')[0], split('server/data', '/')[1])]",
      },
    });
  });
});

describe('a condition', () => {
  it('holds for what is declared in the body, too', () => {
    const text = `
param outer bool
param inner bool
resource network 'Microsoft.Network/virtualNetworks@2023-09-01' = if (outer) {
  name: 'hub'
  resource apps 'subnets' = if (inner) {
    name: 'apps'
  }
}`;
    expect(resourcesOf(text).map((one) => one.condition)).toEqual([
      "[parameters('outer')]",
      "[and(parameters('outer'), parameters('inner'))]",
    ]);
  });
});

describe('what a resource waits for', () => {
  const dependsOn = (text: string) => last(text)?.dependsOn;
  const one = `
resource one 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'one'
}`;
  const two = (value: string, rest = '') => `
resource two 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'two'
  tags: { of: ${value} }
  ${rest}
}`;

  it.each([
    ['what it uses', `${one}${two('one.id')}`],
    ['what a variable of it uses', `${one}\nvar id = one.id\nvar same = id${two('same')}`],
    ['what it is told to', `${one}${two("'x'", 'dependsOn: [ one ]')}`],
  ])('is %s', (_, text) => {
    expect(dependsOn(text)).toEqual(["[resourceId('Microsoft.Storage/storageAccounts', 'one')]"]);
  });

  it('is what an existing resource that it uses is found by', () => {
    const text = `${one}
resource services 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' existing = {
  parent: one
  name: 'default'
}${two('services.id')}`;
    expect(dependsOn(text)).toEqual(["[resourceId('Microsoft.Storage/storageAccounts', 'one')]"]);
  });

  it('is nothing for a resource that uses none', () => {
    expect(dependsOn(two("'x'"))).toBeUndefined();
  });

  it('is one turn of a loop by its index, and all of it where the index is of an inner loop', () => {
    const loop = `param names array
resource one 'Microsoft.Storage/storageAccounts@2023-05-01' = [for name in names: {
  name: name
}]`;
    expect(dependsOn(`${loop}${two('one[1].id')}`)).toEqual([
      "[resourceId('Microsoft.Storage/storageAccounts', parameters('names')[1])]",
    ]);
    expect(dependsOn(`${loop}${two('map(range(0, 2), at => one[at].id)')}`)).toEqual(['one']);
  });
});

describe('values of the running deployment', () => {
  it('are written out where a variable holds them', () => {
    const text = `
resource one 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: 'one'
}
var endpoint = one.properties.primaryEndpoints.blob
var both = { endpoint: endpoint, fixed: 'x' }
output x object = both`;
    const { variables, outputs } = templateOf(text);
    expect(variables).toBeUndefined();
    expect(outputs).toMatchObject({
      x: {
        value: {
          endpoint:
            "[reference(resourceId('Microsoft.Storage/storageAccounts', 'one'), '2023-05-01').primaryEndpoints.blob]",
          fixed: 'x',
        },
      },
    });
  });

  it('are not what the declaration says itself', () => {
    const text = `
resource one 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: 'one'
}
var id = one.id
output x string = id`;
    expect(templateOf(text).variables).toEqual({
      id: "[resourceId('Microsoft.Storage/storageAccounts', 'one')]",
    });
  });
});

describe('decorators of a resource', () => {
  it('say how its loop goes on, and how it is deployed', () => {
    const text = `param names array
@batchSize(2)
@description('One for each.')
@onlyIfNotExists()
resource one 'Microsoft.Storage/storageAccounts@2023-05-01' = [for name in names: {
  name: name
}]`;
    expect(last(text)).toMatchObject({
      copy: { name: 'one', count: "[length(parameters('names'))]", mode: 'serial', batchSize: 2 },
      '@options': { onlyIfNotExists: [] },
      metadata: { description: 'One for each.' },
    });
  });
});
