import { fold, isObject, type Truth, type Unknown, type Value } from '../../kernel/index.ts';
import { leftText, refuseNull, sameText, scalarText } from './operand-text.ts';
import { type LeftOperand, negate, type Operator } from './operator.ts';

/** `equals`: both sides as text, without regard to case; arrays and objects are compared by structure. */
export const equals: Operator = {
  name: 'equals',
  test: (left, right) => {
    refuseNull(right, 'equals');
    return isEqual(left, right);
  },
  testUnknown: textCannotBe,
  wanted: 'must be',
  unwanted: 'must not be',
};

export const notEquals: Operator = negate('notEquals', equals);

/** Whether a left operand equals a value by the rule of `equals` and `in`. */
export function isEqual(left: LeftOperand, right: Value): boolean {
  const rightScalar = scalarText(right);
  if (rightScalar === undefined || right === null) return isDeepEqual(left, right);
  const text = leftText(left);
  return text !== undefined && sameText(text, rightScalar);
}

function isDeepEqual(left: LeftOperand, right: Value): boolean {
  if (left === undefined || left === null) return right === null;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => isEqual(item, right[index]!));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const entries = new Map(Object.entries(right).map(([key, value]) => [fold(key), value]));
  const keys = Object.keys(left);
  return (
    keys.length === entries.size &&
    keys.every((key) => entries.has(fold(key)) && isEqual(left[key], entries.get(fold(key))!))
  );
}

/** An unknown text cannot equal a value that lacks its known beginning or end. */
export function textCannotBe(left: Unknown, right: Value): Truth {
  const text = scalarText(right);
  if (text === undefined)
    return left.type !== undefined && left.type !== 'array' && left.type !== 'object' ? 'false' : 'unknown';
  if (left.type === 'array' || left.type === 'object') return 'false';
  const folded = fold(text);
  const fits =
    folded.startsWith(fold(left.prefix)) &&
    folded.endsWith(fold(left.suffix)) &&
    folded.length >= Math.max(left.prefix.length, left.suffix.length);
  return fits ? 'unknown' : 'false';
}
