import { isObject, type Limits, type Value, type ValueObject } from '../kernel/index.ts';
import { type Expression, isExpression, parseExpression, unescapeLiteral } from '../template/index.ts';
import type { Operand } from './condition.ts';
import { policyLimits } from './policy-limits.ts';

/** A part of a rule that cannot be used, with a JSON Pointer to it. */
export class RuleProblem extends Error {
  readonly pointer: string;

  constructor(message: string, pointer: string) {
    super(message);
    this.pointer = pointer;
  }
}

/** Reads an operand: strings in brackets are expressions, `[[` stands for `[`. Throws RuleProblem for a malformed expression. */
export function readOperand(value: Value, pointer: string, limits: Limits = policyLimits): Operand {
  if (typeof value === 'string') {
    if (!isExpression(value)) return { kind: 'literal', value: unescapeLiteral(value) };
    const expression = parseExpression(value, limits);
    if (expression.kind === 'problem')
      throw new RuleProblem(
        `the expression \`${shorten(value)}\` is malformed: ${expression.problem}`,
        pointer,
      );
    return { kind: 'expression', expression, text: value };
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => readOperand(item, `${pointer}/${index}`, limits));
    return items.every((item) => item.kind === 'literal')
      ? { kind: 'literal', value: items.map((item) => item.value) }
      : { kind: 'composite', items };
  }
  if (isObject(value)) return readObjectOperand(value, pointer, limits);
  return { kind: 'literal', value };
}

const shownLengthMax = 120;

function shorten(text: string): string {
  return text.length > shownLengthMax ? `${text.slice(0, shownLengthMax)}…` : text;
}

function readObjectOperand(value: ValueObject, pointer: string, limits: Limits): Operand {
  if (Object.hasOwn(value, '__proto__'))
    throw new RuleProblem('the key `__proto__` cannot be used as a property name', pointer);
  const items = new Map(
    Object.entries(value).map(([key, member]) => [key, readOperand(member, `${pointer}/${key}`, limits)]),
  );
  for (const item of items.values()) if (item.kind !== 'literal') return { kind: 'composite', items };
  return { kind: 'literal', value };
}

/** The value of an operand; `evaluate` answers its expressions. */
export function operandValue(operand: Operand, evaluate: (expression: Expression) => Value): Value {
  if (operand.kind === 'literal') return operand.value;
  if (operand.kind === 'expression') return evaluate(operand.expression);
  if (!(operand.items instanceof Map))
    return (operand.items as readonly Operand[]).map((item) => operandValue(item, evaluate));
  const object: ValueObject = {};
  for (const [key, item] of operand.items) object[key] = operandValue(item, evaluate);
  return object;
}

/** How an operand is printed in traces and messages: as it is written. */
export function operandText(operand: Operand): string {
  if (operand.kind === 'expression') return operand.text;
  if (operand.kind === 'composite') return '[…]';
  return operand.text ?? (typeof operand.value === 'string' ? operand.value : JSON.stringify(operand.value));
}
