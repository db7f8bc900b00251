import type { Source } from '../../kernel/index.ts';
import { isLineBreak } from './character.ts';
import type { ProblemList } from './problem-list.ts';
import type { Token } from './token.ts';

const pragmaKinds = ['disable-next-line', 'disable-diagnostics', 'restore-diagnostics'] as const;

/** What a pragma does: silence diagnostics of the next line, from here on, or no longer. */
export type PragmaKind = (typeof pragmaKinds)[number];

/** A comment that steers diagnostics (articles/azure-resource-manager/bicep/file.md), e.g. `#disable-next-line BCP081`. */
export interface Pragma {
  readonly kind: PragmaKind;
  /** Codes of diagnostics and names of linter rules, as written. */
  readonly codes: readonly string[];
  readonly start: number;
  readonly end: number;
}

/**
 * Where the pragma that starts with the `#` at `start` ends: before the line's comment or its end.
 * `undefined` when it is no pragma, or something stands before it in its line.
 */
export function lexPragma(text: string, start: number, problems: ProblemList): number | undefined {
  const kind = pragmaKinds.find((candidate) => text.startsWith(candidate, start + 1));
  if (kind === undefined || !isFirstOfLine(text, start)) return undefined;
  let end = start;
  while (end < text.length && !isLineBreak(text.charCodeAt(end)) && !text.startsWith('//', end)) end++;
  while (isBlank(text.charCodeAt(end - 1))) end--;
  if (codesIn(text.slice(start, end)).length === 0) problems.add('LG7007', { pragma: kind }, start, end);
  return end;
}

/** The pragmas among the tokens of a file. */
export function pragmasOf(source: Source, tokens: readonly Token[]): readonly Pragma[] {
  return tokens
    .filter((token) => token.kind === 'pragma')
    .map(({ start, end }) => {
      const text = source.text.slice(start, end);
      const kind = pragmaKinds.find((candidate) => text.startsWith(candidate, 1)) ?? 'disable-next-line';
      return { kind, codes: codesIn(text), start, end };
    });
}

function codesIn(pragma: string): readonly string[] {
  return pragma
    .split(/[ \t]+/)
    .slice(1)
    .filter((code) => code !== '');
}

function isFirstOfLine(text: string, start: number): boolean {
  let at = start;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
  return at === 0 || isLineBreak(text.charCodeAt(at - 1));
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
