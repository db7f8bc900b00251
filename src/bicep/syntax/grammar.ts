import type { DeclarationSyntax, DecoratorSyntax, TextSyntax } from './declaration-syntax.ts';
import type { Expectation } from './expectation.ts';
import { ExpressionParser, type NestedResourceReader } from './expression-parser.ts';
import type { ExpressionSyntax } from './expression-syntax.ts';
import { Nesting } from './nesting.ts';
import { readObject } from './object-parser.ts';
import type { ObjectSyntax } from './object-syntax.ts';
import { readText } from './string-parser.ts';
import type { NameSyntax, UnreadableSyntax } from './syntax-range.ts';
import type { TokenCursor } from './token-cursor.ts';
import { TypeParser } from './type-parser.ts';

/** What stands before the keyword of a declaration, and where the declaration begins. */
export interface DeclarationHead {
  readonly decorators: readonly DecoratorSyntax[];
  readonly start: number;
}

/** Reads a declaration from its keyword on, where the cursor stands. */
export type DeclarationReader = (grammar: Grammar, head: DeclarationHead) => DeclarationSyntax;

/** The parts of the language that declarations are made of, on one cursor. */
export class Grammar {
  readonly cursor: TokenCursor;
  readonly nesting: Nesting;
  readonly expressions: ExpressionParser;
  readonly types: TypeParser;

  constructor(
    cursor: TokenCursor,
    depthMax: number,
    readNestedResource: (grammar: Grammar) => ReturnType<NestedResourceReader>,
  ) {
    this.cursor = cursor;
    this.nesting = new Nesting(depthMax);
    this.expressions = new ExpressionParser(cursor, this.nesting, () => readNestedResource(this));
    this.types = new TypeParser(cursor, this.nesting, this.expressions);
  }

  /** Takes the keyword; the name behind it. */
  name(expectation: Expectation): NameSyntax {
    this.cursor.take();
    return this.cursor.name(expectation);
  }

  /** A path or type in single quotes. */
  text(expectation: Expectation): TextSyntax {
    return readText(this.cursor, expectation, this.expressions.hole);
  }

  /** `= value`. */
  assigned(): ExpressionSyntax {
    this.cursor.expect('=');
    return this.expressions.expression();
  }

  /** `with { ... }`, or nothing when the line ends or `as` follows. */
  config(expectation: Expectation): ObjectSyntax | UnreadableSyntax | undefined {
    const { cursor } = this;
    if (cursor.kind === 'newline' || cursor.kind === 'end' || cursor.isWord('as')) return undefined;
    return cursor.takeWord('with', expectation) ? this.object() : undefined;
  }

  object(): ObjectSyntax | UnreadableSyntax {
    const { cursor } = this;
    return cursor.expectAhead('{') ? readObject(cursor, this.expressions, false) : cursor.nothing();
  }
}
