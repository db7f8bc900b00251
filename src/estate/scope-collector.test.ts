import { describe, expect, it } from 'vitest';
import type { ValueObject } from '../kernel/index.ts';
import { group, managementGroup, subscription, subscriptionId } from './azure-objects.case.ts';
import { ScopeCollector } from './scope-collector.ts';
import {
  factsOfGroupSubscription,
  factsOfManagementGroup,
  factsOfSubscription,
  type ScopeFacts,
} from './scope-facts.ts';
import type { ScopeTree } from './scope-tree.ts';

const root = managementGroup('root');
const corp = managementGroup('corp');

function collect(facts: readonly ScopeFacts[]): { tree: ScopeTree; codes: string[]; messages: string[] } {
  const collector = new ScopeCollector();
  for (const one of facts) collector.add(one, 'groups.json');
  const tree = collector.finish();
  const { diagnostics } = collector;
  return {
    tree,
    codes: diagnostics.map(({ code }) => code),
    messages: diagnostics.map(({ message }) => message),
  };
}

function chain(tree: ScopeTree, id: string): string[] {
  return tree.chainOf(id).map(({ name }) => name);
}

describe('facts of scopes', () => {
  const parent = { id: root, name: 'root', displayName: 'Contoso' };
  const children: ValueObject[] = [
    { id: corp, name: 'corp', displayName: 'Corp', children: [{ id: subscription, displayName: 'Shop' }] },
  ];

  it.each<[string, readonly ScopeFacts[]]>([
    [
      'az account management-group show --expand --recurse',
      factsOfManagementGroup(root, { properties: { displayName: 'Contoso', children } }),
    ],
    [
      'the REST answer for the group, with its subscription',
      [
        ...factsOfManagementGroup(corp, { properties: { displayName: 'Corp', details: { parent } } }),
        ...factsOfManagementGroup(root, {
          properties: { displayName: 'Contoso', details: { parent: null } },
        }),
        ...factsOfGroupSubscription(`${corp}/subscriptions/${subscriptionId}`, {
          properties: { displayName: 'Shop' },
        }),
      ],
    ],
    [
      'Resource Graph, of the subscription',
      factsOfSubscription(subscription, {
        displayName: 'Shop',
        properties: {
          managementGroupAncestorsChain: [
            { name: 'corp', displayName: 'Corp' },
            { name: 'root', displayName: 'Contoso' },
          ],
        },
      }),
    ],
    [
      'az account management-group entities list',
      [
        ...factsOfManagementGroup(root, { properties: { displayName: 'Contoso', parent: { id: null } } }),
        ...factsOfManagementGroup(corp, { properties: { displayName: 'Corp', parent: { id: root } } }),
        ...factsOfSubscription(subscription, { displayName: 'Shop', parent: { id: corp }, properties: {} }),
      ],
    ],
  ])('make one tree of what %s says', (_, facts) => {
    const { tree, codes } = collect(facts);
    expect(codes).toEqual([]);
    expect(tree.chainOf(subscription).map(({ displayName }) => displayName)).toEqual([
      'Shop',
      'Corp',
      'Contoso',
    ]);
  });

  it('keep the children out of the body', () => {
    const body = { properties: { children, displayName: 'Contoso' } };
    factsOfManagementGroup(root, body);
    expect(body.properties).toEqual({ displayName: 'Contoso' });
  });
});

describe('ScopeCollector', () => {
  const managed = (id: string, parentId?: string): ScopeFacts => ({ id, kind: 'managementGroup', parentId });

  it('tells a circle once, and keeps every scope', () => {
    const { tree, codes, messages } = collect([
      managed(root, corp),
      managed(corp, root),
      { id: subscription, kind: 'subscription', parentId: corp },
    ]);
    expect(codes).toEqual(['LG6011']);
    expect(messages[0]).toContain('root -> corp -> root');
    expect(chain(tree, group)).toEqual(['rg-shop', subscriptionId, 'corp', 'root']);
  });

  it('tells a group that is its own parent', () => {
    expect(collect([managed(root, root.toUpperCase())]).messages[0]).toContain('root -> root');
  });

  it('tells a parent that is not here', () => {
    const { codes, messages } = collect([managed(corp, managementGroup('gone'))]);
    expect(codes).toEqual(['LG6012']);
    expect(messages[0]).toContain('`gone`');
  });

  it('tells two parents, the last of which counts', () => {
    const { tree, codes } = collect([managed(root), managed('/x'), managed(corp, root), managed(corp, '/x')]);
    expect(codes).toEqual(['LG6013']);
    expect(tree.get(corp)?.parentId).toBe('/x');
  });

  it('takes ids that differ in case for one scope', () => {
    const { tree, codes } = collect([
      { ...managed(root), displayName: 'Contoso' },
      managed(corp, root),
      managed(corp.toUpperCase(), root.toUpperCase()),
    ]);
    expect(codes).toEqual([]);
    expect([...tree.all].map(({ name }) => name)).toEqual(['root', 'corp']);
  });

  it('tells subscriptions outside of every group, once groups are here at all', () => {
    const alone: ScopeFacts = { id: subscription, kind: 'subscription', displayName: 'Shop' };
    expect(collect([alone]).codes).toEqual([]);
    const { codes, messages } = collect([alone, managed(root)]);
    expect(codes).toEqual(['LG6016']);
    expect(messages[0]).toContain('`Shop`');
  });

  it('joins what several sources say and keeps the body that says more', () => {
    const body = { tags: { owner: 'shop' }, properties: { state: 'Enabled' } };
    const { tree } = collect([
      { id: subscription, kind: 'subscription', body },
      { id: subscription, kind: 'subscription', displayName: 'Shop', body: { properties: {} } },
      { id: subscription, kind: 'subscription', parentId: corp },
      managed(corp),
    ]);
    expect(tree.get(subscription)).toMatchObject({ displayName: 'Shop', parentId: corp, body });
  });
});
