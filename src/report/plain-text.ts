const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const hostile = /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu;
// Build agents look for `##vso[` and `::` with comparisons that skip what is not displayed, such as a soft hyphen.
const doubledHash = /#(?=\p{Default_Ignorable_Code_Point}*#)/gu;
const leadingColons = /^([\s\p{Default_Ignorable_Code_Point}]*):(?=\p{Default_Ignorable_Code_Point}*:)/u;

/**
 * Makes text from outside harmless on one line: line breaks become spaces; control characters, lone surrogates,
 * characters that change the reading order and characters that XML forbids become U+FFFD. `##` is broken up, because
 * build agents obey a `##vso[` or `##[` anywhere in a line.
 */
export function plainText(text: string): string {
  return text.replace(lineBreaks, ' ').replace(hostile, '\ufffd').replace(doubledHash, '# ');
}

/** Breaks a `::` that begins a line: the runner of GitHub Actions reads it, behind white space too, as a command. */
export function plainLine(line: string): string {
  return line.replace(leadingColons, '$1: ');
}

/** Shortens text to `lengthMax` UTF-16 units, with `…` at the cut and no character split. */
export function cut(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  const kept = text.slice(0, Math.max(lengthMax - 1, 0));
  const last = kept.charCodeAt(kept.length - 1);
  const isSplit = last >= 0xd800 && last <= 0xdbff;
  return `${isSplit ? kept.slice(0, -1) : kept}…`;
}
