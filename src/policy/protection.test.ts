import { expect, test } from 'vitest';
import { Unknown, type ValueObject } from '../kernel/index.ts';
import { noAliases } from './alias-table.ts';
import { bindPolicy } from './bound-policy.ts';
import { parseDefinition } from './definition.ts';
import { policySubject } from './policy-subject.ts';
import { protects } from './protection.ts';

const hidden = new Unknown('x', { causes: [{ kind: 'parameter', name: 'x' }] });

test.each<[string, ValueObject, string]>([
  ['what the rule is about', { type: 'a/b', tags: { env: 'prod' } }, 'true'],
  ['what the rule lets go', { type: 'a/b', tags: { env: 'test' } }, 'false'],
  ['what is not known', { type: 'a/b', tags: { env: hidden } }, 'unknown'],
  ['a subscription', { type: 'Microsoft.Resources/Subscriptions', tags: { env: 'prod' } }, 'false'],
  ['a lock', { type: 'Microsoft.Authorization/locks', tags: { env: 'prod' } }, 'false'],
  ['a group', { type: 'Microsoft.Resources/subscriptions/resourceGroups', tags: { env: 'prod' } }, 'true'],
])('%s: %s', (_, body, outcome) => {
  const details = { actionNames: ['delete'] };
  const parsed = parseDefinition({
    mode: 'All',
    parameters: { env: { type: 'String' } },
    policyRule: {
      if: { field: 'tags.env', equals: "[parameters('env')]" },
      then: { effect: 'denyAction', details },
    },
  });
  if (!('definition' in parsed)) throw new Error(parsed.problem.problem);
  const { policy } = bindPolicy(parsed.definition, { parameters: { env: 'prod' } });
  expect(policy && protects(policy, policySubject(body), { resolver: { aliases: noAliases } })).toBe(outcome);
});
