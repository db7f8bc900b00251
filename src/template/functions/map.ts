import type { Value, ValueObject } from '../../kernel/index.ts';
import type { Lambda, TemplateFunction } from '../template-function.ts';
import { arrayAt, lambdaAt, objectAt, setKey } from './operands.ts';

/** Calls a lambda with as many of `args` as it declares: the index at the end is optional. */
export function invoke(lambda: Lambda, ...args: Value[]): Value {
  return lambda.invoke(...args.slice(0, lambda.parameterNames.length));
}

/** `map` of an array by a lambda of the item and, if it wants, the index (template-functions-lambda.md). */
export const map: TemplateFunction = {
  name: 'map',
  argumentsMin: 2,
  argumentsMax: 2,
  unknowns: 'shallow',
  returns: 'array',
  run(args, call) {
    const lambda = lambdaAt(call, args, 1);
    return arrayAt(call, args, 0).map((item, index) => invoke(lambda, item, index));
  },
};

/** `mapValues` of an object by a lambda of the value (template-functions-lambda.md). */
export const mapValues: TemplateFunction = {
  name: 'mapValues',
  argumentsMin: 2,
  argumentsMax: 2,
  unknowns: 'shallow',
  returns: 'object',
  run(args, call) {
    const lambda = lambdaAt(call, args, 1);
    const result: ValueObject = {};
    for (const [key, value] of Object.entries(objectAt(call, args, 0)))
      setKey(call, result, key, lambda.invoke(value));
    return result;
  },
};
