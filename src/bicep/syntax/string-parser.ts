import type { TextSyntax } from './declaration-syntax.ts';
import { type Expectation, expectations } from './expectation.ts';
import type { ExpressionSyntax } from './expression-syntax.ts';
import { segmentOf, stringFormOf } from './string-value.ts';
import type { TokenCursor } from './token-cursor.ts';

/** Reads a string where one stands, or says that `expectation` is missing. `readHole` reads the expression in a hole. */
export function readText(
  cursor: TokenCursor,
  expectation: Expectation,
  readHole: () => ExpressionSyntax,
): TextSyntax {
  const first = cursor.token;
  if (first.kind === 'brokenString') {
    cursor.take();
    return { kind: 'unreadable', start: first.start, end: first.end };
  }
  if (first.kind === 'stringStart') return readInterpolation(cursor, readHole);
  if (first.kind !== 'string') {
    cursor.report(expectation);
    return cursor.nothing();
  }
  cursor.take();
  const form = stringFormOf(cursor.text, first);
  const value = segmentOf(cursor.text, first, form);
  return { kind: 'string', value, isMultiline: form.isMultiline, start: first.start, end: first.end };
}

/** A string whose holes cannot be told apart any more is unreadable as a whole. */
function readInterpolation(cursor: TokenCursor, readHole: () => ExpressionSyntax): TextSyntax {
  const first = cursor.take();
  const form = stringFormOf(cursor.text, first);
  const segments = [segmentOf(cursor.text, first, form)];
  const expressions: ExpressionSyntax[] = [];
  for (;;) {
    expressions.push(readHole());
    skipToEndOfHole(cursor);
    const { kind } = cursor;
    if (kind !== 'stringMiddle' && kind !== 'stringEnd') {
      cursor.takeIf('brokenString');
      return { kind: 'unreadable', start: first.start, end: cursor.end };
    }
    const token = cursor.take();
    segments.push(segmentOf(cursor.text, token, form));
    if (kind === 'stringMiddle') continue;
    const { isMultiline } = form;
    return { kind: 'interpolation', segments, expressions, isMultiline, start: first.start, end: token.end };
  }
}

function skipToEndOfHole(cursor: TokenCursor): void {
  while (!isEndOfHole(cursor)) {
    cursor.report(expectations.holeEnd);
    const { position } = cursor;
    cursor.skipTo(['newline', 'brokenString']);
    // A closing bracket that nothing opened.
    if (cursor.position === position) cursor.take();
  }
}

function isEndOfHole({ kind }: TokenCursor): boolean {
  return (
    kind === 'stringMiddle' ||
    kind === 'stringEnd' ||
    kind === 'newline' ||
    kind === 'brokenString' ||
    kind === 'end'
  );
}
