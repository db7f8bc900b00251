import { readEscape } from './escape.ts';
import type { Token } from './token.ts';

/** How a string is written. */
export interface StringForm {
  /** `'''...'''`: escapes mean nothing and a line break behind the opening quotes is left out. */
  readonly isMultiline: boolean;
  /** Dollars that open a hole of a multi-line string, 0 where it has none. */
  readonly dollars: number;
}

/** The form of the string that begins with this token (Azure/bicep, docs/grammar.md). */
export function stringFormOf(text: string, first: Token): StringForm {
  let dollars = 0;
  while (text[first.start + dollars] === '$') dollars++;
  return { isMultiline: text.startsWith("'''", first.start + dollars), dollars };
}

/** The text that one token of a string stands for: delimiters taken off, escapes resolved. */
export function segmentOf(text: string, token: Token, { isMultiline, dollars }: StringForm): string {
  const isFirst = token.kind === 'string' || token.kind === 'stringStart';
  const isLast = token.kind === 'string' || token.kind === 'stringEnd';
  if (!isMultiline) return unescaped(text.slice(token.start + 1, token.end - (isLast ? 1 : 2)));
  const start = token.start + (isFirst ? dollars + 3 : 1);
  const end = token.end - (isLast ? 3 : dollars + 1);
  return text.slice(isFirst ? behindLineBreak(text, start, end) : start, end);
}

function behindLineBreak(text: string, start: number, end: number): number {
  let at = start;
  if (at < end && text[at] === '\r') at++;
  if (at < end && text[at] === '\n') at++;
  return at;
}

/** Resolves escapes; one that is not the language's was reported by the lexer and stays as it is written. */
function unescaped(text: string): string {
  let backslash = text.indexOf('\\');
  if (backslash === -1) return text;
  const parts: string[] = [];
  let from = 0;
  while (backslash !== -1) {
    const { value, end } = readEscape(text, backslash);
    parts.push(text.slice(from, backslash), value ?? text.slice(backslash, end));
    from = end;
    backslash = text.indexOf('\\', end);
  }
  parts.push(text.slice(from));
  return parts.join('');
}
