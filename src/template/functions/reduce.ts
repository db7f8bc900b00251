import type { TemplateFunction } from '../template-function.ts';
import { invoke } from './map.ts';
import { arrayAt, isUnknown, lambdaAt, valueAt } from './operands.ts';

/** `reduce` of an array by a lambda of the value so far, the next item and, if it wants, the index (template-functions-lambda.md). */
export const reduce: TemplateFunction = {
  name: 'reduce',
  argumentsMin: 3,
  argumentsMax: 3,
  unknowns: 'handle',
  run(args, call) {
    if (isUnknown(args[0])) return call.unknown();
    const lambda = lambdaAt(call, args, 2);
    let value = valueAt(call, args, 1);
    for (const [index, item] of arrayAt(call, args, 0).entries()) value = invoke(lambda, value, item, index);
    return value;
  },
};
