import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value, ValueObject } from '../kernel/index.ts';
import { aliasTable } from './alias-table.ts';
import { type BoundPolicy, bindPolicy } from './bound-policy.ts';
import { parseDefinition } from './definition.ts';
import { conflictingModifications } from './modify-conflict.ts';
import { policySubject } from './policy-subject.ts';

const aliases = aliasTable([
  [
    'Contoso.Shop/things',
    [
      { name: 'Contoso.Shop/things/list[*]', path: 'properties.list[*]' },
      { name: 'Contoso.Shop/things/deep.color', path: 'properties.deep.color' },
    ],
  ],
]);

function bound(then: ValueObject): BoundPolicy {
  const parsed = parseDefinition({ if: { field: 'type', equals: 'Contoso.Shop/things' }, then });
  const policy = 'definition' in parsed ? bindPolicy(parsed.definition).policy : undefined;
  if (policy === undefined) throw new Error('the policy cannot be bound');
  return policy;
}

function modify(operation: string, field: string, value?: Value, rest: ValueObject = {}): BoundPolicy {
  const operations = [{ operation, field, ...(value === undefined ? {} : { value }) }];
  return bound({ effect: 'modify', details: { operations, ...rest } });
}

function append(field: string, value: Value): BoundPolicy {
  return bound({ effect: 'append', details: [{ field, value }] });
}

function conflicts(policies: readonly BoundPolicy[], body: ValueObject = {}): number[] {
  const subject = policySubject({ type: 'Contoso.Shop/things', name: 'a', ...body });
  return [...conflictingModifications(policies, subject, { resolver: { aliases } })].sort();
}

const set = (value: Value, rest?: ValueObject) => modify('addOrReplace', 'tags.env', value, rest);

describe('conflictingModifications', () => {
  test.each<[string, BoundPolicy[], ValueObject, number[]]>([
    ['nothing', [], {}, []],
    ['one alone', [set('x')], {}, []],
    ['two values', [set('x'), set('y')], {}, [0, 1]],
    ['two values where one is there already', [set('x'), set('y')], { tags: { env: 'x' } }, [0, 1]],
    ['one value twice', [set('x'), set('x')], {}, []],
    ['values that differ by case', [set('x'), set('X')], {}, [0, 1]],
    ['two spellings of a tag', [set('x'), modify('addOrReplace', "tags['ENV']", 'y')], {}, [0, 1]],
    ['two tags', [set('x'), modify('addOrReplace', 'tags.owner', 'y')], {}, []],
    ['three of which one agrees with nobody', [set('x'), set('x'), set('y')], {}, [0, 1, 2]],
    [
      'two pairs',
      [set('x'), modify('addOrReplace', 'tags.a', '1'), set('y'), modify('addOrReplace', 'tags.a', '2')],
      {},
      [0, 1, 2, 3],
    ],
    ['a removal and a value', [modify('remove', 'tags.env'), set('x')], {}, [0, 1]],
    [
      'two removals',
      [modify('remove', 'tags.env'), modify('Remove', 'tags.env')],
      { tags: { env: 'x' } },
      [],
    ],
    [
      'an addition over what is there',
      [modify('add', 'tags.env', 'x'), set('y')],
      { tags: { env: 'z' } },
      [],
    ],
    ['an addition of what is missing', [modify('add', 'tags.env', 'x'), set('y')], {}, [0, 1]],
    ['an appended value', [append('tags.env', 'x'), set('y')], {}, [0, 1]],
    ['an appended value over what is there', [append('tags.env', 'x'), set('y')], { tags: { env: 'z' } }, []],
    [
      'members of one list',
      [append('Contoso.Shop/things/list[*]', 'a'), append('Contoso.Shop/things/list[*]', 'b')],
      { properties: { list: [] } },
      [],
    ],
    ['one that audits on conflict', [set('x', { conflictEffect: 'audit' }), set('y')], {}, []],
    ['one that does nothing on conflict', [set('x', { conflictEffect: 'Disabled' }), set('y')], {}, []],
    ['a conflictEffect that fails', [set('x', { conflictEffect: "[parameters('gone')]" }), set('y')], {}, []],
    ['a conflictEffect that cannot be read', [set('x', { conflictEffect: '[oh(]' }), set('y')], {}, []],
    [
      'an object that is missing',
      [
        modify('addOrReplace', 'Contoso.Shop/things/deep.color', 'x'),
        modify('addOrReplace', 'Contoso.Shop/things/deep.color', 'y'),
      ],
      {},
      [],
    ],
    [
      'an object that is there',
      [
        modify('addOrReplace', 'Contoso.Shop/things/deep.color', 'x'),
        modify('addOrReplace', 'Contoso.Shop/things/deep.color', 'y'),
      ],
      { properties: { deep: {} } },
      [0, 1],
    ],
    ['a policy that alters nothing', [set('x'), bound({ effect: 'audit' })], {}, []],
  ])('%s', (_, policies, body, positions) => {
    expect(conflicts(policies, body)).toEqual(positions);
  });

  test('does not mind the order, and never names one alone', () => {
    const policy = fc.oneof(
      fc.constantFrom('x', 'y').map((value) => set(value)),
      fc.constantFrom('x', 'y').map((value) => modify('add', 'tags.env', value)),
      fc.constant(modify('remove', 'tags.env')),
      fc.constant(set('z', { conflictEffect: 'audit' })),
    );
    fc.assert(
      fc.property(fc.array(policy, { maxLength: 5 }), (policies) => {
        const found = conflicts(policies);
        expect(found.length).not.toBe(1);
        const reversed = conflicts(policies.toReversed()).map((at) => policies.length - 1 - at);
        expect(reversed.sort()).toEqual(found);
      }),
    );
  });
});
