import type { ObjectSyntax } from './object-syntax.ts';
import type { NameSyntax, SyntaxRange, UnreadableSyntax } from './syntax-range.ts';

/** An expression (Azure/bicep, docs/grammar.md). */
export type ExpressionSyntax =
  | LiteralSyntax
  | InterpolationSyntax
  | ObjectSyntax
  | ArraySyntax
  | ForSyntax
  | ReferenceSyntax
  | CallSyntax
  | MethodCallSyntax
  | MemberSyntax
  | ChildSyntax
  | IndexSyntax
  | NonNullSyntax
  | UnarySyntax
  | BinarySyntax
  | TernarySyntax
  | LambdaSyntax
  | ParenthesizedSyntax
  | UnreadableSyntax;

export type LiteralSyntax = StringSyntax | IntegerSyntax | BooleanSyntax | NullSyntax;

/** A string without holes. */
export interface StringSyntax extends SyntaxRange {
  readonly kind: 'string';
  /** Escapes resolved. */
  readonly value: string;
  /** `'''...'''` or `$'''...'''`. */
  readonly isMultiline: boolean;
}

/** A string with holes: segment, expression, segment ... segment. There is one segment more than expressions. */
export interface InterpolationSyntax extends SyntaxRange {
  readonly kind: 'interpolation';
  /** Escapes resolved. */
  readonly segments: readonly string[];
  readonly expressions: readonly ExpressionSyntax[];
  readonly isMultiline: boolean;
}

/** An integer without a sign: 0 to 9223372036854775807, or 9223372036854775808 behind a minus. */
export interface IntegerSyntax extends SyntaxRange {
  readonly kind: 'integer';
  /** A `bigint` where a `number` would not be exact. */
  readonly value: number | bigint;
}

export interface BooleanSyntax extends SyntaxRange {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullSyntax extends SyntaxRange {
  readonly kind: 'null';
}

export interface ArraySyntax extends SyntaxRange {
  readonly kind: 'array';
  readonly items: readonly (ExpressionSyntax | SpreadSyntax)[];
}

/** `...expression` in an array or object. */
export interface SpreadSyntax extends SyntaxRange {
  readonly kind: 'spread';
  readonly expression: ExpressionSyntax;
}

/** `[for item in collection: body]` or `[for (item, index) in collection: body]`. */
export interface ForSyntax extends SyntaxRange {
  readonly kind: 'for';
  readonly item: NameSyntax;
  readonly index?: NameSyntax | undefined;
  readonly collection: ExpressionSyntax;
  /** A condition only in a loop of resources or modules. */
  readonly body: ExpressionSyntax | ConditionalBodySyntax;
}

/** `if (condition) { ... }`, the body of a resource or module. */
export interface ConditionalBodySyntax extends SyntaxRange {
  readonly kind: 'if';
  readonly condition: ExpressionSyntax;
  readonly body: ObjectSyntax | UnreadableSyntax;
}

/** The name of a parameter, variable, resource, module, namespace, loop or lambda variable. */
export interface ReferenceSyntax extends SyntaxRange {
  readonly kind: 'reference';
  readonly name: string;
}

/** `name(args)`: a built-in, imported or user-defined function, or a decorator. */
export interface CallSyntax extends SyntaxRange {
  readonly kind: 'call';
  readonly name: NameSyntax;
  readonly args: readonly ExpressionSyntax[];
}

/** `target.name(args)`: a function of a namespace (`az.`, `sys.`, an import) or of a resource. */
export interface MethodCallSyntax extends SyntaxRange {
  readonly kind: 'methodCall';
  readonly target: ExpressionSyntax;
  readonly name: NameSyntax;
  readonly args: readonly ExpressionSyntax[];
}

/** `target.name` or, safe, `target.?name`. */
export interface MemberSyntax extends SyntaxRange {
  readonly kind: 'member';
  readonly target: ExpressionSyntax;
  readonly name: NameSyntax;
  readonly isSafe: boolean;
}

/** `target::name`, a resource nested in another. */
export interface ChildSyntax extends SyntaxRange {
  readonly kind: 'child';
  readonly target: ExpressionSyntax;
  readonly name: NameSyntax;
}

/** `target[index]`, safe `target[?index]`, from the end `target[^index]`, or both. */
export interface IndexSyntax extends SyntaxRange {
  readonly kind: 'index';
  readonly target: ExpressionSyntax;
  readonly index: ExpressionSyntax;
  readonly isSafe: boolean;
  readonly isFromEnd: boolean;
}

/** `target!`: the author knows that it is not null. */
export interface NonNullSyntax extends SyntaxRange {
  readonly kind: 'nonNull';
  readonly target: ExpressionSyntax;
}

export interface UnarySyntax extends SyntaxRange {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: ExpressionSyntax;
}

export interface BinarySyntax extends SyntaxRange {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: ExpressionSyntax;
  readonly right: ExpressionSyntax;
}

export type BinaryOperator =
  | '??'
  | '||'
  | '&&'
  | '=='
  | '!='
  | '=~'
  | '!~'
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';

/** `condition ? whenTrue : whenFalse`. */
export interface TernarySyntax extends SyntaxRange {
  readonly kind: 'ternary';
  readonly condition: ExpressionSyntax;
  readonly whenTrue: ExpressionSyntax;
  readonly whenFalse: ExpressionSyntax;
}

/** `x => body` or `(x, y) => body`, an argument of a function such as `map`. */
export interface LambdaSyntax extends SyntaxRange {
  readonly kind: 'lambda';
  readonly parameters: readonly NameSyntax[];
  readonly body: ExpressionSyntax;
}

/** Kept because parentheses end a chain of safe accesses: `(a.?b).c` fails where `a.?b.c` is null. */
export interface ParenthesizedSyntax extends SyntaxRange {
  readonly kind: 'parenthesized';
  readonly expression: ExpressionSyntax;
}
