import type { ValueObject } from '../kernel/index.ts';

/** Ids and objects of the fictitious estate that tests are about. */
export const subscriptionId = '00000000-0000-0000-0000-000000000001';
export const subscription = `/subscriptions/${subscriptionId}`;
export const group = `${subscription}/resourceGroups/rg-shop`;
export const tenantId = '00000000-0000-0000-0000-0000000000ff';

/** The id of a resource in the group. */
export function idOf(type: string, name: string): string {
  const [namespace, ...types] = type.split('/');
  const names = name.split('/');
  return `${group}/providers/${namespace}/${types.map((segment, at) => `${segment}/${names[at]}`).join('/')}`;
}

/** A storage account as Azure Resource Manager answers it. */
export function storageAccount(
  name: string,
  properties: ValueObject = { minimumTlsVersion: 'TLS1_2' },
): ValueObject {
  const type = 'Microsoft.Storage/storageAccounts';
  return {
    id: idOf(type, name),
    name,
    type,
    location: 'westeurope',
    kind: 'StorageV2',
    tags: {},
    properties,
  };
}

/** The id of a management group. */
export function managementGroup(name: string): string {
  return `/providers/Microsoft.Management/managementGroups/${name}`;
}
