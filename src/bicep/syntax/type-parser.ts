import type { DecoratorSyntax } from './declaration-syntax.ts';
import { readDecorators } from './decorator-parser.ts';
import { readElements, readParenthesized } from './element-list.ts';
import { expectations } from './expectation.ts';
import type { ExpressionParser } from './expression-parser.ts';
import type { Nesting } from './nesting.ts';
import { readKey } from './object-parser.ts';
import { readText } from './string-parser.ts';
import type { NameSyntax } from './syntax-range.ts';
import type { TokenCursor } from './token-cursor.ts';
import type { ObjectTypeSyntax, TupleItemSyntax, TypeSyntax } from './type-syntax.ts';

/** Reads types (Azure/bicep, docs/grammar.md). */
export class TypeParser {
  readonly #cursor: TokenCursor;
  readonly #nesting: Nesting;
  readonly #expressions: ExpressionParser;

  constructor(cursor: TokenCursor, nesting: Nesting, expressions: ExpressionParser) {
    this.#cursor = cursor;
    this.#nesting = nesting;
    this.#expressions = expressions;
  }

  /** The type of a parameter, output, variable or function. */
  declared(): TypeSyntax {
    const cursor = this.#cursor;
    if (!cursor.isWord('resource') || cursor.kindAt(1) === '<') return this.type();
    const { start } = cursor.take();
    const isGiven = cursor.kind === 'string' || cursor.kind === 'stringStart';
    const type = isGiven ? readText(cursor, expectations.resourceType, this.#expressions.hole) : undefined;
    return { kind: 'resourceType', type, start, end: cursor.end };
  }

  readonly type = (): TypeSyntax => {
    this.#nesting.enter();
    const cursor = this.#cursor;
    const { start } = cursor;
    const isUnion = this.#takePipe();
    const first = this.#suffixed();
    const members = [first];
    while (this.#takePipe()) members.push(this.#unionMember());
    this.#nesting.leave();
    if (!isUnion && members.length === 1) return first;
    return { kind: 'unionType', members, start: Math.min(start, first.start), end: cursor.end };
  };

  #takePipe(): boolean {
    const cursor = this.#cursor;
    if (cursor.kind === 'newline' && cursor.kindAt(1) === '|') cursor.take();
    return cursor.takeIf('|');
  }

  #unionMember(): TypeSyntax {
    if (this.#cursor.kind !== 'newline') return this.#suffixed();
    this.#cursor.report(expectations.unionMember);
    return this.#cursor.nothing();
  }

  #suffixed(): TypeSyntax {
    const outer = this.#nesting.beginChain();
    let type = this.#signed();
    for (;;) {
      const next = this.#suffix(type, type.start);
      if (next === undefined) break;
      this.#nesting.deepen();
      type = next;
    }
    this.#nesting.endChain(outer);
    return type;
  }

  #signed(): TypeSyntax {
    const { start, kind: operator } = this.#cursor;
    if (operator !== '-' && operator !== '!') return this.#primary();
    this.#cursor.take();
    const operand = this.#primary();
    return { kind: 'unaryType', operator, operand, start, end: this.#cursor.end };
  }

