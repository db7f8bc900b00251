/** A parsed template expression. Offsets count from the start of the string that holds it, its bracket included. */
export type Expression = LiteralExpression | CallExpression | MemberExpression | IndexExpression;

export interface LiteralExpression {
  readonly kind: 'literal';
  readonly value: string | number | bigint;
  readonly start: number;
  readonly end: number;
}

export interface CallExpression {
  readonly kind: 'call';
  /** The namespace of a user function, `''` for built-in functions. */
  readonly namespace: string;
  readonly name: string;
  readonly args: readonly Expression[];
  /** `true`, `false` or `null` written without the parentheses that the language asks for. */
  readonly bare?: true;
  readonly start: number;
  readonly end: number;
}

export interface MemberExpression {
  readonly kind: 'member';
  readonly target: Expression;
  readonly name: string;
  /** `.?name`: null instead of an error when there is no such property. */
  readonly safe: boolean;
  readonly start: number;
  readonly end: number;
}

export interface IndexExpression {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
  /** `[?index]`: null instead of an error when there is no such element. */
  readonly safe: boolean;
  readonly start: number;
  readonly end: number;
}

/** A syntax error in an expression. */
export interface ExpressionProblem {
  readonly kind: 'problem';
  readonly problem: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Whether a template string is an expression: it starts with `[`, ends with `]` and does not start with `[[`
 * (articles/azure-resource-manager/templates/template-expressions.md).
 */
export function isExpression(text: string): boolean {
  return text.length > 1 && text.charCodeAt(0) === 0x5b && text.charCodeAt(1) !== 0x5b && text.endsWith(']');
}

/** The value of a template string that is not an expression: `[[` at its start stands for `[`. */
export function unescapeLiteral(text: string): string {
  return text.startsWith('[[') ? text.slice(1) : text;
}

/** The calls in an expression that are written without parentheses. */
export function* bareCalls(expression: Expression): Generator<CallExpression> {
  switch (expression.kind) {
    case 'literal':
      break;
    case 'member':
      yield* bareCalls(expression.target);
      break;
    case 'index':
      yield* bareCalls(expression.target);
      yield* bareCalls(expression.index);
      break;
    case 'call':
      if (expression.bare) yield expression;
      for (const arg of expression.args) yield* bareCalls(arg);
      break;
    default:
      expression satisfies never;
  }
}
