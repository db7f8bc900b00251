import { describe, expect, it } from 'vitest';
import { type EstateScope, scopeOfId } from '../../estate/index.ts';
import { estateContext } from './estate-context.ts';

const now = '2026-06-15T12:00:00Z';
const subscription: EstateScope = {
  ...scopeOfId('/subscriptions/00000000-0000-0000-0000-000000000001'),
  displayName: 'Shop',
  body: { tenantId: '00000000-0000-0000-0000-0000000000ff', Tags: { team: 'shop' } },
};
const group: EstateScope = {
  ...scopeOfId(`${subscription.id}/resourceGroups/rg`),
  body: { location: 'eastus', tags: { env: 'prod' }, managedBy: 'x' },
};

describe('estateContext', () => {
  it('tells of the scopes that a resource is in', () => {
    expect(estateContext([group, subscription], '2024-01-01', now)).toMatchObject({
      now,
      requestApiVersion: '2024-01-01',
      subscription: {
        id: subscription.id,
        subscriptionId: subscription.name,
        displayName: 'Shop',
        tags: { team: 'shop' },
        tenantId: '00000000-0000-0000-0000-0000000000ff',
      },
      resourceGroup: { name: 'rg', location: 'eastus', tags: { env: 'prod' }, managedBy: 'x' },
    });
  });

  it('has no resource group outside of one, and no subscription outside of one', () => {
    expect(estateContext([subscription], undefined, now)).not.toHaveProperty('resourceGroup');
    expect(estateContext([], undefined, now)).toEqual({ now, requestApiVersion: '9999-12-31' });
  });

  it('makes do with scopes that nobody described', () => {
    const { resourceGroup } = estateContext([{ ...group, body: undefined }], undefined, now);
    expect(resourceGroup).toMatchObject({ location: '', tags: {}, managedBy: null });
  });
});
