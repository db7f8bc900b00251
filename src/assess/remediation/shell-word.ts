/**
 * A text as one word of a POSIX shell: nothing in it is expanded, run or split. `undefined` for what cannot be shown on one line, and for what the az command itself
 * would not take as a value: `@…` names a file and `-…` an option.
 */
export function shellWord(text: string): string | undefined {
  if (text === '' || text.length > wordLengthMax || /^[-@]/.test(text)) return undefined;
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)) return undefined;
  return /^[\w./:=,+%-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

const wordLengthMax = 8_192;

/** A command of words and options; `undefined` when a word cannot be written safely. Options are written by us and are not quoted. */
export function shellCommand(parts: readonly CommandPart[]): string | undefined {
  const words: string[] = [];
  for (const part of parts) {
    const word = typeof part === 'string' ? shellWord(part) : part.option;
    if (word === undefined) return undefined;
    words.push(word);
  }
  return words.join(' ');
}

/** A value from outside, or an option that we write. */
export type CommandPart = string | { readonly option: string };

/** Options and their values; those without a value are left out. */
export function optionParts(options: Readonly<Record<string, string | undefined>>): CommandPart[] {
  return Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [{ option: `--${name}` }, value],
  );
}
