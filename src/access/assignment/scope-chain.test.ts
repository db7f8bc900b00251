import { describe, expect, it } from 'vitest';
import { memoryEstate } from '../../estate/index.ts';
import type { Value } from '../../kernel/index.ts';
import { scopeChain, scopeKey } from './scope-chain.ts';

const group = (name: string, properties: Value): Value => ({
  id: `/providers/Microsoft.Management/managementGroups/${name}`,
  type: 'Microsoft.Management/managementGroups',
  name,
  properties,
});
const parent = (name: string) => ({
  details: { parent: { id: `/providers/Microsoft.Management/managementGroups/${name}` } },
});
const subscription = (chain?: readonly string[]): Value => ({
  id: '/subscriptions/sub-a',
  type: 'microsoft.resources/subscriptions',
  properties: chain === undefined ? {} : { managementGroupAncestorsChain: chain.map((name) => ({ name })) },
});

function chain(id: string, objects: readonly Value[]) {
  return scopeChain(id, memoryEstate(objects, '2026-11-01T00:00:00Z').estate.scopes);
}

describe('scopeChain', () => {
  it('goes from a resource by its parents and management groups to the tenant', () => {
    const web = '/Subscriptions/SUB-A/resourceGroups/Shop/providers/Contoso.Web/sites/web';
    const { keys, isWhole } = chain(web, [subscription(['platform', 'root'])]);
    expect(isWhole).toBe(true);
    expect(keys.filter((key) => !/\/(providers|sites|contoso\.web)$/.test(key))).toEqual([
      '/subscriptions/sub-a/resourcegroups/shop/providers/contoso.web/sites/web',
      '/subscriptions/sub-a/resourcegroups/shop',
      '/subscriptions/sub-a',
      '/providers/microsoft.management/managementgroups/platform',
      '/providers/microsoft.management/managementgroups/root',
      '/',
    ]);
  });

  it.each([
    ['a subscription of which no group is known', [subscription()], false],
    ['a subscription that nothing describes', [], false],
    ['a group that nothing describes', [subscription(['a']), group('b', parent('c'))], true],
    [
      'a top group that states no parent',
      [subscription(['a']), group('a', { details: { parent: null } })],
      true,
    ],
    ['a top group that is only named as a parent', [subscription(), group('a', parent('b'))], false],
  ] as const)('%s', (_, objects, isWhole) => {
    expect(chain('/subscriptions/sub-a', objects).isWhole).toBe(isWhole);
  });

  it('does not take a list of groups without details for the root', () => {
    const id = '/providers/Microsoft.Management/managementGroups/a';
    expect(chain(id, [group('a', { displayName: 'a', tenantId: 't' })]).isWhole).toBe(false);
    expect(chain(id, [group('a', { displayName: 'a', tenantId: 'A' })]).isWhole).toBe(true);
    expect(chain(id, []).isWhole).toBe(false);
  });

  it('ends at once at the tenant', () => {
    expect(chain('/', [])).toEqual({ keys: ['/'], isWhole: true });
    expect(chain('/administrativeUnits/a', []).keys).toEqual([
      '/administrativeunits/a',
      '/administrativeunits',
      '/',
    ]);
  });
});

describe('scopeKey', () => {
  it.each([
    ['/', '/'],
    ['/Subscriptions/A/', '/subscriptions/a'],
    ['subscriptions/a', '/subscriptions/a'],
  ])('%s', (id, key) => {
    expect(scopeKey(id)).toBe(key);
  });
});
