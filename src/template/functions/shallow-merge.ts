import { isObject, type ValueObject } from '../../kernel/index.ts';
import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { arrayAt, describe, isUnknown, setKey } from './operands.ts';

/** `shallowMerge` of an array of objects: a later property replaces an earlier one whole (template-functions-object.md). */
export const shallowMerge: TemplateFunction = {
  name: 'shallowMerge',
  argumentsMin: 1,
  argumentsMax: 1,
  unknowns: 'shallow',
  returns: 'object',
  run(args, call) {
    const merged: ValueObject = {};
    let isOpen = false;
    for (const item of arrayAt(call, args, 0)) {
      if (isUnknown(item)) isOpen = true;
      else if (isObject(item)) for (const key of Object.keys(item)) setKey(call, merged, key, item[key]!);
      else
        throw new EvaluationError(
          `shallowMerge expects an array of objects, but an item is ${describe(item)}`,
        );
    }
    return isOpen ? call.unknown({ type: 'object' }) : merged;
  },
};
