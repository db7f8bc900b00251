import fc from 'fast-check';
import { Unknown, type Value, type ValueObject } from '../../../src/kernel/index.ts';
import { aliasTable } from '../../../src/policy/index.ts';

const things = 'Contoso.Shop/things';
const parts = 'Contoso.Shop/things/parts';

/** The aliases that generated rules use; `Contoso.Shop/things/none` is not among them, so nothing is known of it. */
export const aliases = aliasTable([
  [
    things,
    [
      'text',
      'number',
      'flag',
      'object',
      'list',
      'list[*]',
      'list[*].name',
      'list[*].ports',
      'list[*].ports[*]',
    ].map((path) => ({ name: `${things}/${path}`, path: `properties.${path}` })),
  ],
  [parts, [{ name: `${parts}/text`, path: 'properties.text' }]],
]);

const text = fc.constantFrom('a', 'b', 'ab', 'Prod', 'prod', '', '5', '05', 'true', 'East US', 'eastus');
const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.constantFrom<Value>(5, 0, 5.5, 22, true, false, null),
);
const member: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: partial({ name: scalar, ports: fc.array(scalar, { maxLength: 3 }) }) },
  scalar,
);

function partial(parts: Record<string, fc.Arbitrary<Value>>): fc.Arbitrary<ValueObject> {
  return fc.record(parts, { requiredKeys: [] }) as fc.Arbitrary<ValueObject>;
}

/** Resources: missing parts, nulls, nested arrays. */
export const resource: fc.Arbitrary<ValueObject> = fc
  .tuple(
    fc.constantFrom(things, things.toUpperCase(), parts, 'Microsoft.Resources/subscriptions'),
    fc.constantFrom('a', 'Prod', 'server/a'),
    partial({
      kind: text,
      location: fc.constantFrom('East US', 'eastus', 'westeurope', null),
      tags: partial({ env: text, 'my tag': text }),
      properties: partial({
        text: scalar,
        number: fc.oneof(fc.integer({ min: 0, max: 30 }), scalar),
        flag: fc.oneof(fc.boolean(), scalar),
        object: partial({ name: scalar, a: scalar }),
        list: fc.oneof({ weight: 5, arbitrary: fc.array(member, { maxLength: 3 }) }, scalar),
      }),
    }),
  )
  .map(([type, name, rest]) => ({ type, name, id: `/x/providers/${type}/${name}`, ...rest }));

const fields = fc.constantFrom(
  'type',
  'name',
  'fullName',
  'kind',
  'location',
  'tags.env',
  "tags['my tag']",
  "[concat('tags[', parameters('tag'), ']')]",
  ...['text', 'number', 'flag', 'object', 'list', 'list[*]', 'list[*].name', 'list[*].ports[*]'].map(
    (path) => `${things}/${path}`,
  ),
  `${parts}/text`,
);

const expressions = fc.constantFrom<Value>(
  "[parameters('text')]",
  "[parameters('number')]",
  "[parameters('missing')]",
  `[field('${things}/text')]`,
  `[concat(field('name'), parameters('text'))]`,
  `[length(field('${things}/list[*]'))]`,
  `[length(field('${things}/list[*].name'))]`,
  `[if(empty(field('${things}/text')), 'a', field('${things}/text'))]`,
  `[first(field('${things}/list[*].name'))]`,
  "[toLower(parameters('text'))]",
);
const rightScalar = fc.oneof(
  { weight: 6, arbitrary: scalar.filter((value) => value !== null) },
  { weight: 2, arbitrary: expressions },
  { weight: 1, arbitrary: fc.constant(null) },
);

const conditionOn: fc.Arbitrary<ValueObject> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('equals', 'notEquals', 'contains', 'notContains', 'containsKey', 'notContainsKey'),
        rightScalar,
      )
      .map(one),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('in', 'notIn'),
        fc.oneof(fc.array(rightScalar, { maxLength: 3 }), fc.constant<Value>("[parameters('list')]")),
      )
      .map(one),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('like', 'notLike'),
        fc.constantFrom('*', 'a*', '*d', 'P*d', 'prod', 'a*b*', '*/a'),
      )
      .map(one),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constant('exists'), fc.constantFrom<Value>(true, false, 'True')).map(one),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('less', 'lessOrEquals', 'greater', 'greaterOrEquals'),
        fc.constantFrom<Value>(5, 10, '5', 'b'),
      )
      .map(one),
  },
);

/** Conditions in which case matters. */
const matching: fc.Arbitrary<ValueObject> = fc
  .tuple(
    fc.constantFrom('match', 'notMatch', 'matchInsensitively', 'notMatchInsensitively'),
    fc.constantFrom('?', 'P???', '#', 'Contoso.Shop/things', 'contoso.shop/things'),
  )
  .map(one);

function one([operator, right]: readonly [string, Value]): ValueObject {
  return { [operator]: right };
}

const memberFields = fc.constantFrom(
  `${things}/list[*]`,
  `${things}/list[*].name`,
  `${things}/list[*].ports[*]`,
  `${things}/text`,
  'tags.env',
);

