export type LineEnd = '\n' | '\r\n';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * A text as a string of Bicep (articles/azure-resource-manager/bicep/data-types.md#strings). One of several lines is written over as many
 * where `lineEnd` says how those of the file end and nothing in it has to be escaped.
 */
export function printText(text: string, lineEnd: LineEnd | undefined): string {
  if (lineEnd !== undefined && mayBeMultiline(text, lineEnd)) return `'''${lineEnd}${text}'''`;
  return `'${text.replace(/[\\'\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff]|\$(?=\{)/gu, escaped)}'`;
}

function mayBeMultiline(text: string, lineEnd: LineEnd): boolean {
  const lines = text.split(lineEnd);
  if (lines.length < 2 || text.includes("'''") || text.endsWith("'")) return false;
  return lines.every((line) => !/[^\P{Cc}\t]|\p{Cs}|\ufeff/u.test(line));
}

function escaped(character: string): string {
  if (character === '$') return '\\$';
  return escapes[character] ?? `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
