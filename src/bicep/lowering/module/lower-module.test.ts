import { describe, expect, it } from 'vitest';
import type { Value } from '../../../kernel/index.ts';
import { type TestFiles, templateOf } from '../types/template.case.ts';

const files: TestFiles = {
  'store.bicep': `
param name string
@secure()
param key string = ''
param list array = []
output id string = name
@secure()
output secret string = key
`,
  'plain.bicep': 'param name string\noutput id string = name',
  'group.bicep': "targetScope = 'subscription'",
  'compiled.json': JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { name: { type: 'string' } },
    resources: [],
    outputs: { id: { type: 'string', value: "[parameters('name')]" } },
  }),
};

type Deployment = Record<string, Value> & { properties: Record<string, Value> };

function template(text: string) {
  return templateOf(text, files);
}

function modulesOf(text: string): Deployment[] {
  return Object.values(template(text).resources ?? {}) as Deployment[];
}

function outputOf(text: string, expression: string): unknown {
  const { outputs } = template(`${text}\noutput x object = ${expression}`);
  return (outputs as Record<string, { value: unknown }>).x?.value;
}

const named = (path: string, rest = '') => `module m '${path}' = {
  name: 'deploy'
  params: { name: 'a' }
  ${rest}
}`;

describe('a module', () => {
  it('is a nested deployment that sees its own names only', () => {
    expect(modulesOf(named('plain.bicep'))[0]).toMatchObject({
      type: 'Microsoft.Resources/deployments',
      name: 'deploy',
      properties: {
        expressionEvaluationOptions: { scope: 'inner' },
        mode: 'Incremental',
        parameters: { name: { value: 'a' } },
        template: { parameters: { name: { type: 'string' } } },
      },
    });
  });

  it('may be a compiled template', () => {
    expect(modulesOf(named('compiled.json'))[0]?.properties.template).toMatchObject({
      outputs: { id: { type: 'string' } },
    });
  });

  it('has a name made of its symbol where it states none', () => {
    const [single] = modulesOf("module store 'plain.bicep' = {\n  params: { name: 'a' }\n}");
    expect(single?.name).toBe("[format('store-{0}', uniqueString('store', deployment().name))]");
    const [looped] = modulesOf(
      "module store 'plain.bicep' = [for n in range(0, 2): {\n  params: { name: 'a' }\n}]",
    );
    expect(looped?.name).toBe(
      "[format('store-{0}-{1}', copyIndex(), uniqueString('store', deployment().name))]",
    );
  });

  it('that cannot be read is there, and what it deploys is not known', () => {
    expect(modulesOf(named('missing.bicep'))[0]?.properties).toMatchObject({
      templateLink: { id: "[landguard.unknown('the module missing.bicep, which could not be read')]" },
    });
  });

  it.each([
    [
      "scope: subscription('sub')",
      'group.bicep',
      { subscriptionId: 'sub', location: '[resourceGroup().location]' },
    ],
    ['scope: subscription()', 'group.bicep', { subscriptionId: '[subscription().subscriptionId]' }],
    ["scope: resourceGroup('sub', 'rg')", 'plain.bicep', { subscriptionId: 'sub', resourceGroup: 'rg' }],
  ])('with `%s` goes there', (scope, path, expected) => {
    const [module] = modulesOf(`module m '${path}' = {\n  name: 'm'\n  ${scope}\n}`);
    expect(module).toMatchObject(expected);
  });

  it('goes to a group that the same file makes, and waits for it', () => {
    const text = `targetScope = 'subscription'
resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-shop'
  location: 'westeurope'
}
${named('plain.bicep', 'scope: group')}`;
    expect(modulesOf(text)[1]).toMatchObject({
      resourceGroup: 'rg-shop',
      dependsOn: ["[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'rg-shop')]"],
    });
  });
});

describe('what is passed to a module', () => {
  const passed = (value: string) =>
    modulesOf(`param flag bool
param names array
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: 'kv'
}
module m 'store.bicep' = {
  name: 'm'
  params: {
    name: 'a'
    ${value}
  }
}`).at(-1)?.properties.parameters;
  const vault = { keyVault: { id: "[resourceId('Microsoft.KeyVault/vaults', 'kv')]" }, secretName: 'key' };

  it.each([
    ["key: vault.getSecret('key')", { key: { reference: vault } }],
    ["key: vault.getSecret('key', 'v1')", { key: { reference: { ...vault, secretVersion: 'v1' } } }],
    [
      "key: flag ? 'a' : 'b'",
      { key: "[if(parameters('flag'), createObject('value', 'a'), createObject('value', 'b'))]" },
    ],
    [
      "key: flag ? vault.getSecret('key') : ''",
      {
        key: "[if(parameters('flag'), createObject('reference', createObject('keyVault', createObject('id', resourceId('Microsoft.KeyVault/vaults', 'kv')), 'secretName', 'key')), createObject('value', ''))]",
      },
    ],
    [
      'list: [for name in names: { name: name }]',
      {
        list: {
          copy: [
            {
              name: 'value',
              count: "[length(parameters('names'))]",
              input: "[createObject('name', parameters('names')[copyIndex('value')])]",
            },
          ],
        },
      },
    ],
  ])('%s', (value, expected) => {
    expect(passed(value)).toMatchObject(expected);
  });
});

describe('what a module answers', () => {
  it.each([
    [
      'plain.bicep',
      'm.outputs.id',
      "[reference(resourceId('Microsoft.Resources/deployments', 'deploy'), '2025-04-01').outputs.id.value]",
    ],
    ['plain.bicep', 'm.name', 'deploy'],
    ['store.bicep', 'm.outputs.id', "[reference('m').outputs.id.value]"],
    ['store.bicep', 'm.outputs.secret', "[listOutputsWithSecureValues('m', '2025-04-01').secret]"],
    ['store.bicep', 'm.outputs.?id', "[tryGet(tryGet(reference('m').outputs, 'id'), 'value')]"],
    ['store.bicep', 'm.?outputs.id', "[tryGet(reference('m'), 'outputs', 'id', 'value')]"],
  ])('of %s, %s', (path, expression, expected) => {
    expect(outputOf(named(path), expression)).toBe(expected);
  });

  it.each([
    ['ms[1].outputs.id', "[reference(format('ms[{0}]', 1)).outputs.id.value]"],
    [
      'map(ms, one => one.outputs.id)',
      "[map(references('ms'), lambda('one', lambdaVariables('one').outputs.id.value))]",
    ],
  ])('of a loop, %s', (expression, expected) => {
    const loop = "module ms 'plain.bicep' = [for n in range(0, 2): {\n  params: { name: 'a' }\n}]";
    expect(outputOf(loop, expression)).toBe(expected);
  });

  it('is null behind `.?` where it is not deployed', () => {
    const text = `param flag bool\nmodule m 'store.bicep' = if (flag) {\n  name: 'm'\n  params: { name: 'a' }\n}`;
    expect(outputOf(text, 'm.?outputs.id')).toBe(
      "[tryGet(if(parameters('flag'), reference('m'), null()), 'outputs', 'id', 'value')]",
    );
  });
});
