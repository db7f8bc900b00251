import { fold } from '../../kernel/index.ts';
import { contains, containsKey, notContains, notContainsKey } from './contains.ts';
import { equals, notEquals } from './equals.ts';
import { exists } from './exists.ts';
import { isIn, notIn } from './in.ts';
import { like, notLike } from './like.ts';
import { match, matchInsensitively, notMatch, notMatchInsensitively } from './match.ts';
import type { Operator } from './operator.ts';
import { orderings } from './ordering.ts';

export type { LeftOperand, Operator } from './operator.ts';
export { negateTruth } from './operator.ts';

/** The condition operators by folded name. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  [
    equals,
    notEquals,
    like,
    notLike,
    match,
    notMatch,
    matchInsensitively,
    notMatchInsensitively,
    contains,
    notContains,
    isIn,
    notIn,
    containsKey,
    notContainsKey,
    ...orderings,
    exists,
  ].map((operator) => [fold(operator.name), operator]),
);