  #suffix(type: TypeSyntax, start: number): TypeSyntax | undefined {
    const cursor = this.#cursor;
    switch (cursor.kind) {
      case '?':
        cursor.take();
        return { kind: 'nullableType', type, start, end: cursor.end };
      case '!':
        cursor.take();
        return { kind: 'nonNullableType', type, start, end: cursor.end };
      case '[':
        return this.#bracket(type, start);
      case '.':
        return this.#dot(type, start);
      default:
        return undefined;
    }
  }

  #bracket(target: TypeSyntax, start: number): TypeSyntax {
    const cursor = this.#cursor;
    const open = cursor.take();
    if (cursor.takeIf(']')) return { kind: 'arrayType', item: target, start, end: cursor.end };
    if (cursor.takeIf('*')) {
      cursor.close(open, ']');
      return { kind: 'typeItems', target, start, end: cursor.end };
    }
    const index = this.#expressions.expression();
    cursor.close(open, ']');
    return { kind: 'typeIndex', target, index, start, end: cursor.end };
  }

  #dot(target: TypeSyntax, start: number): TypeSyntax {
    const cursor = this.#cursor;
    cursor.take();
    if (cursor.takeIf('*')) return { kind: 'typeAdditional', target, start, end: cursor.end };
    const name = cursor.name(expectations.memberName);
    if (cursor.kind === '<') return this.#instance(name, target, start);
    return { kind: 'typeMember', target, name, start, end: cursor.end };
  }

  #primary(): TypeSyntax {
    const cursor = this.#cursor;
    const { kind, start } = cursor;
    switch (kind) {
      case 'identifier': {
        const name = cursor.name(expectations.type);
        if (cursor.kind === '<') return this.#instance(name, undefined, start);
        return { kind: 'typeName', name: name.name, start, end: name.end };
      }
      case 'string':
      case 'stringStart':
      case 'brokenString':
        return readText(cursor, expectations.type, this.#expressions.hole);
      case 'integer':
      case 'true':
      case 'false':
      case 'null':
        return this.#expressions.literal();
      case '{':
        return this.#object();
      case '[':
        return this.#tuple();
      case '(': {
        const type = readParenthesized(cursor, this.type);
        return { kind: 'parenthesizedType', type, start, end: cursor.end };
      }
      default:
        cursor.report(expectations.type);
        return cursor.nothing();
    }
  }

  #instance(name: NameSyntax, target: TypeSyntax | undefined, start: number): TypeSyntax {
    const cursor = this.#cursor;
    const args = readElements(cursor, { closing: '>', separators: 'commas', element: this.type });
    return { kind: 'typeInstance', target, name, args, start, end: cursor.end };
  }

  #object(): TypeSyntax {
    const cursor = this.#cursor;
    const { start } = cursor;
    const members = readElements<ObjectTypeSyntax['members'][number]>(cursor, {
      closing: '}',
      separators: 'lines',
      isDecorated: true,
      element: () => this.#decorated((decorators, from) => this.#property(decorators, from)),
    });
    return { kind: 'objectType', members, start, end: cursor.end };
  }

  #property(decorators: readonly DecoratorSyntax[], start: number): ObjectTypeSyntax['members'][number] {
    const cursor = this.#cursor;
    const isRest = cursor.takeIf('*');
    const key = isRest
      ? cursor.nothing()
      : readKey(cursor, this.#expressions, expectations.propertyNameOrMatcher);
    const hasColon = cursor.expect(':');
    const type = hasColon || key.kind !== 'unreadable' ? this.type() : cursor.nothing();
    if (isRest) return { kind: 'additionalProperties', decorators, type, start, end: cursor.end };
    return {
      kind: 'propertyType',
      decorators,
      key,
      type,
      start: Math.min(start, key.start),
      end: cursor.end,
    };
  }

  #tuple(): TypeSyntax {
    const cursor = this.#cursor;
    const { start } = cursor;
    const items = readElements<TupleItemSyntax>(cursor, {
      closing: ']',
      separators: 'lines',
      isDecorated: true,
      element: () =>
        this.#decorated((decorators, from) => {
          const type = this.type();
          return { kind: 'tupleItem', decorators, type, start: Math.min(from, type.start), end: cursor.end };
        }),
    });
    return { kind: 'tupleType', items, start, end: cursor.end };
  }

  /** Reads decorators and what they belong to; nothing when that is a declaration behind a type that is not closed. */
  #decorated<Node>(read: (decorators: readonly DecoratorSyntax[], start: number) => Node): Node | undefined {
    const cursor = this.#cursor;
    const { position, start } = cursor;
    const decorators = readDecorators(cursor, this.#expressions);
    if (decorators.length > 0 && cursor.beginsDeclaration()) {
      cursor.position = position;
      return undefined;
    }
    return read(decorators, start);
  }
}
