import fc from 'fast-check';
import type {
  Attribute,
  AttributeFact,
  Condition,
  ConditionFacts,
  Operator,
  Scalar,
} from '../../../../src/access/condition/index.ts';
import { attributeNamed, operators } from '../../../../src/access/condition/index.ts';

// Few names and values, so that conditions meet the facts.
const actions = ['Contoso.Shop/things/read', 'Contoso.Shop/things/write', 'contoso.shop/carts/read'];
const patterns = [...actions, 'Contoso.Shop/*', '*/read', 'Contoso.Shop/*/write', '*'];
const subOperations = ['Things.List', 'Things.Copy'];
const values: Readonly<Record<Operator['family'], readonly (string | bigint | boolean)[]>> = {
  string: ['a', 'A', 'ab', 'b*', '?'],
  number: [1n, 2n, -3n],
  boolean: [true, false],
  guid: ['00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000b'],
  dateTime: [0n, 17_000_000_000_000_001n],
};
const families = Object.keys(values) as Operator['family'][];
const place = { start: 0, end: 0 };

/** Two attributes a family, so that every comparison is of values that it can compare. */
function attributesOf(family: Operator['family']): readonly Attribute[] {
  return [`@Resource[Contoso.Shop/things:${family}]`, `@Request[${family}]`].map(attributeNamed);
}

/** An attribute that may have any number of values; only operators that take several meet it. */
function listAttribute(family: Operator['family']): Attribute {
  return attributeNamed(`@Principal[Contoso.Shop/people:${family}]`);
}

function operandOf(family: Operator['family'], isList: boolean) {
  const attribute = fc.constantFrom(...attributesOf(family), ...(isList ? [listAttribute(family)] : []));
  const written = fc
    .array(fc.constantFrom(...values[family]), { minLength: 1, maxLength: isList ? 3 : 1 })
    .map((list) => ({ kind: 'values' as const, values: list }));
  return fc.oneof(attribute, written);
}

const comparison: fc.Arbitrary<Condition> = fc.constantFrom(...operators.values()).chain((operator) => {
  const operand = operandOf(operator.family, operator.quantifier !== undefined);
  return fc
    .record({ left: operand, right: operand })
    .map((sides) => ({ kind: 'comparison' as const, operator, ...sides, ...place }));
});

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  comparison,
  fc.constantFrom(...patterns).map((pattern) => ({ kind: 'action' as const, pattern, ...place })),
  fc.constantFrom(...subOperations).map((pattern) => ({ kind: 'subOperation' as const, pattern, ...place })),
  fc
    .constantFrom(...families.flatMap((family) => attributesOf(family)))
    .map((attribute) => ({ kind: 'exists' as const, attribute, ...place })),
);

/** Any condition of moderate size. */
export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      conditions: fc.array(tie('condition'), { minLength: 2, maxLength: 4 }),
      start: fc.constant(0),
      end: fc.constant(0),
    }),
    tie('condition').map((condition) => ({ kind: 'not' as const, condition, ...place })),
  ),
})).condition;

function scalarsOf(family: Operator['family']): readonly Scalar[] {
  if (family !== 'dateTime') return values[family];
  return ['1970-01-01T00:00:00Z', '2023-11-14T22:13:20.0000001Z'];
}

function factOf(family: Operator['family'], isList: boolean): fc.Arbitrary<AttributeFact> {
  const value = fc.constantFrom(...scalarsOf(family));
  const list = isList ? { maxLength: 3 } : { minLength: 1, maxLength: 1 };
  return fc.oneof(fc.constant(null), fc.array(value, list));
}

const known: readonly (readonly [key: string, fact: fc.Arbitrary<AttributeFact>])[] = families.flatMap(
  (family) => [
    ...attributesOf(family).map(({ key }) => [key, factOf(family, false)] as const),
    [listAttribute(family).key, factOf(family, true)] as const,
  ],
);

/** Everything known: the action, the suboperation and every attribute. */
export const completeFacts: fc.Arbitrary<ConditionFacts> = fc
  .record({
    action: fc.constantFrom(...actions, 'Contoso.Other/things/delete'),
    subOperation: fc.constantFrom(null, ...subOperations),
    facts: fc.tuple(...known.map(([, fact]) => fact)),
  })
  .map(({ action, subOperation, facts }) => ({
    action,
    subOperation,
    attributes: new Map(known.map(([key], at) => [key, facts[at] ?? null])),
  }));

/** Which of the facts are kept: the first for the action, the second for the suboperation, the rest for the attributes. */
export const selections: fc.Arbitrary<boolean[]> = fc.array(fc.boolean(), {
  minLength: 2 + known.length,
  maxLength: 2 + known.length,
});

/** Only some of the facts. An action that is not kept may leave a pattern that it is like. */
export function someFacts(facts: ConditionFacts, kept: readonly boolean[], pattern?: string): ConditionFacts {
  const attributes = [...(facts.attributes ?? [])].filter((_, at) => kept[at + 2]);
  return {
    action: kept[0] ? facts.action : pattern,
    subOperation: kept[1] ? facts.subOperation : undefined,
    attributes: new Map(attributes),
  };
}
