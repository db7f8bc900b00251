import { findKey, type Value, type ValueObject } from '../../kernel/index.ts';
import type { TemplateFunction } from '../template-function.ts';
import { deepEquals, every, some, type Tri } from './deep-equals.ts';
import { distinctValues } from './distinct.ts';
import { isUnknown, setKey } from './operands.ts';
import { kindOf } from './union.ts';

function commonItems(arrays: readonly (readonly Value[])[]): Value[] | undefined {
  const [first = [], ...others] = arrays;
  const common: Value[] = [];
  for (const item of first) {
    const isCommon = every(others, (other): Tri => some(other, (member) => deepEquals(member, item)));
    if (isCommon === undefined) return undefined;
    if (isCommon) common.push(item);
  }
  return distinctValues(common);
}

/** `intersection` of arrays, in the order of the first, or of objects: the properties all share (template-functions-array.md). */
export const intersection: TemplateFunction = {
  name: 'intersection',
  argumentsMin: 2,
  argumentsMax: Number.POSITIVE_INFINITY,
  unknowns: 'handle',
  run(args, call) {
    const kind = kindOf(args, call);
    if (kind === undefined || args.some(isUnknown)) return call.unknown({ type: kind });
    if (kind === 'array') return commonItems(args as Value[][]) ?? call.unknown({ type: 'array' });
    const [first, ...others] = args as ValueObject[];
    const common: ValueObject = {};
    for (const [key, value] of Object.entries(first!)) {
      const isCommon = every(others, (other): Tri => {
        const name = findKey(other, key);
        return name !== undefined && deepEquals(other[name]!, value);
      });
      if (isCommon === undefined) return call.unknown({ type: 'object' });
      if (isCommon) setKey(call, common, key, value);
    }
    return common;
  },
};
