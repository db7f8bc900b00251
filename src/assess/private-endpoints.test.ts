import { describe, expect, it } from 'vitest';
import { expand, type TargetFacts } from '../template/index.ts';
import { storage, templateOf } from './assess.case.ts';
import { deploymentResources } from './deployment-resource.ts';
import { privateEndpointConnections } from './private-endpoints.ts';

const id = "[resourceId('Microsoft.Storage/storageAccounts', 'st')]";

function endpoint(privateLinkServiceId: string, list = 'privateLinkServiceConnections') {
  return {
    type: 'Microsoft.Network/privateEndpoints',
    apiVersion: '2023-09-01',
    name: 'pe',
    location: 'westeurope',
    properties: { [list]: [{ name: 'c', properties: { privateLinkServiceId } }] },
  };
}

function connections(
  resources: unknown[],
  target: TargetFacts = { subscriptionId: 's', resourceGroup: 'g' },
) {
  const list = deploymentResources(expand(templateOf(resources), { target }).resources, undefined);
  return privateEndpointConnections(list[0]!, list.slice(1));
}

describe('private endpoints of a deployment', () => {
  it('connect to the resource that they name', () => {
    expect(connections([storage(), endpoint(id)])).toMatchObject([
      {
        type: 'Microsoft.Storage/storageAccounts/privateEndpointConnections',
        name: 'st/pe',
        body: { properties: { privateLinkServiceConnectionState: { status: 'Approved' } } },
      },
    ]);
  });

  it('wait for approval where the connection is manual', () => {
    expect(connections([storage(), endpoint(id, 'manualPrivateLinkServiceConnections')])).toMatchObject([
      { body: { properties: { privateLinkServiceConnectionState: { status: 'Pending' } } } },
    ]);
  });

  it('connect where the target is not known', () => {
    expect(connections([storage(), endpoint(id)], {})).toHaveLength(1);
  });

  it.each([
    ['another resource', "[resourceId('Microsoft.Storage/storageAccounts', 'st2')]"],
    ['one in another group', "[resourceId('other', 'Microsoft.Storage/storageAccounts', 'st')]"],
    ['text that is no id', 'st'],
  ])('do not connect to %s', (_, other) => {
    expect(connections([storage(), endpoint(other)])).toEqual([]);
  });

  it('do not connect to another resource where the target is not known', () => {
    expect(
      connections([storage(), endpoint("[resourceId('Microsoft.Storage/storageAccounts', 'st2')]")], {}),
    ).toEqual([]);
  });
});
