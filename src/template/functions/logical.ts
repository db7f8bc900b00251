import type { Value } from '../../kernel/index.ts';
import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { overCandidates } from './candidates.ts';
import { booleanAt, isInteger, refuse } from './operands.ts';

function constant(name: string, value: Value, returns: TemplateFunction['returns']): TemplateFunction {
  return { name, argumentsMin: 0, argumentsMax: 0, returns, run: () => value };
}

/** `true` (template-functions-logical.md). */
export const trueFunction: TemplateFunction = constant('true', true, 'bool');

/** `false` (template-functions-logical.md). */
export const falseFunction: TemplateFunction = constant('false', false, 'bool');

/** `null` (template-functions-object.md). */
export const nullFunction: TemplateFunction = constant('null', null, 'null');

/** `not` (template-functions-logical.md). */
export const not: TemplateFunction = overCandidates({
  name: 'not',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'bool',
  run: (args, call) => !booleanAt(call, args, 0),
});

const truth: Record<string, boolean | undefined> = { true: true, false: false, '1': true, '0': false };

/** `bool` of a string or an integer (template-functions-logical.md). */
export const bool: TemplateFunction = overCandidates({
  name: 'bool',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'bool',
  run(args, call) {
    const [value] = args;
    if (typeof value === 'boolean') return value;
    // biome-ignore lint/suspicious/noDoubleEquals: number and bigint are equal by value only with ==
    if (isInteger(value)) return value != 0;
    if (typeof value !== 'string') return refuse(call, args, 0, 'a string or an int');
    const key = value.trim().toLowerCase();
    const result = Object.hasOwn(truth, key) ? truth[key] : undefined;
    if (result === undefined) throw new EvaluationError(`bool cannot read \`${value}\` as a bool`);
    return result;
  },
});
