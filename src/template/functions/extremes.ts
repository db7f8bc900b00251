import { type Argument, type Call, EvaluationError, type TemplateFunction } from '../template-function.ts';
import { integerAt, integerResult } from './operands.ts';

function extreme(name: string, isBetter: (a: bigint, b: bigint) => boolean): TemplateFunction {
  return {
    name,
    argumentsMin: 1,
    argumentsMax: Number.POSITIVE_INFINITY,
    returns: 'int',
    run(args, call) {
      const numbers = operands(args, call);
      let best = integerAt(call, numbers, 0);
      for (let position = 1; position < numbers.length; position++) {
        const next = integerAt(call, numbers, position);
        if (isBetter(next, best)) best = next;
      }
      return integerResult(call, best);
    },
  };
}

function operands(args: readonly Argument[], call: Call): readonly Argument[] {
  const [first] = args;
  if (args.length !== 1 || !Array.isArray(first)) return args;
  if (first.length === 0) throw new EvaluationError(`${call.name} of an empty array is not defined`);
  return first;
}

/** `max` of integers or of one array of them (template-functions-numeric.md). */
export const max: TemplateFunction = extreme('max', (a, b) => a > b);

/** `min` of integers or of one array of them (template-functions-numeric.md). */
export const min: TemplateFunction = extreme('min', (a, b) => a < b);
