import type { Value } from '../../kernel/index.ts';
import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { arrayAt, describe, isUnknown, lambdaAt } from './operands.ts';

/** `sort` by a lambda that says whether its first argument comes before its second; stable (template-functions-lambda.md). */
export const sort: TemplateFunction = {
  name: 'sort',
  argumentsMin: 2,
  argumentsMax: 2,
  unknowns: 'shallow',
  returns: 'array',
  run(args, call) {
    const lambda = lambdaAt(call, args, 1);
    let isOpen = false;
    const isBefore = (a: Value, b: Value): boolean => {
      const verdict = lambda.invoke(a, b);
      if (typeof verdict === 'boolean') return verdict;
      if (!isUnknown(verdict)) {
        throw new EvaluationError(
          `sort expects a lambda that gives a bool, but it gives ${describe(verdict)}`,
        );
      }
      isOpen = true;
      return false;
    };
    const sorted = arrayAt(call, args, 0).toSorted((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));
    return isOpen ? call.unknown({ type: 'array' }) : sorted;
  },
};
