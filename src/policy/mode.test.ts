import { expect, test } from 'vitest';
import { parseDefinition } from './definition.ts';
import { modeCovers } from './mode.ts';

const subscription = 'microsoft.resources/subscriptions';
const group = 'microsoft.resources/subscriptions/resourcegroups';

test.each<[mode: string, type: string, isIndexed: boolean | undefined, assumed: boolean, covers: boolean]>([
  ['All', 'contoso.shop/things', false, false, true],
  ['all', subscription, false, false, true],
  ['All', group, undefined, false, true],
  ['All', 'microsoft.resources/deployments', true, true, false],
  ['All', 'microsoft.resources/tags', true, true, false],
  ['Indexed', 'contoso.shop/things', true, false, true],
  ['INDEXED', 'contoso.shop/things', false, true, false],
  ['Indexed', 'contoso.shop/things', undefined, true, true],
  ['Indexed', 'contoso.shop/things', undefined, false, false],
  ['Indexed', subscription, true, true, false],
  ['Indexed', group, true, true, false],
  ['Microsoft.KeyVault.Data', 'microsoft.keyvault/vaults', undefined, false, true],
  ['Microsoft.KeyVault.Data', 'microsoft.keyvault.data/vaults/keys', undefined, false, true],
  ['Microsoft.KeyVault.Data', 'microsoft.keyvault/managedhsms', undefined, false, false],
  ['Microsoft.ManagedHSM.Data', 'microsoft.keyvault/managedhsms', undefined, false, true],
  ['Microsoft.Kubernetes.Data', 'microsoft.kubernetes/connectedclusters', undefined, false, true],
  ['Microsoft.Kubernetes.Data', 'contoso.shop/things', true, true, false],
  ['Microsoft.Network.Data', 'microsoft.network/virtualnetworks', undefined, false, true],
  ['Microsoft.Network.Data', 'microsoft.network/virtualnetworks/subnets', undefined, false, false],
  ['Microsoft.DataFactory.Data', 'microsoft.datafactory/factories', undefined, false, true],
  ['Microsoft.DataFactory.Data', 'microsoft.datafactory/factories/pipelines', undefined, false, false],
  [
    'Microsoft.MachineLearningServices.v2.Data',
    'microsoft.machinelearningservices/workspaces',
    undefined,
    false,
    true,
  ],
  [
    'Microsoft.MachineLearningServices.v2.Data',
    'microsoft.machinelearningservices.v2.data/workspaces/deployments',
    undefined,
    false,
    true,
  ],
])('mode %s and %s, indexed %s, assumed %s: %s', (mode, type, isIndexed, assumed, covers) => {
  const policyRule = { if: { field: 'type', equals: 'a/b' }, then: { effect: 'audit' } };
  const parsed = parseDefinition({ properties: { mode, policyRule } });
  expect('definition' in parsed && modeCovers(parsed.definition, type, isIndexed, assumed)).toBe(covers);
});
