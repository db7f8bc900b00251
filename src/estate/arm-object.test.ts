import { describe, expect, it } from 'vitest';
import type { ValueObject } from '../kernel/index.ts';
import { readArmObject } from './arm-object.ts';
import { group, idOf, storageAccount, subscription, subscriptionId } from './azure-objects.case.ts';

const storageType = 'Microsoft.Storage/storageAccounts';

describe('readArmObject', () => {
  it('takes type and full name from the id where the object has none', () => {
    const id = idOf('Microsoft.Network/virtualNetworks/subnets', 'hub/apps');
    const read = readArmObject({ id, name: 'apps', properties: {} });
    expect(read).toMatchObject({ id, type: 'Microsoft.Network/virtualNetworks/subnets', name: 'hub/apps' });
    expect(read?.body).toMatchObject({ type: 'Microsoft.Network/virtualNetworks/subnets', name: 'hub/apps' });
  });

  it('leaves out the columns that a row of Resource Graph has empty', () => {
    const { kind: _kind, tags: _tags, ...account } = storageAccount('a');
    const row = { ...account, kind: '', zones: null, plan: null, tags: null, identity: null };
    const read = readArmObject({ ...row, properties: { encryption: null }, managedBy: 'me' });
    expect(read?.body).toEqual({ ...account, properties: { encryption: null }, managedBy: 'me' });
  });

  it('keeps the spelling of a stated type', () => {
    const read = readArmObject({ ...storageAccount('a'), type: 'microsoft.storage/storageaccounts' });
    expect(read?.type).toBe('microsoft.storage/storageaccounts');
  });

  it.each(['Microsoft.Compute/disks', 'aaaa', '', 7, null])(
    'trusts the id over the type %s, so that one id has one type',
    (type) => {
      expect(readArmObject({ ...storageAccount('a'), type })?.type).toBe(storageType);
    },
  );

  it.each([
    [subscription, 'Microsoft.Resources/subscriptions'],
    [group, 'Microsoft.Resources/subscriptions/resourceGroups'],
    [group.replace('resourceGroups', 'resourcegroups'), 'Microsoft.Resources/subscriptions/resourceGroups'],
  ])('gives %s the type that policies name', (id, type) => {
    expect(readArmObject({ id, type: 'microsoft.resources/x', properties: {} })?.type).toBe(type);
  });

  it('accepts ids without the first slash, with a last one and with placeholders', () => {
    const id = '/subscriptions/{subscriptionId}/resourceGroups/{group}/providers/Microsoft.Web/sites/shop';
    expect(readArmObject({ id: `${id.slice(1)}/` })?.id).toBe(id);
  });

  it('composes the id of a row of Resource Graph that has none', () => {
    const row = { subscriptionId, resourceGroup: 'rg-shop', type: storageType.toLowerCase(), name: 'a' };
    expect(readArmObject({ ...row, properties: {} })?.id).toBe(
      `${group}/providers/microsoft.storage/storageaccounts/a`,
    );
    expect(readArmObject({ ...row, type: `${storageType}/blobServices` })).toBeUndefined();
  });

  it.each<[string, ValueObject]>([
    ['a GUID', { id: subscriptionId }],
    ['an id without a name', { id: `${group}/providers/Microsoft.Web/sites` }],
    ['a number', { id: 7 }],
    ['a quota counter', { id: idOf('Microsoft.Web/locations/usages', 'we/x'), currentValue: 1, limit: 5 }],
    ['a localised name', { id: idOf('Microsoft.Web/locations/usages', 'we/x'), name: { value: 'x' } }],
    ['no id and no place', { name: 'a', type: storageType }],
  ])('reads no object with %s', (_, item) => {
    expect(readArmObject(item)).toBeUndefined();
  });

  it.each<[string, ValueObject, string]>([
    ['with properties', { properties: {} }, 'full'],
    ['with properties that az leaves out', { properties: null }, 'bare'],
    ['with nothing but an envelope', { location: 'westeurope', sku: {} }, 'bare'],
    ['with properties at the top level', { accessTier: 'Hot' }, 'flattened'],
  ])('tells the shape of a resource %s', (_, more, shape) => {
    const { id } = storageAccount('a');
    expect(readArmObject({ id: id!, ...more })?.shape).toBe(shape);
  });
});
