import type { Truth, Unknown, Value } from '../../kernel/index.ts';
import { EvaluationError } from '../../template/index.ts';
import type { Operator } from './operator.ts';

/** `exists`: the field is there and not null. Takes a boolean or its text. */
export const exists: Operator = {
  name: 'exists',
  test: (left, right) => (left !== undefined && left !== null) === wantsExistence(right),
  testUnknown: (left: Unknown, right): Truth => {
    const isThere = left.type !== undefined && left.type !== 'null';
    if (!isThere) return 'unknown';
    return wantsExistence(right) ? 'true' : 'false';
  },
  wanted: 'must exist:',
  unwanted: 'must not exist:',
};

function wantsExistence(right: Value): boolean {
  if (typeof right === 'boolean') return right;
  if (typeof right === 'string' && /^(true|false)$/i.test(right)) return right.toLowerCase() === 'true';
  throw new EvaluationError(`exists expects true or false, but got ${JSON.stringify(right)}`);
}
