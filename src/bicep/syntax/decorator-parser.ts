import type { DecoratorSyntax } from './declaration-syntax.ts';
import { expectations } from './expectation.ts';
import type { ExpressionParser } from './expression-parser.ts';
import type { TokenCursor } from './token-cursor.ts';

/** Reads the decorators before a declaration, property or item, each in its own lines. */
export function readDecorators(
  cursor: TokenCursor,
  expressions: ExpressionParser,
): readonly DecoratorSyntax[] {
  const decorators: DecoratorSyntax[] = [];
  while (cursor.kind === '@') {
    const { start } = cursor.take();
    const expression = readExpression(cursor, expressions);
    decorators.push({ kind: 'decorator', expression, start, end: cursor.end });
    if (cursor.kindAt(0) !== 'end') cursor.expect('newline', expectations.endOfLine);
  }
  return decorators;
}

function readExpression(cursor: TokenCursor, expressions: ExpressionParser): DecoratorSyntax['expression'] {
  if (cursor.kind !== 'identifier') {
    cursor.report(expectations.decoratorName);
    if (cursor.kind !== 'newline') cursor.skipTo(['newline']);
    return cursor.nothing();
  }
  const read = expressions.accessed();
  switch (read.kind) {
    case 'call':
    case 'methodCall':
    case 'member':
    case 'reference':
    case 'unreadable':
      return read;
    default: {
      const { text: expected, bcp, advice } = expectations.decoratorName;
      cursor.reportRange('LG7008', { expected, found: 'another expression', bcp, advice }, read);
      return { kind: 'unreadable', start: read.start, end: read.end };
    }
  }
}
