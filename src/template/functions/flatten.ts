import type { Value } from '../../kernel/index.ts';
import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { arrayAt, describe, isUnknown } from './operands.ts';

/** `flatten` of an array of arrays, one level deep (template-functions-array.md). */
export const flatten: TemplateFunction = {
  name: 'flatten',
  argumentsMin: 1,
  argumentsMax: 1,
  unknowns: 'shallow',
  returns: 'array',
  run(args, call) {
    const result: Value[] = [];
    let isOpen = false;
    for (const item of arrayAt(call, args, 0)) {
      if (Array.isArray(item)) for (const member of item) result.push(member);
      else if (isUnknown(item)) isOpen = true;
      else throw new EvaluationError(`flatten expects an array of arrays, but an item is ${describe(item)}`);
    }
    return isOpen ? call.unknown({ type: 'array' }) : result;
  },
};
