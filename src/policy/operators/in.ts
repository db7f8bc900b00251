import { EvaluationError } from '../../template/index.ts';
import { isEqual, textCannotBe } from './equals.ts';
import { refuseNull } from './operand-text.ts';
import { negate, type Operator } from './operator.ts';

/** `in`: equals any element. */
export const isIn: Operator = {
  name: 'in',
  test: (left, right) => {
    refuseNull(right, 'in');
    if (!Array.isArray(right)) throw new EvaluationError('in expects an array');
    return right.some((item) => isEqual(left, item));
  },
  testUnknown: (left, right) =>
    Array.isArray(right) && right.every((item) => textCannotBe(left, item) === 'false') ? 'false' : 'unknown',
  wanted: 'must be one of',
  unwanted: 'must not be one of',
};

export const notIn: Operator = negate('notIn', isIn);
