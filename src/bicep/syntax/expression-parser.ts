import { isFor, readFor } from './body-parser.ts';
import type { ResourceDeclaration } from './declaration-syntax.ts';
import { readElements } from './element-list.ts';
import { expectations, expectedText } from './expectation.ts';
import type { ExpressionSyntax, IntegerSyntax, LambdaSyntax, SpreadSyntax } from './expression-syntax.ts';
import type { Nesting } from './nesting.ts';
import { readObject } from './object-parser.ts';
import { type BinaryOperation, binaryOperations } from './operator.ts';
import { readText } from './string-parser.ts';
import type { NameSyntax, UnreadableSyntax } from './syntax-range.ts';
import type { TokenKind } from './token.ts';
import type { TokenCursor } from './token-cursor.ts';

/** Reads what stands nested in the body of a resource, decorators included; `undefined` when the body ends here. */
export type NestedResourceReader = () => ResourceDeclaration | UnreadableSyntax | undefined;

const integerMax = 9223372036854775807n;

/** Reads expressions (Azure/bicep, docs/grammar.md). What is missing becomes an `unreadable` node and one diagnostic. */
export class ExpressionParser {
  readonly #cursor: TokenCursor;
  readonly #nesting: Nesting;
  readonly #readNestedResource: NestedResourceReader;
  /** Inside a hole of a string arrays and objects are not allowed. */
  #isInHole = false;

  constructor(cursor: TokenCursor, nesting: Nesting, readNestedResource: NestedResourceReader) {
    this.#cursor = cursor;
    this.#nesting = nesting;
    this.#readNestedResource = readNestedResource;
  }

  /** Begins a new tree. */
  reset(): void {
    this.#isInHole = false;
    this.#nesting.reset();
  }

  readonly expression = (): ExpressionSyntax => {
    this.#nesting.enter();
    const candidate = this.#binary(0);
    const node = this.#takeBehindNewline('?') ? this.#ternary(candidate) : candidate;
    this.#nesting.leave();
    return node;
  };

  /** The expression in a hole of a string. */
  readonly hole = (): ExpressionSyntax => {
    const outer = this.#isInHole;
    this.#isInHole = true;
    const node = this.expression();
    this.#isInHole = outer;
    return node;
  };

  /** What stands nested in the body of a resource, decorators included; `undefined` when the body ends here. */
  nestedResource(): ReturnType<NestedResourceReader> {
    return this.#readNestedResource();
  }

  spread(): SpreadSyntax {
    const { start } = this.#cursor.take();
    const expression = this.expression();
    return { kind: 'spread', expression, start, end: this.#cursor.end };
  }

  /** A literal, name, call or expression in brackets with the accesses behind it. */
  accessed(): ExpressionSyntax {
    const outer = this.#nesting.beginChain();
    let target = this.#primary();
    for (;;) {
      const next = this.#access(target, target.start);
      if (next === undefined) break;
      this.#nesting.deepen();
      target = next;
    }
    this.#nesting.endChain(outer);
    return target;
  }

  #takeBehindNewline(kind: TokenKind): boolean {
    const cursor = this.#cursor;
    if (cursor.kind === 'newline' && cursor.kindAt(1) === kind) cursor.take();
    return cursor.takeIf(kind);
  }

  #ternary(condition: ExpressionSyntax): ExpressionSyntax {
    const { start } = condition;
    const whenTrue = this.expression();
    if (!this.#takeBehindNewline(':')) this.#cursor.report(expectedText(':'));
    const whenFalse = this.expression();
    return { kind: 'ternary', condition, whenTrue, whenFalse, start, end: this.#cursor.end };
  }

  #binary(precedenceMin: number): ExpressionSyntax {
    const outer = this.#nesting.beginChain();
    let left = this.#unary();
    const { start } = left;
    for (;;) {
      const operation: BinaryOperation | undefined = binaryOperations.get(this.#cursor.kind);
      if (operation === undefined || operation.precedence <= precedenceMin) break;
      this.#cursor.take();
      this.#nesting.deepen();
      this.#nesting.enter();
      const right = this.#binary(operation.precedence);
      this.#nesting.leave();
      left = { kind: 'binary', operator: operation.operator, left, right, start, end: this.#cursor.end };
    }
    this.#nesting.endChain(outer);
    return left;
  }

  #unary(): ExpressionSyntax {
    const { start, kind: operator } = this.#cursor;
    if (operator !== '!' && operator !== '-') return this.accessed();
    this.#cursor.take();
    const operand = this.accessed();
    return { kind: 'unary', operator, operand, start, end: this.#cursor.end };
  }

  #access(target: ExpressionSyntax, start: number): ExpressionSyntax | undefined {
    const cursor = this.#cursor;
    switch (cursor.kind) {
      case '.':
        return this.#member(target, start);
      case '[':
        return this.#index(target, start);
      case '::': {
        cursor.take();
        const name = cursor.name(expectations.memberName);
        return { kind: 'child', target, name, start, end: cursor.end };
      }
      case '!':
        cursor.take();
        return { kind: 'nonNull', target, start, end: cursor.end };
      default:
        return undefined;
    }
  }

  #member(target: ExpressionSyntax, start: number): ExpressionSyntax {
    const cursor = this.#cursor;
    cursor.take();
    const isSafe = cursor.takeIf('?');
    const name = cursor.name(expectations.memberName);
    if (cursor.kind !== '(') return { kind: 'member', target, name, isSafe, start, end: cursor.end };
    if (isSafe) cursor.reportToken('LG7017', { name: name.name });
    const args = this.#arguments();
    return { kind: 'methodCall', target, name, args, start, end: cursor.end };
  }

