import type { Value } from '../../kernel/index.ts';
import type { TemplateFunction } from '../template-function.ts';
import { deepEquals, some } from './deep-equals.ts';
import { arrayAt } from './operands.ts';

/** The different values of `values` in their order; `undefined` when it is not known whether two are the same. */
export function distinctValues(values: readonly Value[]): Value[] | undefined {
  const result: Value[] = [];
  const scalars = new Set<Value>();
  let openCount = 0;
  for (const value of values) {
    if (openCount === 0 && typeof value !== 'object') {
      // The usual case, strings and numbers, needs no comparison of each with each.
      const key = typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
      if (!scalars.has(key)) result.push(value);
      scalars.add(key);
      continue;
    }
    const isRepeated = some(result, (earlier) => deepEquals(earlier, value));
    if (isRepeated === undefined) return undefined;
    if (isRepeated) continue;
    result.push(value);
    openCount++;
  }
  return result;
}

/** `distinct` (the `distinct` function of the Bicep `sys` namespace). */
export const distinct: TemplateFunction = {
  name: 'distinct',
  argumentsMin: 1,
  argumentsMax: 1,
  unknowns: 'shallow',
  returns: 'array',
  run: (args, call) => distinctValues(arrayAt(call, args, 0)) ?? call.unknown({ type: 'array' }),
};
