import type { ValueObject } from '../../kernel/index.ts';
import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { isUnknown, setKey, stringAt, valueAt } from './operands.ts';

/** `createObject` of keys and values in turn; of equal keys the last value stays (template-functions-object.md). */
export const createObject: TemplateFunction = {
  name: 'createObject',
  argumentsMin: 0,
  argumentsMax: Number.POSITIVE_INFINITY,
  unknowns: 'handle',
  returns: 'object',
  run(args, call) {
    if (args.length % 2 !== 0) throw new EvaluationError('createObject expects a value for each key');
    const object: ValueObject = {};
    let isOpen = false;
    for (let position = 0; position < args.length; position += 2) {
      if (isUnknown(args[position])) isOpen = true;
      else setKey(call, object, stringAt(call, args, position), valueAt(call, args, position + 1));
    }
    return isOpen ? call.unknown({ type: 'object' }) : object;
  },
};
