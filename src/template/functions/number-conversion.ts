import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { overCandidates } from './candidates.ts';
import { integerResult, refuse } from './operands.ts';

const decimal = /^\s*([+-]?\d+)(?:\.\d*)?\s*$/;
const floating = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/** `int` of a string or a number; fractions are cut off (template-functions-numeric.md). */
export const int: TemplateFunction = overCandidates({
  name: 'int',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'int',
  run(args, call) {
    const [value] = args;
    if (typeof value === 'bigint') return integerResult(call, value);
    if (typeof value === 'number') return integerResult(call, BigInt(Math.trunc(value)));
    if (typeof value !== 'string') return refuse(call, args, 0, 'a string or an int');
    const digits = decimal.exec(value)?.[1];
    if (digits === undefined) throw new EvaluationError(`int cannot read \`${value}\` as an integer`);
    return integerResult(call, BigInt(digits.replace(/^\+/, '')));
  },
});

/** `float` of a string or a number (template-functions-numeric.md). */
export const float: TemplateFunction = overCandidates({
  name: 'float',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'float',
  run(args, call) {
    const [value] = args;
    if (typeof value === 'bigint' || typeof value === 'number') return Number(value);
    if (typeof value !== 'string') return refuse(call, args, 0, 'a string or an int');
    const result = floating.test(value) ? Number(value) : Number.NaN;
    if (!Number.isFinite(result)) throw new EvaluationError(`float cannot read \`${value}\` as a number`);
    return result;
  },
});
