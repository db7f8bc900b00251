/** How lines of a text end: as its first one does. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** The white space that the line of an offset begins with, as far as the offset. */
export function indentOf(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** One step of indentation: that of the first line that is indented, two spaces where none is. */
export function indentUnitOf(text: string): string {
  return /\n(\t| {2,8})\S/.exec(text)?.[1] ?? '  ';
}
