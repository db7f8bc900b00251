import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeWithShared } from '../../../test/shared-folder.ts';
import { isObject } from '../../kernel/index.ts';
import { factsOfManagementGroup, factsOfSubscription } from '../scope-facts.ts';
import { tenantId } from './generated-id.ts';
import { ancestorsChain, managementGroups } from './management-groups.ts';

const groups = managementGroups();

it('form one tree under the tenant', () => {
  const [root, ...others] = groups;
  expect(root?.name).toBe(tenantId);
  const seen = new Set([String(root?.id)]);
  for (const group of others) {
    const [facts] = factsOfManagementGroup(String(group.id), structuredClone(group));
    expect(seen).toContain(facts?.parentId);
    seen.add(String(group.id));
  }
});

it.each([
  ['corp', ['corp', 'landingzones', 'alz', tenantId]],
  ['alz', ['alz', tenantId]],
  ['', [tenantId]],
])('above a subscription of %s are %s', (name, expected) => {
  const chain = ancestorsChain(name);
  expect(chain.map((group) => group.name)).toEqual(expected);
  const body = { properties: { managementGroupAncestorsChain: chain } };
  const [facts] = factsOfSubscription('/subscriptions/x', body);
  expect(facts?.parentId).toBe(groups.find((group) => group.name === expected[0])?.id);
});

const architecture = 'corpus/alz/alz/architecture_definitions/alz.alz_architecture_definition.json';
describeWithShared('the architecture of Azure landing zones', architecture, (path) => {
  it('has the same groups under the same groups', () => {
    const { management_groups } = JSON.parse(readFileSync(path, 'utf8')) as {
      management_groups: { id: string; parent_id: string | null }[];
    };
    const theirs = management_groups.map(({ id, parent_id }) => `${id} in ${parent_id ?? tenantId}`);
    const ours = groups.slice(1).map(({ name, properties }) => {
      const details = isObject(properties) && isObject(properties.details) ? properties.details : {};
      return `${name} in ${isObject(details.parent) ? details.parent.name : ''}`;
    });
    expect(ours.sort()).toEqual(theirs.sort());
  });
});
