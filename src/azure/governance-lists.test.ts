import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeWithShared } from '../../test/shared-folder.ts';
import { governanceLists } from './governance-lists.ts';

it('management groups give their own, subscriptions no built-in definitions', () => {
  const filters = (at: string) =>
    governanceLists.filter((list) => list.at === at).map(({ filter }) => filter);
  expect(new Set(filters('managementGroup'))).toEqual(new Set(['atExactScope()']));
  const definitions = governanceLists.filter(
    (list) => list.at === 'subscription' && /efinitions$/.test(list.path),
  );
  expect(definitions.map(({ filter }) => filter)).toEqual([
    "policyType eq 'Custom'",
    "policyType eq 'Custom'",
  ]);
});

describeWithShared('the lists beside the public corpus', 'corpus/rbac/operations.json', (path) => {
  it('have a route each at subscriptions', () => {
    const { GET } = JSON.parse(readFileSync(path, 'utf8')) as { GET: Record<string, unknown> };
    const routes = new Set(Object.keys(GET).map((route) => route.toLowerCase()));
    const lists = governanceLists.filter(({ at }) => at === 'subscription');
    const unknown = lists.filter(
      (list) => !routes.has(`/subscriptions/{subscriptionid}/${list.path.toLowerCase()}`),
    );
    expect(unknown).toEqual([]);
    expect(lists).toHaveLength(6);
  });
});
