import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { overCandidates } from './candidates.ts';
import { integerAt, integerResult } from './operands.ts';

function operation(name: string, compute: (a: bigint, b: bigint) => bigint): TemplateFunction {
  return overCandidates({
    name,
    argumentsMin: 2,
    argumentsMax: 2,
    returns: 'int',
    run(args, call) {
      return integerResult(call, compute(integerAt(call, args, 0), integerAt(call, args, 1)));
    },
  });
}

function nonZero(name: string, divisor: bigint): bigint {
  if (divisor === 0n) throw new EvaluationError(`${name} may not divide by 0`);
  return divisor;
}

/** `add` (template-functions-numeric.md). */
export const add: TemplateFunction = operation('add', (a, b) => a + b);

/** `sub` (template-functions-numeric.md). */
export const sub: TemplateFunction = operation('sub', (a, b) => a - b);

/** `mul` (template-functions-numeric.md). */
export const mul: TemplateFunction = operation('mul', (a, b) => a * b);

/** `div`, which rounds towards zero (template-functions-numeric.md). */
export const div: TemplateFunction = operation('div', (a, b) => a / nonZero('div', b));

/** `mod`, whose result has the sign of the dividend (template-functions-numeric.md). */
export const mod: TemplateFunction = operation('mod', (a, b) => a % nonZero('mod', b));