const memberLeaf: fc.Arbitrary<ValueObject> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(memberFields, conditionOn).map(([field, rest]) => ({ field, ...rest })) },
  fc
    .tuple(
      fc.constantFrom(`[current('${things}/list[*]')]`, `[current('${things}/list[*].name')]`),
      conditionOn,
    )
    .map(([value, rest]) => ({ value, ...rest })),
);
const where: fc.Arbitrary<ValueObject> = fc.oneof(
  { weight: 3, arbitrary: memberLeaf },
  fc.tuple(fc.constantFrom('allOf', 'anyOf'), fc.array(memberLeaf, { minLength: 1, maxLength: 3 })).map(one),
  memberLeaf.map((inner) => ({ not: inner })),
);
const number = fc
  .tuple(fc.constantFrom('equals', 'greater', 'less', 'notEquals', 'in'), fc.constantFrom(0, 1, 2))
  .map(([operator, value]) => ({ [operator]: operator === 'in' ? [value, 3] : value }));

const count: fc.Arbitrary<ValueObject> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(`${things}/list[*]`, `${things}/list[*].ports[*]`, `${things}/list[*].name`),
      fc.option(where, { nil: undefined }),
      number,
    )
    .map(([field, inner, rest]) => ({
      count: { field, ...(inner === undefined ? {} : { where: inner }) },
      ...rest,
    })),
  fc
    .tuple(
      fc.constantFrom<Value>(['a', 'Prod'], "[parameters('list')]", `[field('${things}/list[*].name')]`),
      fc.constantFrom('name', `${things}/text`, `${things}/list[*].name`),
      number,
    )
    .map(([value, field, rest]) => ({
      count: { value, name: 'item', where: { field, equals: "[current('item')]" } },
      ...rest,
    })),
);

function leaf(conditions: fc.Arbitrary<ValueObject>): fc.Arbitrary<ValueObject> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.tuple(fields, conditions).map(([field, rest]) => ({ field, ...rest })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.oneof(scalar, expressions), conditions)
        .map(([value, rest]) => ({ value, ...rest })),
    },
    { weight: 2, arbitrary: count },
  );
}

function conditionOf(leaves: fc.Arbitrary<ValueObject>): fc.Arbitrary<ValueObject> {
  return fc.letrec<{ node: ValueObject }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 3, arbitrary: leaves },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('allOf', 'anyOf'), fc.array(tie('node'), { maxLength: 3 }))
          .map(one),
      },
      { weight: 1, arbitrary: tie('node').map((inner) => ({ not: inner })) },
    ),
  })).node;
}

/** Conditions nested up to four deep, over all operators. */
export const condition = conditionOf(leaf(fc.oneof({ weight: 6, arbitrary: conditionOn }, matching)));

/** The same without operators that mind the case. */
export const caselessCondition = conditionOf(leaf(conditionOn));

export const parameters: fc.Arbitrary<Record<string, Value>> = fc.record({
  text: text as fc.Arbitrary<Value>,
  number: fc.integer({ min: 0, max: 3 }) as fc.Arbitrary<Value>,
  list: fc.array(text, { maxLength: 3 }) as fc.Arbitrary<Value>,
  tag: fc.constantFrom<Value>('env', 'my tag'),
});

/** Hides parts of a value: each path chosen becomes an unknown of which something true is known. */
export function hide(value: Value, choose: () => number, depth = 0): Value {
  const choice = depth === 0 ? 1 : choose();
  if (choice === 0) return unknownOf(value, choose());
  if (Array.isArray(value)) return value.map((item) => hide(item, choose, depth + 1));
  if (typeof value !== 'object' || value === null || value instanceof Unknown) return value;
  const object: ValueObject = {};
  for (const [key, inner] of Object.entries(value))
    object[key] = ['type', 'id'].includes(key) && depth === 0 ? inner : hide(inner, choose, depth + 1);
  return object;
}

function unknownOf(value: Value, variant: number): Unknown {
  const causes = [{ kind: 'parameter', name: 'p' }] as const;
  if (variant === 1) return new Unknown('p', { causes, candidates: [value, 'other'] });
  if (variant === 2) return new Unknown('p', { causes, candidates: ['b', value] });
  if (typeof value === 'string' && variant > 2) {
    const half = value.length >> 1;
    return new Unknown('p', {
      causes,
      type: 'string',
      prefix: value.slice(0, half),
      suffix: value.slice(half),
    });
  }
  if (typeof value === 'boolean' && variant > 2) return new Unknown('p', { causes, type: 'bool' });
  if (Array.isArray(value) && variant > 2) return new Unknown('p', { causes, type: 'array' });
  if (typeof value === 'object' && value !== null && variant > 2)
    return new Unknown('p', { causes, type: 'object' });
  return new Unknown('p', { causes });
}

/** A value with the case of its property names and texts changed. */
export function recase(value: Value, upper: boolean): Value {
  const change = (one: string) => (upper ? one.toUpperCase() : one.toLowerCase());
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => recase(item, upper));
  if (typeof value !== 'object' || value === null || value instanceof Unknown) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [change(key), recase(inner, upper)]));
}
