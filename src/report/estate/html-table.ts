/** A column of a table in the page. */
export interface HtmlColumn {
  readonly title: string;
  readonly isNumber?: boolean;
  /** Takes the room that the others leave. */
  readonly isWide?: boolean;
}

/** A table with a caption for screen readers. Cells are HTML; the first of each row is its head. */
export function htmlTable(
  caption: string,
  columns: readonly HtmlColumn[],
  rows: readonly (readonly string[])[],
): string {
  const kinds = columns.map(({ isNumber, isWide }) =>
    isNumber ? ' class="number"' : isWide ? ' class="broad"' : '',
  );
  // A table of texts is scrolled on a narrow screen rather than squeezed.
  const isWidened = columns.some(({ isWide }) => isWide);
  const head = columns.map(({ title }, index) => `<th scope="col"${kinds[index]}>${title}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === 0 ? `<th scope="row"${kinds[index]}>${cell}</th>` : `<td${kinds[index]}>${cell}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table${isWidened ? ' class="many"' : ''}>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

/** A table whose rows beyond the first `shownMax` are folded. */
export function foldedTable(
  caption: string,
  columns: readonly HtmlColumn[],
  rows: readonly (readonly string[])[],
  shownMax: number,
): string {
  const shown = htmlTable(caption, columns, rows.slice(0, shownMax));
  if (rows.length <= shownMax) return shown;
  const rest = htmlTable(`${caption}, continued`, columns, rows.slice(shownMax));
  return `${shown}\n<details class="more"><summary>${rows.length - shownMax} more</summary>\n${rest}\n</details>`;
}
