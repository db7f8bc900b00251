/** A part of a comment whose rows may be cut. */
export interface MarkdownSection {
  readonly head: string;
  readonly rows: readonly string[];
  readonly foot: string;
}

/**
 * Puts sections together within `lengthMax` characters. Rows are taken in order; where a section is cut, a line says
 * how many rows are missing. Heads, feet and those lines are paid for first.
 */
export function fitSections(sections: readonly MarkdownSection[], lengthMax: number): string {
  let room = lengthMax;
  for (const { head, foot } of sections) room -= head.length + foot.length + cutLineLengthMax;
  let text = '';
  for (const { head, rows, foot } of sections) {
    let shown = 0;
    let body = '';
    for (const row of rows) {
      if (row.length > room) break;
      room -= row.length;
      body += row;
      shown++;
    }
    // A row that fits after one that did not would hide what is missing between them.
    if (shown < rows.length) room = 0;
    text += head + body + (shown < rows.length ? cutLine(rows.length - shown) : '') + foot;
  }
  return text;
}

const cutLineLengthMax = 100;

function cutLine(count: number): string {
  return `\n_${count} more not shown here: a comment has room for 65,536 characters._\n`;
}
