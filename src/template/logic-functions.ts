import { isKnown, Unknown, type Value } from '../kernel/index.ts';
import { type ContextFunction, describeValue, type Environment, evaluate, unknownCall } from './evaluate.ts';
import type { CallExpression, Expression } from './expression.ts';
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

/** A branch that may not be taken must not fail the expression: its failure is one more unknown. */
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

function candidatesOf(branches: readonly Value[]): Value[] | undefined {
  const candidates: Value[] = [];
  for (const value of branches) {
    if (value instanceof Unknown && value.candidates !== undefined) candidates.push(...value.candidates);
    else if (isKnown(value)) candidates.push(value);
    else return undefined;
  }
  return candidates;
}

/** `and` stops at the first false, `or` at the first true; an unknown before it does not matter then. */
function evaluateJunction(call: CallExpression, environment: Environment, decisive: boolean): Value {
  const operands: Value[] = [];
  for (const arg of call.args) {
    const operand = evaluate(arg, environment);
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

function evaluateCoalesce(call: CallExpression, environment: Environment): Value {
  const operands: Value[] = [];
  for (const arg of call.args) {
    const operand = evaluate(arg, environment);
    if (operand === null) continue;
    const mayBeNull = operand instanceof Unknown && operand.type === undefined;
    operands.push(operand);
    if (!mayBeNull) break;
  }
  if (operands.length === 0) return null;
  return operands.length === 1 ? operands[0]! : unknownCall(call.name, operands);
}
