import { fold } from '../../kernel/index.ts';
import type { Comparable, Family } from './comparable.ts';
import { isLike } from './like.ts';

/**
 * How many of the left values must compare to how many of the right ones: the first word for the left side, the second for the right.
 * Absent from operators that compare one value with one.
 */
export type Quantifier =
  | 'ForAnyOfAnyValues'
  | 'ForAllOfAnyValues'
  | 'ForAnyOfAllValues'
  | 'ForAllOfAllValues';

/** An operator of the condition language (articles/role-based-access-control/conditions-format.md). */
export interface Operator {
  /** In the documented spelling, quantifier included. */
  readonly name: string;
  readonly family: Family;
  readonly quantifier: Quantifier | undefined;
  /** It says that something is not so: `StringNotEquals`, `GuidNotEquals` ... */
  readonly isNegated: boolean;
  /** It is one of the `Equals` or `NotEquals`. */
  readonly isEquality: boolean;
  /** Case of texts does not matter. */
  readonly ignoresCase: boolean;
  /** Compares one value with one; both are of the family. */
  readonly test: (left: Comparable, right: Comparable) => boolean;
}

type Base = Omit<Operator, 'quantifier'>;
type Test = Operator['test'];

const equals: Test = (left, right) => left === right;
const isLess: Test = (left, right) => left < right;
const isGreater: Test = (left, right) => left > right;

function base(name: string, family: Family, test: Test, more: Partial<Base> = {}): Base {
  return { name, family, isNegated: false, isEquality: false, ignoresCase: false, test, ...more };
}

function opposite(test: Test): Test {
  return (left, right) => !test(left, right);
}

function ignoringCase(test: Test): Test {
  return (left, right) => test(fold(left as string), fold(right as string));
}

/** An operator and the one that says the opposite, e.g. `StringLike` and `StringNotLike`. */
function pair(prefix: string, name: string, family: Family, test: Test): Base[] {
  const isEquality = name === 'Equals';
  return [
    base(`${prefix}${name}`, family, test, { isEquality }),
    base(`${prefix}Not${name}`, family, opposite(test), { isEquality, isNegated: true }),
  ];
}

function texts(name: string, test: Test): Base[] {
  const sensitive = pair('String', name, 'string', test);
  return sensitive.flatMap((one) => [
    one,
    { ...one, name: `${one.name}IgnoreCase`, ignoresCase: true, test: ignoringCase(one.test) },
  ]);
}

function orders(prefix: string, family: Family): Base[] {
  return [
    ...pair(prefix, 'Equals', family, equals),
    base(`${prefix}LessThan`, family, isLess),
    base(`${prefix}LessThanEquals`, family, opposite(isGreater)),
    base(`${prefix}GreaterThan`, family, isGreater),
    base(`${prefix}GreaterThanEquals`, family, opposite(isLess)),
  ];
}

const bases: readonly Base[] = [
  ...texts('Equals', equals),
  ...texts('StartsWith', (left, right) => (left as string).startsWith(right as string)),
  ...texts('Like', (left, right) => isLike(left as string, right as string)),
  ...orders('Numeric', 'number'),
  ...orders('DateTime', 'dateTime'),
  ...pair('Bool', 'Equals', 'boolean', equals),
  ...pair('Guid', 'Equals', 'guid', equals),
];

const quantifiers: readonly (Quantifier | undefined)[] = [
  undefined,
  'ForAnyOfAnyValues',
  'ForAllOfAnyValues',
  'ForAnyOfAllValues',
  'ForAllOfAllValues',
];

/** The operators by folded name. Every quantifier goes with every comparison, though the documentation lists fewer. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  quantifiers.flatMap((quantifier) =>
    bases.map((one) => {
      const name = quantifier === undefined ? one.name : `${quantifier}:${one.name}`;
      return [fold(name), { ...one, name, quantifier }] as const;
    }),
  ),
);
