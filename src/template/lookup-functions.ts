import { fold, sameName, Unknown, type Value } from '../kernel/index.ts';
import { describeValue } from './describe-value.ts';
import { type ContextFunction, callFunction, evaluate } from './evaluate.ts';
import type { CallExpression } from './expression.ts';
import type { Frame, LoopBinding } from './frame.ts';
import { pureFunctions } from './functions/index.ts';
import { MissingNameError } from './missing-name.ts';
import { EvaluationError } from './template-function.ts';

/** `parameters`, `variables` and `copyIndex` (articles/azure-resource-manager/templates/template-functions-deployment.md, copy-resources.md). */
export const lookupFunctions: readonly ContextFunction<Frame>[] = [
  {
    name: 'parameters',
    argumentsMin: 1,
    argumentsMax: 1,
    evaluate: (call, frame) => lookUp(call, frame, parameterOf),
  },
  {
    name: 'variables',
    argumentsMin: 1,
    argumentsMax: 1,
    evaluate: (call, frame) => lookUp(call, frame, variableOf),
  },
  { name: 'copyIndex', argumentsMin: 0, argumentsMax: 2, evaluate: copyIndex },
];

function lookUp(call: CallExpression, frame: Frame, find: (name: string, frame: Frame) => Value): Value {
  const name = evaluate(call.args[0]!, frame);
  if (name instanceof Unknown) return name.derive(`${call.name}(${name.expression})`);
  if (typeof name !== 'string')
    throw new EvaluationError(`${call.name} expects a name, but got ${describeValue(name)}`);
  return find(name, frame);
}

/** A parameter as seen from a frame: a user function sees only its own, a nested template with outer scope those of its parent. */
function parameterOf(name: string, frame: Frame): Value {
  if (frame.functionParameters !== undefined) {
    const value = frame.functionParameters.get(fold(name));
    if (value === undefined)
      throw new MissingNameError('parameter', name, [...frame.functionParameters.keys()]);
    return value;
  }
  const { outer } = frame.deployment;
  return outer === undefined ? frame.deployment.parameter(name) : parameterOf(name, outer);
}

/**
 * A variable as seen from a frame. User functions see none (articles/azure-resource-manager/templates/user-defined-functions.md#limitations), but
 * for those of a template with symbolic names: the Bicep compiler writes such ones.
 */
function variableOf(name: string, frame: Frame): Value {
  if (frame.functionParameters !== undefined && !frame.deployment.sections.symbolicNames)
    throw new EvaluationError('a user function cannot use variables');
  const { outer } = frame.deployment;
  return outer === undefined ? frame.deployment.variable(name) : variableOf(name, outer);
}

const add = pureFunctions.find((entry) => entry.name === 'add')!;

function copyIndex(call: CallExpression, frame: Frame): Value {
  const args = call.args.map((arg) => evaluate(arg, frame));
  const named = typeof args[0] === 'string' ? args[0] : undefined;
  const offset = named === undefined ? args[0] : args[1];
  const loop =
    named === undefined
      ? (findLoop(frame, (one) => one.isOfResources) ?? findLoop(frame, () => true))
      : findLoop(frame, (one) => sameName(one.name, named));
  if (loop === undefined) {
    throw new EvaluationError(
      named === undefined
        ? 'copyIndex is used outside a copy loop'
        : `there is no copy loop \`${named}\` around this`,
    );
  }
  return offset === undefined ? loop.index : callFunction(add, call.name, [loop.index, offset], frame.limits);
}

/** The nearest loop around a frame that is meant; a nested template with outer scope sees those around its deployment. */
function findLoop(frame: Frame, isMeant: (loop: LoopBinding) => boolean): LoopBinding | undefined {
  for (let loop = frame.loop; loop !== undefined; loop = loop.outer) {
    if (isMeant(loop)) return loop;
  }
  const { outer } = frame.deployment;
  return outer === undefined ? undefined : findLoop(outer, isMeant);
}
