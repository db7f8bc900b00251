import type { Value } from '../../kernel/index.ts';
import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { invoke } from './map.ts';
import { arrayAt, describe, isUnknown, lambdaAt } from './operands.ts';

/** `filter` of an array by a lambda of the item and, if it wants, the index (template-functions-lambda.md). */
export const filter: TemplateFunction = {
  name: 'filter',
  argumentsMin: 2,
  argumentsMax: 2,
  unknowns: 'shallow',
  returns: 'array',
  run(args, call) {
    const lambda = lambdaAt(call, args, 1);
    const kept: Value[] = [];
    let isOpen = false;
    for (const [index, item] of arrayAt(call, args, 0).entries()) {
      const verdict = invoke(lambda, item, index);
      if (isUnknown(verdict)) isOpen = true;
      else if (typeof verdict !== 'boolean') {
        throw new EvaluationError(
          `filter expects a lambda that gives a bool, but it gives ${describe(verdict)}`,
        );
      } else if (verdict) kept.push(item);
    }
    return isOpen ? call.unknown({ type: 'array' }) : kept;
  },
};
