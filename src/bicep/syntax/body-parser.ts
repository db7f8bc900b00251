import type { BodySyntax } from './declaration-syntax.ts';
import { readElements, readParenthesized } from './element-list.ts';
import { expectations } from './expectation.ts';
import type { ExpressionParser } from './expression-parser.ts';
import type { ConditionalBodySyntax, ForSyntax } from './expression-syntax.ts';
import { readObject } from './object-parser.ts';
import type { UnreadableSyntax } from './syntax-range.ts';
import type { TokenCursor } from './token-cursor.ts';

/** Reads the body of a resource or module: an object, one with a condition, or a loop of either. */
export function readBodyValue(
  cursor: TokenCursor,
  expressions: ExpressionParser,
  mayHoldResources: boolean,
): BodySyntax {
  if (cursor.kind === '{') return readObject(cursor, expressions, mayHoldResources);
  if (cursor.isWord('if')) return readConditionalBody(cursor, expressions, mayHoldResources);
  if (cursor.kind !== '[') {
    cursor.report(expectations.body);
    return cursor.nothing();
  }
  if (!isFor(cursor)) return readArrayInstead(cursor, expressions);
  return readFor(cursor, expressions, () => readLoopBody(cursor, expressions, mayHoldResources));
}

/** Whether the bracket at the cursor begins a loop. */
export function isFor(cursor: TokenCursor): boolean {
  return cursor.isWord('for', cursor.kindAt(1) === 'newline' ? 2 : 1);
}

/** Reads `[for item in collection: body]` from its bracket. */
export function readFor(
  cursor: TokenCursor,
  expressions: ExpressionParser,
  readBody: () => ForSyntax['body'],
): ForSyntax {
  const open = cursor.take();
  cursor.skipNewline();
  cursor.take();
  const variables = readLoopVariables(cursor);
  const hasIn = cursor.takeWord('in', expectations.in);
  if (!hasIn) cursor.skipTo([':', ']', 'newline']);
  const collection = hasIn ? expressions.expression() : cursor.nothing();
  cursor.expect(':');
  const body = readBody();
  if (cursor.kindAt(1) === ']') cursor.skipNewline();
  cursor.close(open, ']');
  return { kind: 'for', ...variables, collection, body, start: open.start, end: cursor.end };
}

function readLoopVariables(cursor: TokenCursor): Pick<ForSyntax, 'item' | 'index'> {
  if (cursor.kind !== '(') return { item: cursor.name(expectations.loopVariable) };
  const { start } = cursor;
  const [item, index, ...rest] = readElements(cursor, {
    closing: ')',
    separators: 'commas',
    mayEndWithComma: true,
    element: () => cursor.name(expectations.loopVariable),
  });
  if (item !== undefined && index !== undefined && rest.length === 0) return { item, index };
  const { text: expected, bcp, advice } = expectations.indexVariable;
  const details = { expected, found: 'other variables', bcp, advice };
  cursor.reportRange('LG7008', details, { start, end: cursor.end });
  return { item: item ?? cursor.noName(), index };
}

function readLoopBody(
  cursor: TokenCursor,
  expressions: ExpressionParser,
  mayHoldResources: boolean,
): ForSyntax['body'] {
  if (cursor.isWord('if')) return readConditionalBody(cursor, expressions, mayHoldResources);
  if (cursor.kind === '{') return readObject(cursor, expressions, mayHoldResources);
  cursor.report(expectations.loopBody);
  return cursor.nothing();
}

function readConditionalBody(
  cursor: TokenCursor,
  expressions: ExpressionParser,
  mayHoldResources: boolean,
): ConditionalBodySyntax {
  const { start } = cursor.take();
  const hasCondition = cursor.expectAhead('(');
  const condition = hasCondition ? readParenthesized(cursor, expressions.expression) : cursor.nothing();
  const hasBody = cursor.expectAhead('{');
  const body = hasBody ? readObject(cursor, expressions, mayHoldResources) : cursor.nothing();
  return { kind: 'if', condition, body, start, end: cursor.end };
}

function readArrayInstead(cursor: TokenCursor, expressions: ExpressionParser): UnreadableSyntax {
  const { start } = cursor;
  cursor.report(expectations.loop);
  expressions.expression();
  return { kind: 'unreadable', start, end: cursor.end };
}