  #index(target: ExpressionSyntax, start: number): ExpressionSyntax {
    const cursor = this.#cursor;
    const open = cursor.take();
    const isSafe = cursor.takeIf('?');
    const isFromEnd = cursor.takeIf('^');
    if (cursor.kind === ']') cursor.report(expectations.index);
    const index = cursor.kind === ']' ? cursor.nothing() : this.expression();
    cursor.close(open, ']');
    return { kind: 'index', target, index, isSafe, isFromEnd, start, end: cursor.end };
  }

  #primary(): ExpressionSyntax {
    const cursor = this.#cursor;
    const { kind, start } = cursor;
    switch (kind) {
      case 'identifier':
        return this.#named();
      case 'string':
      case 'stringStart':
      case 'brokenString':
        return readText(cursor, expectations.value, this.hole);
      case 'integer':
      case 'true':
      case 'false':
      case 'null':
        return this.literal();
      case '{':
        this.#checkHole();
        return readObject(cursor, this, false);
      case '[':
        this.#checkHole();
        return isFor(cursor) ? readFor(cursor, this, this.expression) : this.#array();
      case '(':
        return this.#parenthesized();
      case 'unknown':
        cursor.take();
        return { kind: 'unreadable', start, end: cursor.end };
      default:
        cursor.report(expectations.value);
        return cursor.nothing();
    }
  }

  /** A number, `true`, `false` or `null`, where the cursor stands at one. */
  literal(): ExpressionSyntax & { kind: 'integer' | 'boolean' | 'null' } {
    const isNegated = this.#cursor.kindAt(-1) === '-';
    const token = this.#cursor.take();
    const { start, end } = token;
    if (token.kind === 'null') return { kind: 'null', start, end };
    if (token.kind !== 'integer') return { kind: 'boolean', value: token.kind === 'true', start, end };
    return {
      kind: 'integer',
      value: this.#integer(this.#cursor.textOf(token), isNegated, start),
      start,
      end,
    };
  }

  #integer(digits: string, isNegated: boolean, start: number): IntegerSyntax['value'] {
    const small = Number(digits);
    if (Number.isSafeInteger(small)) return small;
    const end = start + digits.length;
    // Long before 400 digits it is too large; more would only cost time.
    const value = BigInt(digits.slice(0, 400));
    const max = isNegated ? integerMax + 1n : integerMax;
    if (value > max) this.#cursor.reportRange('LG7006', {}, { start, end });
    return value > max ? max : value;
  }

  #checkHole(): void {
    if (this.#isInHole) this.#cursor.reportToken('LG7012', {});
  }

  #named(): ExpressionSyntax {
    const cursor = this.#cursor;
    const name = cursor.name(expectations.value);
    if (cursor.kind === '(') {
      const args = this.#arguments();
      return { kind: 'call', name, args, start: name.start, end: cursor.end };
    }
    if (cursor.kind === '=>') return this.#lambda([name], name.start);
    return { kind: 'reference', name: name.name, start: name.start, end: name.end };
  }

  #arguments(): readonly ExpressionSyntax[] {
    return readElements(this.#cursor, { closing: ')', separators: 'commas', element: this.expression });
  }

  #array(): ExpressionSyntax {
    const cursor = this.#cursor;
    const { start } = cursor;
    const items = readElements<ExpressionSyntax | SpreadSyntax>(cursor, {
      closing: ']',
      separators: 'lines',
      element: () => (cursor.kind === '...' ? this.spread() : this.expression()),
    });
    return { kind: 'array', items, start, end: cursor.end };
  }

  #parenthesized(): ExpressionSyntax {
    const cursor = this.#cursor;
    const { start } = cursor;
    const items = readElements(cursor, {
      closing: ')',
      separators: 'commas',
      mayEndWithComma: true,
      element: this.expression,
    });
    const { end } = cursor;
    if (cursor.kind === '=>')
      return this.#lambda(
        items.map((item) => this.#parameter(item)),
        start,
      );
    const expression = items[0] ?? cursor.nothing();
    const endsWithComma = cursor.kindAt(cursor.kindAt(-2) === 'newline' ? -3 : -2) === ',';
    if (items.length === 1 && endsWithComma) cursor.report(expectations.value);
    if (items.length !== 1) cursor.reportRange('LG7016', { count: items.length }, { start, end });
    return { kind: 'parenthesized', expression, start, end };
  }

  #parameter(item: ExpressionSyntax): NameSyntax {
    const { start, end } = item;
    if (item.kind === 'reference') return { kind: 'name', name: item.name, start, end };
    const { text: expected, bcp, advice } = expectations.lambdaParameter;
    const details = { expected, found: 'an expression', bcp, advice };
    if (item.kind !== 'unreadable') this.#cursor.reportRange('LG7008', details, item);
    return { kind: 'name', name: '', start, end: start };
  }

  #lambda(parameters: readonly NameSyntax[], start: number): LambdaSyntax {
    const cursor = this.#cursor;
    cursor.take();
    if (!cursor.beginsDeclaration(1)) cursor.skipNewline();
    const outer = this.#isInHole;
    this.#isInHole = false;
    const body = this.expression();
    this.#isInHole = outer;
    return { kind: 'lambda', parameters, body, start, end: cursor.end };
  }
}
