import { describe, expect, it } from 'vitest';
import { subscription, subscriptionId, tenantId } from './azure-objects.case.ts';
import { readAccount } from './subscription-account.ts';

describe('readAccount', () => {
  it('shapes what `az account list` prints like a subscription', () => {
    const account = {
      cloudName: 'AzureCloud',
      homeTenantId: tenantId,
      id: subscriptionId,
      isDefault: true,
      managedByTenants: [],
      name: 'Shop',
      state: 'Enabled',
      tenantId,
      user: { name: 'ada@contoso.example', type: 'user' },
    };
    expect(readAccount(account)).toEqual({
      id: subscription,
      type: 'Microsoft.Resources/subscriptions',
      name: 'Shop',
      displayName: 'Shop',
      subscriptionId,
      homeTenantId: tenantId,
      tenantId,
      properties: { state: 'Enabled', managedByTenants: [] },
    });
  });

  it('shapes an answer of Azure Resource Manager and keeps its properties', () => {
    const answer = {
      id: `${subscription}/`,
      displayName: 'Shop',
      state: 'Enabled',
      properties: { state: 'Warned' },
    };
    expect(readAccount(answer)).toMatchObject({
      id: subscription,
      displayName: 'Shop',
      properties: { state: 'Warned' },
    });
  });

  it('has no display name where the name is the id', () => {
    expect(readAccount({ id: subscription, name: subscriptionId })).not.toHaveProperty('displayName');
  });

  it.each([
    [{ id: subscriptionId, displayName: 'a user' }],
    [{ id: subscriptionId, state: 'enabled', conditions: {} }],
    [{ id: `${subscription}/resourceGroups/rg` }],
    [{ name: 'x' }],
  ])('reads no subscription in %j', (item) => {
    expect(readAccount(item)).toBeUndefined();
  });
});
