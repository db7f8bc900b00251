import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { group, idOf, managementGroup, subscription } from './azure-objects.case.ts';
import { type EstateScope, nearestScopeId, ScopeTree, scopeOfId } from './scope-tree.ts';

function scope(id: string, parentId?: string): EstateScope {
  return { ...scopeOfId(id), parentId: parentId ?? scopeOfId(id).parentId };
}

const root = managementGroup('root');
const corp = managementGroup('corp');

describe('ScopeTree', () => {
  const tree = new ScopeTree([scope(root), scope(corp, root), scope(subscription, corp), scope(group)]);

  it('gives the scopes that a resource is in, nearest first', () => {
    const chain = tree.chainOf(idOf('Microsoft.Storage/storageAccounts', 'a')).map(({ id }) => id);
    expect(chain).toEqual([group, subscription, corp, root]);
  });

  it('compares ids without case', () => {
    expect(tree.get(corp.toUpperCase())?.name).toBe('corp');
    expect(tree.chainOf(group.toUpperCase()).map(({ id }) => id)).toEqual([group, subscription, corp, root]);
  });

  it('makes scopes that nobody described from the id', () => {
    const other = '/subscriptions/00000000-0000-0000-0000-000000000009/resourceGroups/rg';
    expect(tree.chainOf(`${other}/providers/Microsoft.Web/sites/a`).map(({ kind }) => kind)).toEqual([
      'resourceGroup',
      'subscription',
    ]);
    expect(tree.chainOf('/').map(({ kind }) => kind)).toEqual(['tenant']);
  });

  it('goes on at a parent that nobody described', () => {
    const orphan = new ScopeTree([scope(corp, managementGroup('gone'))]);
    expect(orphan.chainOf(corp).map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'managementGroup corp',
      'managementGroup gone',
    ]);
  });

  it('cuts a circle where it closes', () => {
    const circle = new ScopeTree([
      scope(root, corp),
      scope(corp, root.toUpperCase()),
      scope(subscription, corp),
    ]);
    expect(circle.chainOf(subscription).map(({ name }) => name)).toEqual([
      scopeOfId(subscription).name,
      'corp',
      'root',
    ]);
    expect(circle.cyclic.map(({ name }) => name)).toEqual(['root']);
  });

  it('gives a chain without repeats whatever the parents are', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.dictionary(names, names), names, (parents, start) => {
        const scopes = Object.entries(parents).map(([name, parent]) =>
          scope(managementGroup(name), managementGroup(parent)),
        );
        const chain = new ScopeTree(scopes).chainOf(managementGroup(start)).map(({ name }) => name);
        expect(chain[0]).toBe(start);
        expect(new Set(chain).size).toBe(chain.length);
        for (const [at, name] of chain.entries()) {
          if (at > 0) expect(parents[chain[at - 1] ?? '']).toBe(name);
        }
      }),
    );
  });
});

describe('nearestScopeId', () => {
  it.each([
    [`${group}/providers/Microsoft.Web/sites/a`, group],
    [`${subscription}/providers/Microsoft.Security/pricings/Dns`, subscription],
    [`${corp}/providers/Microsoft.Authorization/policyAssignments/a`, corp],
    ['/providers/Microsoft.Authorization/policyDefinitions/a', '/'],
  ])('of %s is %s', (id, nearest) => {
    expect(nearestScopeId(id)).toBe(nearest);
  });
});
