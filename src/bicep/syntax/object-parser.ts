import { readElements } from './element-list.ts';
import { type Expectation, expectations } from './expectation.ts';
import type { ExpressionParser } from './expression-parser.ts';
import { isNestedResource } from './nested-resource.ts';
import type { KeySyntax, ObjectSyntax, PropertySyntax } from './object-syntax.ts';
import { readText } from './string-parser.ts';
import type { TokenKind } from './token.ts';
import type { TokenCursor } from './token-cursor.ts';

/** Reads an object from its brace. Only the body of a resource holds resources. */
export function readObject(
  cursor: TokenCursor,
  expressions: ExpressionParser,
  mayHoldResources: boolean,
): ObjectSyntax {
  const { start } = cursor;
  const members = readElements(cursor, {
    closing: '}',
    separators: 'lines',
    isDecorated: mayHoldResources,
    ownsDeclaration: () => mayHoldResources && isNestedResource(cursor),
    element: () => readMember(cursor, expressions, mayHoldResources),
  });
  return { kind: 'object', members, start, end: cursor.end };
}

function readMember(
  cursor: TokenCursor,
  expressions: ExpressionParser,
  mayHoldResources: boolean,
): ObjectSyntax['members'][number] | undefined {
  if (mayHoldResources && (cursor.kind === '@' || isNestedResource(cursor))) {
    const nested = expressions.nestedResource();
    // Decorators before a property were reported; the property is none the worse for them.
    if (nested?.kind !== 'unreadable' || !isKey(cursor.kind)) return nested;
  }
  return cursor.kind === '...' ? expressions.spread() : readProperty(cursor, expressions);
}

function readProperty(cursor: TokenCursor, expressions: ExpressionParser): PropertySyntax {
  const key = readKey(cursor, expressions, expectations.propertyName);
  const hasColon = cursor.expect(':');
  const value = hasColon || key.kind !== 'unreadable' ? expressions.expression() : cursor.nothing();
  if (!hasColon) cursor.skipTo(['newline', ',', '}']);
  return { kind: 'property', key, value, start: key.start, end: cursor.end };
}

/** The name of a property; where it cannot be read, everything up to its colon is passed over. */
export function readKey(
  cursor: TokenCursor,
  expressions: ExpressionParser,
  expectation: Expectation,
): KeySyntax {
  const { kind, position, start } = cursor;
  if (kind === 'identifier') return cursor.name(expectation);
  if (isKey(kind)) return readText(cursor, expectation, expressions.hole);
  cursor.report(expectation);
  cursor.skipTo([':', 'newline', ',', '}']);
  if (cursor.position === position) return cursor.nothing();
  return { kind: 'unreadable', start, end: cursor.end };
}

function isKey(kind: TokenKind): boolean {
  return kind === 'identifier' || kind === 'string' || kind === 'stringStart';
}
