import { fold, isKnown, type Value } from '../kernel/index.ts';
import { type CallExpression, EvaluationError, type Expression } from '../template/index.ts';
import type { Condition, LeftSide, Operand } from './condition.ts';
import { evaluateOperand } from './interpret.ts';
import type { PolicyEnvironment } from './policy-environment.ts';

/** Functions whose answer depends on the resource, the moment or the request. */
const variable = new Set([
  'field',
  'current',
  'subscription',
  'resourcegroup',
  'requestcontext',
  'policy',
  'utcnow',
]);

/**
 * Replaces every operand that depends on parameters alone by its value, so that it is computed once and not per resource. Operands that
 * fail are left as they are: they fail where the condition is reached, if it is.
 */
export function foldConstants(condition: Condition, environment: PolicyEnvironment): Condition {
  switch (condition.kind) {
    case 'allOf':
    case 'anyOf':
      return {
        ...condition,
        conditions: condition.conditions.map((inner) => foldConstants(inner, environment)),
      };
    case 'not':
      return { ...condition, condition: foldConstants(condition.condition, environment) };
    case 'leaf':
      return {
        ...condition,
        left: foldLeft(condition.left, environment),
        right: foldOperand(condition.right, environment),
      };
    default:
      return condition satisfies never;
  }
}

function foldLeft(left: LeftSide, environment: PolicyEnvironment): LeftSide {
  switch (left.kind) {
    case 'field':
      return { ...left, field: foldField(left.field, environment) };
    case 'value':
      return { ...left, value: foldOperand(left.value, environment) };
    case 'fieldCount':
      return {
        ...left,
        field: foldField(left.field, environment),
        where: left.where && foldConstants(left.where, environment),
      };
    case 'valueCount':
      return {
        ...left,
        value: foldOperand(left.value, environment),
        where: left.where && foldConstants(left.where, environment),
      };
    default:
      return left satisfies never;
  }
}

/** A field that turns out to be no text fails where it is reached. */
function foldField(field: Operand, environment: PolicyEnvironment): Operand {
  const folded = foldOperand(field, environment);
  return folded.kind === 'literal' && typeof folded.value !== 'string' ? field : folded;
}

function foldOperand(operand: Operand, environment: PolicyEnvironment): Operand {
  if (operand.kind === 'literal' || !isConstant(operand)) return operand;
  try {
    const value: Value = evaluateOperand(operand, environment);
    if (!isKnown(value)) return operand;
    return operand.kind === 'expression'
      ? { kind: 'literal', value, text: operand.text }
      : { kind: 'literal', value };
  } catch (error) {
    if (error instanceof EvaluationError) return operand;
    throw error;
  }
}

function isConstant(operand: Operand): boolean {
  if (operand.kind === 'literal') return true;
  if (operand.kind === 'expression') return isConstantExpression(operand.expression);
  const items =
    operand.items instanceof Map ? [...operand.items.values()] : (operand.items as readonly Operand[]);
  return items.every(isConstant);
}

function isConstantExpression(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
      return true;
    case 'member':
      return isConstantExpression(expression.target);
    case 'index':
      return isConstantExpression(expression.target) && isConstantExpression(expression.index);
    case 'call':
      return isConstantCall(expression);
    default:
      return expression satisfies never;
  }
}

function isConstantCall(call: CallExpression): boolean {
  return call.namespace === '' && !variable.has(fold(call.name)) && call.args.every(isConstantExpression);
}
