import { describe, expect, it } from 'vitest';
import { Unknown, type Value } from '../kernel/index.ts';
import { expand, type TargetFacts } from '../template/index.ts';
import { storage, templateOf } from './assess.case.ts';
import { deploymentResources } from './deployment-resource.ts';

const target: TargetFacts = {
  subscriptionId: 's',
  resourceGroup: 'g',
  resourceGroupLocation: 'northeurope',
  location: 'northeurope',
};

function resourcesOf(
  resources: unknown,
  options: { target?: TargetFacts; scope?: string; rest?: object } = {},
) {
  const document = templateOf(resources, options.rest, options.scope);
  return deploymentResources(
    expand(document, { target: options.target ?? target }).resources,
    '2026-06-15T00:00:00Z',
  );
}

/** What is known of a value that is not known in full: a resource group has more than a template can tell. */
function knownOf(value: Value | undefined): Value | undefined {
  return value instanceof Unknown ? value.known?.() : value;
}

describe('a resource of a deployment, as policies see it', () => {
  it('has its id, type, name and API version', () => {
    const [resource] = resourcesOf([storage()]);
    expect(resource).toMatchObject({
      key: '/subscriptions/s/resourcegroups/g/providers/microsoft.storage/storageaccounts/st',
      scopeKey: '/subscriptions/s/resourcegroups/g',
      displayName: 'st',
      subject: { type: 'Microsoft.Storage/storageAccounts', name: 'st', apiVersion: '2023-05-01' },
      context: { requestApiVersion: '2023-05-01', now: '2026-06-15T00:00:00Z' },
    });
  });

  it('knows the subscription and the resource group that it is deployed to', () => {
    const [resource] = resourcesOf([storage()]);
    expect(knownOf(resource?.context.subscription)).toMatchObject({ subscriptionId: 's' });
    expect(knownOf(resource?.context.resourceGroup)).toMatchObject({ name: 'g', location: 'northeurope' });
  });

  it('knows the tags of a resource group that the same template makes', () => {
    const nested = {
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2022-09-01',
      name: 'inner',
      resourceGroup: 'RG-new',
      properties: {
        mode: 'Incremental',
        template: {
          contentVersion: '1.0.0.0',
          $schema: 'https://x/2019-04-01/deploymentTemplate.json#',
          resources: [storage()],
        },
      },
    };
    const group = {
      type: 'Microsoft.Resources/resourceGroups',
      apiVersion: '2022-09-01',
      name: 'rg-new',
      location: 'westeurope',
      tags: { owner: 'me' },
    };
    const resources = resourcesOf([group, nested], { scope: 'subscriptionDeployment' });
    expect(resources.map((one) => one.subject.type)).toEqual([
      'Microsoft.Resources/subscriptions/resourceGroups',
      'Microsoft.Storage/storageAccounts',
    ]);
    expect(resources[0]?.subject.body.type).toBe('Microsoft.Resources/subscriptions/resourceGroups');
    expect(knownOf(resources[1]?.context.resourceGroup)).toMatchObject({
      location: 'westeurope',
      tags: { owner: 'me' },
    });
  });

  const vault = {
    type: 'Microsoft.KeyVault/vaults',
    apiVersion: '2023-07-01',
    name: 'kv',
    location: 'uksouth',
  };
  const secret = { apiVersion: '2023-07-01', properties: {} };

  it.each<[string, unknown[], unknown]>([
    ['nested in it', [{ ...vault, resources: [{ ...secret, type: 'secrets', name: 'a' }] }], 'uksouth'],
    [
      'named after it',
      [vault, { ...secret, type: 'Microsoft.KeyVault/vaults/secrets', name: 'kv/a' }],
      'uksouth',
    ],
    [
      'of another',
      [vault, { ...secret, type: 'Microsoft.KeyVault/vaults/secrets', name: 'kv2/a' }],
      undefined,
    ],
    [
      'with one of its own',
      [vault, { ...secret, type: 'Microsoft.KeyVault/vaults/secrets', name: 'kv/a', location: 'ukwest' }],
      undefined,
    ],
  ])('has the location of its parent as a child %s', (_, resources, location) => {
    expect(resourcesOf(resources).at(-1)?.subject.parentLocation).toBe(location);
  });

  it('has a key and a name made of expressions where the target or the name is not known', () => {
    const resources = () =>
      resourcesOf([storage({}, { name: "[parameters('n')]" })], {
        target: {},
        rest: { parameters: { n: { type: 'string' } } },
      });
    const [resource] = resources();
    expect(resource?.subject.name).toBeInstanceOf(Unknown);
    expect(resource?.displayName).toContain('parameters');
    expect(resource?.key).toBe(resources()[0]?.key);
  });
});
