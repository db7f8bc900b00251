import type { Source, Span } from '../../kernel/index.ts';

/** A part of a source that is replaced; an empty span is a place to insert at. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** The text of a source after edits that do not overlap. */
export function editedText(source: Source, edits: readonly TextEdit[]): string {
  let text = source.text;
  const fromEnd = edits.filter((edit) => edit.source === source).sort((a, b) => b.start - a.start);
  for (const { start, end, text: replacement } of fromEnd)
    text = text.slice(0, start) + replacement + text.slice(end);
  return text;
}
