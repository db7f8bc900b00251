import { expect, it } from 'vitest';
import { type EstateScope, scopeOfId } from '../estate/index.ts';
import { type Ownership, ownerOf } from './owner.ts';

const scope = (id: string, tags: Record<string, string> = {}): EstateScope => ({
  ...scopeOfId(id),
  body: { tags },
});
const groupId = '/subscriptions/s/resourceGroups/g';
const group = scope(groupId, { Owner: 'group@contoso.com' });
const subscription = scope('/subscriptions/s', { 'technical-owner': 'sub@contoso.com' });
const corp = scope('/providers/Microsoft.Management/managementGroups/corp');
const bare = [scope(groupId), scope('/subscriptions/s'), corp];
const ownership: Ownership = {
  subscriptionOwners: new Map([['/subscriptions/t', 'ops@contoso.com']]),
  entries: [
    { type: 'Microsoft.Network/*', owner: 'network@contoso.com' },
    { scope: 'corp', owner: 'corp@contoso.com' },
    { scope: '/subscriptions/S/', type: 'Microsoft.Sql/*', owner: 'data@contoso.com' },
  ],
};

it.each([
  [{ tags: { team: 'b', OWNER: 'me' } }, [group, subscription], 'me', 'tag OWNER'],
  [{ tags: { owner: ' ' } }, [group, subscription], 'group@contoso.com', 'resource group tag Owner'],
  [{}, [subscription], 'sub@contoso.com', 'subscription tag technical-owner'],
  [{ tags: null }, [], '', ''],
])('%j is owned by its tags', (body, chain, owner, source) => {
  expect(ownerOf({ id: 'x', type: 'A/b', body }, chain)).toEqual({ owner, source });
});

it.each([
  ['Microsoft.Sql/servers', bare, 'data@contoso.com', 'ownership file, /subscriptions/S/'],
  ['Microsoft.Web/sites', bare, 'corp@contoso.com', 'ownership file, corp'],
  ['Microsoft.Network/routeTables', [], 'network@contoso.com', 'ownership file, Microsoft.Network/*'],
  ['Microsoft.Web/sites', [], '', ''],
  ['Microsoft.Web/sites', [scope('/subscriptions/T')], 'ops@contoso.com', 'Owner role of the subscription'],
  ['Microsoft.Web/sites', [group, ...bare], 'group@contoso.com', 'resource group tag Owner'],
])('a %s is owned by role and file after tags', (type, chain, owner, source) => {
  expect(ownerOf({ id: `${groupId}/x`, type, body: {} }, chain, ownership)).toEqual({ owner, source });
});
