import { isKnown, Unknown, type Value } from '../kernel/index.ts';
import { describeValue } from './describe-value.ts';
import { type ContextFunction, type Environment, evaluate, unknownCall } from './evaluate.ts';
import type { CallExpression, Expression } from './expression.ts';
import { deepEquals } from './functions/index.ts';
import { EvaluationError } from './template-function.ts';

/**
 * The functions that look at an argument only when they need it
 * (articles/azure-resource-manager/templates/template-functions-logical.md, -comparison.md#coalesce).
 */
export const logicFunctions: readonly ContextFunction<Environment>[] = [
  { name: 'if', argumentsMin: 3, argumentsMax: 3, evaluate: evaluateIf },
  {
    name: 'and',
    argumentsMin: 2,
    argumentsMax: Infinity,
    evaluate: (call, environment) => evaluateJunction(call, environment, false),
  },
  {
    name: 'or',
    argumentsMin: 2,
    argumentsMax: Infinity,
    evaluate: (call, environment) => evaluateJunction(call, environment, true),
  },
  { name: 'coalesce', argumentsMin: 1, argumentsMax: Infinity, evaluate: evaluateCoalesce },
];

function evaluateIf(call: CallExpression, environment: Environment): Value {
  const [condition, whenTrue, whenFalse] = call.args as [Expression, Expression, Expression];
  const chosen = evaluate(condition, environment);
  if (typeof chosen === 'boolean') return evaluate(chosen ? whenTrue : whenFalse, environment);
  if (!(chosen instanceof Unknown))
    throw new EvaluationError(`the condition of if is ${describeValue(chosen)}, not a bool`);
  const branches = [branch(whenTrue, environment, chosen), branch(whenFalse, environment, chosen)] as const;
  if (isSameScalar(branches[0], branches[1])) return branches[0];
  return unknownCall(call.name, [chosen, ...branches], {
    type: commonType(branches[0], branches[1]),
    candidates: candidatesOf(branches),
  });
}

/** What may not be needed must not fail the expression: its failure is one more unknown. */
function branch(expression: Expression, environment: Environment, condition: Unknown): Value {
  try {
    return evaluate(expression, environment);
  } catch (error) {
    if (error instanceof EvaluationError) return condition.derive('…');
    throw error;
  }
}

function isSameScalar(a: Value, b: Value): boolean {
  return a === b && !(a instanceof Unknown);
}

function commonType(a: Value, b: Value): Unknown['type'] {
  const [first, second] = [scalarType(a), scalarType(b)];
  return first === second ? first : undefined;
}

function scalarType(value: Value): Unknown['type'] {
  if (value instanceof Unknown) return value.type;
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (Array.isArray(value)) return 'array';
  if (value === null) return undefined;
  return typeof value === 'object' ? 'object' : 'int';
}

const candidateCountMax = 16;

/** What the chosen branch can be; `undefined` when that is not known, or too much to follow. */
function candidatesOf(branches: readonly Value[]): Value[] | undefined {
  const candidates: Value[] = [];
  for (const branchValue of branches) {
    const values = branchValue instanceof Unknown ? branchValue.candidates : [branchValue];
    if (values === undefined || !values.every(isKnown)) return undefined;
    for (const value of values)
      if (!candidates.some((one) => deepEquals(one, value) === true)) candidates.push(value);
  }
  return candidates.length <= candidateCountMax ? candidates : undefined;
}

/** `and` stops at the first false, `or` at the first true; an unknown before it does not matter then. */
function evaluateJunction(call: CallExpression, environment: Environment, decisive: boolean): Value {
  const operands: Value[] = [];
  for (const arg of call.args) {
    const operand = operandOf(arg, environment, operands);
    if (operand === decisive) return decisive;
    if (typeof operand !== 'boolean' && !(operand instanceof Unknown)) {
      throw new EvaluationError(
        `${call.name} expects bools, but argument ${operands.length + 1} is ${describeValue(operand)}`,
      );
    }
    operands.push(operand);
  }
  return operands.some((operand) => operand instanceof Unknown)
    ? unknownCall(call.name, operands, { type: 'bool' })
    : !decisive;
}

/** An operand of a function that stops at the first that decides; after an unknown one it may not be reached at all. */
function operandOf(arg: Expression, environment: Environment, before: readonly Value[]): Value {
  const unknown = before.find((operand) => operand instanceof Unknown);
  return unknown === undefined ? evaluate(arg, environment) : branch(arg, environment, unknown);
}

function evaluateCoalesce(call: CallExpression, environment: Environment): Value {
  const operands: Value[] = [];
  for (const arg of call.args) {
    const operand = operandOf(arg, environment, operands);
    if (operand === null) continue;
    const mayBeNull = operand instanceof Unknown && operand.type === undefined;
    operands.push(operand);
    if (!mayBeNull) break;
  }
  if (operands.length === 0) return null;
  return operands.length === 1 ? operands[0]! : unknownCall(call.name, operands);
}
