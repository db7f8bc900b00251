/** An expression of the template language, as it is made from Bicep. */
export type ArmExpression = ArmLiteral | ArmCall;

export interface ArmLiteral {
  readonly kind: 'literal';
  readonly value: string | number;
}

export interface ArmCall {
  readonly kind: 'call';
  /** With its namespace, where it has one. */
  readonly name: string;
  readonly args: readonly ArmExpression[];
  /** The properties and items that are taken of the result, outermost last. */
  readonly path: readonly ArmExpression[];
  /** The parts of the expression when it is written; those that are the same object are written each time. */
  readonly size: number;
}

export function literal(value: string | number): ArmLiteral {
  return { kind: 'literal', value };
}

export function call(name: string, ...args: readonly (ArmExpression | string)[]): ArmCall {
  return callOf(name, args.map(expressionOf), []);
}

/** A call with what is taken of its result. */
export function callOf(
  name: string,
  args: readonly ArmExpression[],
  path: readonly ArmExpression[],
): ArmCall {
  let size = 1;
  for (const part of args) size += sizeOf(part);
  for (const part of path) size += sizeOf(part);
  return { kind: 'call', name, args, path, size };
}

/** The parts of an expression. */
export function sizeOf(expression: ArmExpression): number {
  return expression.kind === 'literal' ? 1 : expression.size;
}

function expressionOf(part: ArmExpression | string): ArmExpression {
  return typeof part === 'string' ? literal(part) : part;
}

/** `target.key` or `target[key]`. */
export function access(target: ArmExpression, ...keys: readonly (ArmExpression | string)[]): ArmCall {
  const { name, args, path } = asCall(target);
  return callOf(name, args, [...path, ...keys.map(expressionOf)]);
}

/** Only calls can stand before an access and at the top of an expression: a literal is wrapped in `string()` or `int()`. */
export function asCall(expression: ArmExpression): ArmCall {
  if (expression.kind === 'call') return expression;
  return call(typeof expression.value === 'string' ? 'string' : 'int', expression);
}

/** The text between the brackets. */
export function printArm(expression: ArmExpression): string {
  const parts: string[] = [];
  print(expression, parts);
  return parts.join('');
}

function print(expression: ArmExpression, parts: string[]): void {
  if (expression.kind === 'literal') {
    const { value } = expression;
    parts.push(typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value));
    return;
  }
  parts.push(expression.name, '(');
  for (const [index, arg] of expression.args.entries()) {
    if (index > 0) parts.push(', ');
    print(arg, parts);
  }
  parts.push(')');
  for (const key of expression.path) {
    if (key.kind === 'literal' && typeof key.value === 'string' && isName(key.value))
      parts.push('.', key.value);
    else {
      parts.push('[');
      print(key, parts);
      parts.push(']');
    }
  }
}

function isName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}

/** A string of a template that stands for itself: one that looks like an expression is escaped (articles/azure-resource-manager/templates/template-expressions.md#escape-characters). */
export function escapeText(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? `[${text}` : text;
}
