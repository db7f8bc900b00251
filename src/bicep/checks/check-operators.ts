import type { BinarySyntax, ExpressionSyntax } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';
import { describeType, isNone, type PlainKind } from './plain-type.ts';

/** Operators whose operands are plainly of another type, and conditions that are no bool (articles/azure-resource-manager/bicep/operators.md). */
export function checkOperators(file: CheckedFile): void {
  for (const node of file.nodes) {
    if (node.kind === 'unary') checkUnary(node, file);
    else if (node.kind === 'binary') checkBinary(node, file);
    else if (node.kind === 'ternary') {
      if (node.whenTrue.kind !== 'unreadable' && node.whenFalse.kind !== 'unreadable')
        checkCondition(node.condition, file);
    } else if (node.kind === 'if') checkCondition(node.condition, file);
    else if (node.kind === 'assert') checkAssert(node.value, file);
  }
}

function checkUnary(node: ExpressionSyntax & { kind: 'unary' }, file: CheckedFile): void {
  const type = file.types.of(node.operand);
  if (!isNone(type, node.operator === '!' ? 'bool' : 'int')) return;
  file.report(
    'LG7216',
    { operator: node.operator, types: describeType(type), bcp: 'BCP044', advice: advice(node.operator) },
    node,
  );
}

function checkBinary(node: BinarySyntax, file: CheckedFile): void {
  const { operator } = node;
  const left = file.types.of(node.left);
  const right = file.types.of(node.right);
  const allowed = operandKinds(operator);
  if (allowed === undefined || left.kind === 'unknown' || right.kind === 'unknown') return;
  const isComparison = operator === '<' || operator === '<=' || operator === '>' || operator === '>=';
  const isWrong =
    isNone(left, ...allowed) || isNone(right, ...allowed) || (isComparison && left.kind !== right.kind);
  if (!isWrong) return;
  const areTexts = operator === '+' && left.kind === 'string' && right.kind === 'string';
  const text = areTexts ? "join strings by interpolation: `'${a}${b}'`" : advice(operator);
  const types = `${describeType(left)} and ${describeType(right)}`;
  file.report('LG7216', { operator, types, bcp: 'BCP045', advice: text }, node);
}

/** What both operands must be; `undefined` where anything may stand. */
function operandKinds(operator: BinarySyntax['operator']): readonly PlainKind[] | undefined {
  switch (operator) {
    case '&&':
    case '||':
      return ['bool'];
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return ['int'];
    case '=~':
    case '!~':
      return ['string'];
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ['int', 'string'];
    default:
      return undefined;
  }
}

function advice(operator: BinarySyntax['operator'] | '!'): string {
  const kinds = operator === '!' ? ['bool'] : (operandKinds(operator) ?? []);
  return `\`${operator}\` takes ${kinds.join(' or ')}; convert the value or use another operator`;
}

function checkCondition(condition: ExpressionSyntax, file: CheckedFile): void {
  const type = file.types.of(condition);
  if (isNone(type, 'bool')) file.report('LG7217', { actual: describeType(type) }, condition);
}

function checkAssert(value: ExpressionSyntax, file: CheckedFile): void {
  const type = file.types.of(value);
  if (isNone(type, 'bool'))
    file.report('LG7218', { expected: 'bool', actual: describeType(type), bcp: 'BCP350' }, value);
}
