import { markdownText, plainText } from '../report/index.ts';

/** Text from outside on one line, as Markdown that says just that. */
export function escaped(text: string, lengthMax = 400): string {
  return markdownText(text, lengthMax);
}

/** Lines as a block of code. Its fence is longer than any run of backticks in it, so that nothing gets out (CommonMark 0.31 §4.5). */
export function codeBlock(lines: readonly string[], language = ''): string {
  const plain = lines.map((line) => line.split('\t').map(plainText).join('\t'));
  const runs = plain.flatMap((line) => line.match(/`+/g) ?? []);
  const fence = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  return [`${fence}${language}`, ...plain, fence].join('\n');
}

/** A link to a place in a file. */
export function placeLink(text: string, uri: string, line: number): string {
  // Parentheses and blanks would end the target.
  const target = uri.replace(/[()\s<>]/g, (character) =>
    encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
  );
  return `[${escaped(text)}](${target}#L${line})`;
}

/** Text as code within a line. Backticks would end it and are left out. */
export function codeSpan(text: string): string {
  return `\`${plainText(text).replaceAll('`', '')}\``;
}
