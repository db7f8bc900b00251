import { plainLine, plainText } from '../plain-text.ts';

const gap = '  ';

/** A column of a table for a terminal. */
export interface ConsoleColumn {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly isNumber?: boolean;
}

/**
 * Rows of text from outside as indented, aligned lines, the titles first. The last column is not padded, so that long
 * texts belong there; nothing is cut, so that names can be copied.
 */
export function tableLines(
  columns: readonly ConsoleColumn[],
  rows: readonly (readonly string[])[],
  indent: number,
): string[] {
  const cells = [columns.map(({ title }) => title), ...rows].map((row) => row.map(plainText));
  const widths = columns.map((_, index) =>
    cells.reduce((width, row) => Math.max(width, row[index]!.length), 0),
  );
  return cells.map((row) => {
    const padded = row.map((cell, index) =>
      columns[index]!.isNumber
        ? cell.padStart(widths[index]!)
        : cell.padEnd(index === row.length - 1 ? 0 : widths[index]!),
    );
    return plainLine((' '.repeat(indent) + padded.join(gap)).trimEnd());
  });
}
