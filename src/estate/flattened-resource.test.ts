import { describe, expect, it } from 'vitest';
import type { ValueObject } from '../kernel/index.ts';
import { idOf } from './azure-objects.case.ts';
import { putPropertiesBack } from './flattened-resource.ts';

function flattened(type: string, rest: ValueObject): ValueObject {
  const body: ValueObject = { id: idOf(type, 'shop'), name: 'shop', type, ...rest };
  putPropertiesBack(body);
  return body;
}

describe('putPropertiesBack', () => {
  it('moves all but the envelope under properties', () => {
    const body = flattened('Microsoft.KeyVault/vaults', {
      location: 'westeurope',
      tags: { owner: 'shop' },
      resourceGroup: 'rg-shop',
      enablePurgeProtection: true,
      somethingOfNextYear: { a: 1 },
    });
    expect(body).toEqual({
      id: idOf('Microsoft.KeyVault/vaults', 'shop'),
      name: 'shop',
      type: 'Microsoft.KeyVault/vaults',
      location: 'westeurope',
      tags: { owner: 'shop' },
      resourceGroup: 'rg-shop',
      properties: { enablePurgeProtection: true, somethingOfNextYear: { a: 1 } },
    });
  });

  it('moves a name of the envelope too, where the type has it among its properties', () => {
    const { properties } = flattened('Microsoft.Authorization/policyAssignments', {
      scope: '/subscriptions/x',
      displayName: 'Shop',
    });
    expect(properties).toEqual({ scope: '/subscriptions/x', displayName: 'Shop' });
    expect(flattened('Microsoft.Cache/redis', { sku: { name: 'Basic' } }).properties).toEqual({
      sku: { name: 'Basic' },
    });
    expect(flattened('Microsoft.Storage/storageAccounts', { sku: {}, accessTier: 'Hot' }).sku).toEqual({});
  });

  it('puts the properties of children back, which have the id of their parent before their own', () => {
    const type = 'Microsoft.Network/virtualNetworks';
    const subnet = { id: `${idOf(type, 'SHOP')}/subnets/apps`, name: 'apps', addressPrefix: '10.0.0.0/24' };
    const peer = { id: idOf(type, 'other'), flag: true };
    const { properties } = flattened(type, { subnets: [subnet], peer });
    expect(properties).toEqual({
      subnets: [{ id: subnet.id, name: 'apps', properties: { addressPrefix: '10.0.0.0/24' } }],
      peer,
    });
  });

  it('gives what az renamed its own name again', () => {
    const { properties } = flattened('Microsoft.Storage/storageAccounts', {
      enableHttpsTrafficOnly: true,
      enableNfsV3: false,
      networkRuleSet: {
        defaultAction: 'Deny',
        ipRules: [{ ipAddressOrRange: '192.0.2.1', action: 'Allow' }],
        virtualNetworkRules: [{ virtualNetworkResourceId: '/x' }, null],
      },
    });
    expect(properties).toEqual({
      supportsHttpsTrafficOnly: true,
      isNfsV3Enabled: false,
      networkAcls: {
        defaultAction: 'Deny',
        ipRules: [{ value: '192.0.2.1', action: 'Allow' }],
        virtualNetworkRules: [{ id: '/x' }, null],
      },
    });
  });

  it('leaves a name alone that Azure has as well', () => {
    const names = { enableHttpsTrafficOnly: true, supportsHttpsTrafficOnly: false };
    expect(flattened('Microsoft.Storage/storageAccounts', { ...names }).properties).toEqual(names);
  });
});
