import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Place, placeOf, type Source, type Span } from '../kernel/index.ts';

/** The range of a span in zero-based lines and UTF-16 units. */
export function rangeOfSpan(span: Span): Range {
  return rangeOfPlace(placeOf(span), span.source);
}

/**
 * The range of a place. For an editor a carriage return alone ends a line too (Language Server Protocol 3.17, Text Documents); where a text has such, its
 * offsets are counted again.
 */
export function rangeOfPlace(place: Place, source: Source | undefined): Range {
  if (source !== undefined && loneReturn.test(source.text)) {
    const starts = source.lineStarts();
    const document = TextDocument.create('', '', 0, source.text);
    const at = (line: number, column: number) => document.positionAt((starts[line - 1] ?? 0) + column - 1);
    return { start: at(place.line, place.column), end: at(place.endLine, place.endColumn) };
  }
  return {
    start: { line: place.line - 1, character: place.column - 1 },
    end: { line: place.endLine - 1, character: place.endColumn - 1 },
  };
}

const loneReturn = /\r(?!\n)/;

/** The beginning of a file, for what is about all of it. */
export const fileStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Whether two ranges share a position. */
export function touches(a: Range, b: Range): boolean {
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
