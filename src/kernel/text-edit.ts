import type { Source, Span } from './span.ts';

/** A part of a source that is replaced; an empty span is a place to insert at. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** The text of a source after edits that do not overlap. Of those that begin at one place, what is inserted stands first, in the order given. */
export function editedText(source: Source, edits: readonly TextEdit[]): string {
  let text = source.text;
  const fromEnd = edits
    .filter((edit) => edit.source === source)
    .reverse()
    .sort((a, b) => b.start - a.start || b.end - a.end);
  for (const { start, end, text: replacement } of fromEnd)
    text = text.slice(0, start) + replacement + text.slice(end);
  return text;
}

/** Whether two edits would change the same characters, or insert at the same place. */
export function overlap(a: TextEdit, b: TextEdit): boolean {
  if (a.source.path !== b.source.path) return false;
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
