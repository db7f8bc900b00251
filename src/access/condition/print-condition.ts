import { fold } from '../../kernel/index.ts';
import { printAttribute } from './attribute.ts';
import { printComparable } from './comparable.ts';
import type { Comparison, Condition, Operand } from './condition.ts';

/** The condition in its canonical form: documented spelling, every AND and OR inside another in parentheses. Reading it gives the same condition. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.conditions.map(printPart).join(condition.kind === 'and' ? ' AND ' : ' OR ');
    case 'not':
      return `!(${printCondition(condition.condition)})`;
    case 'exists':
      return `Exists ${printAttribute(condition.attribute)}`;
    case 'action':
      return `ActionMatches{'${condition.pattern}'}`;
    case 'subOperation':
      return `SubOperationMatches{'${condition.pattern}'}`;
    case 'comparison':
      return printComparison(condition);
    default:
      return condition satisfies never;
  }
}

function printPart(condition: Condition): string {
  const text = printCondition(condition);
  return condition.kind === 'and' || condition.kind === 'or' ? `(${text})` : text;
}

function printComparison(comparison: Comparison): string {
  const { left, operator, right } = comparison;
  return `${printOperand(left, comparison)} ${operator.name} ${printOperand(right, comparison)}`;
}

function printOperand(operand: Operand, { operator }: Comparison): string {
  if (operand.kind === 'attribute') return printAttribute(operand);
  const values = operand.values.map((value) => printComparable(value, operator.family));
  return operator.quantifier === undefined ? values.join(', ') : `{${values.join(', ')}}`;
}

const keys = new WeakMap<Condition, string>();

/** A text that two conditions share only when they say the same: without regard to the case of actions and attributes. */
export function conditionKey(condition: Condition): string {
  let key = keys.get(condition);
  if (key === undefined) {
    key = keyOf(condition);
    keys.set(condition, key);
  }
  return key;
}

function keyOf(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `(${condition.conditions.map(conditionKey).join(` ${condition.kind} `)})`;
    case 'not':
      return `!${conditionKey(condition.condition)}`;
    case 'exists':
      return `Exists ${condition.attribute.key}`;
    case 'action':
    case 'subOperation':
      return `${condition.kind}{'${fold(condition.pattern)}'}`;
    case 'comparison': {
      const [left, right] = [condition.left, condition.right].map((operand) =>
        operand.kind === 'attribute' ? operand.key : printOperand(operand, condition),
      );
      return `${left} ${condition.operator.name} ${right}`;
    }
    default:
      return condition satisfies never;
  }
}
