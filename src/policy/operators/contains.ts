import { fold, isObject, type Truth, type Unknown, type Value } from '../../kernel/index.ts';
import { isEqual } from './equals.ts';
import { leftText, rightText } from './operand-text.ts';
import { type LeftOperand, negate, type Operator } from './operator.ts';

/** `contains`: a text within a text, or an element within an array, without regard to case. */
export const contains: Operator = {
  name: 'contains',
  test: containsValue,
  testUnknown: (left, right): Truth => {
    if (typeof right !== 'string' || right === '') return 'unknown';
    const wanted = fold(right);
    return fold(left.prefix).includes(wanted) || fold(left.suffix).includes(wanted) ? 'true' : 'unknown';
  },
  wanted: 'must contain',
  unwanted: 'must not contain',
};

export const notContains: Operator = negate('notContains', contains);

function containsValue(left: LeftOperand, right: Value): boolean {
  if (Array.isArray(left)) {
    if (right === null) rightText(right, 'contains');
    return left.some((item) => isEqual(item, right));
  }
  const wanted = rightText(right, 'contains');
  const text = leftText(left);
  return text !== undefined && fold(text).includes(fold(wanted));
}

/** `containsKey`: an object has a property of that name. */
export const containsKey: Operator = {
  name: 'containsKey',
  test: (left, right) => {
    const wanted = fold(rightText(right, 'containsKey'));
    return left !== undefined && isObject(left) && Object.keys(left).some((key) => fold(key) === wanted);
  },
  testUnknown: (left: Unknown, right): Truth => {
    const known = left.known?.();
    if (
      known !== undefined &&
      !Array.isArray(known) &&
      typeof right === 'string' &&
      Object.keys(known).some((key) => fold(key) === fold(right))
    )
      return 'true';
    return left.type !== undefined && left.type !== 'object' ? 'false' : 'unknown';
  },
  wanted: 'must have the key',
  unwanted: 'must not have the key',
};

export const notContainsKey: Operator = negate('notContainsKey', containsKey);
