/** An escape sequence in a string: what it stands for, or which rule it breaks. */
export interface Escape {
  /** The characters it stands for; `undefined` when it is not one of the language's. */
  readonly value: string | undefined;
  /** UTF-16 offset behind it. */
  readonly end: number;
  /** The code that Microsoft's compiler gives the mistake. */
  readonly bcp?: 'BCP006' | 'BCP133';
}

const single: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['\\', '\\'],
  ["'", "'"],
  ['$', '$'],
]);

const codePointMax = 0x10ffff;
const hexDigits = /[0-9A-Fa-f]/;

/**
 * Reads the escape sequence whose backslash is at `at`: `\n \r \t \\ \' \$` and `\u{hex}`
 * (articles/azure-resource-manager/bicep/data-types.md). A `{` behind `\$` belongs to the text, not to a hole.
 */
export function readEscape(text: string, at: number): Escape {
  const character = text[at + 1] ?? '';
  if (character === 'u') return readCodePoint(text, at);
  const value = single.get(character);
  if (value === undefined) return { value: undefined, end: at + 1 + character.length, bcp: 'BCP006' };
  if (character === '$' && text[at + 2] === '{') return { value: '${', end: at + 3 };
  return { value, end: at + 2 };
}

function readCodePoint(text: string, at: number): Escape {
  if (text[at + 2] !== '{') return { value: undefined, end: at + 2, bcp: 'BCP133' };
  let end = at + 3;
  let codePoint = 0;
  while (hexDigits.test(text[end] ?? '')) {
    codePoint = Math.min(codePoint * 16 + Number.parseInt(text[end]!, 16), codePointMax + 1);
    end++;
  }
  const isWhole = end > at + 3 && text[end] === '}';
  if (!isWhole || codePoint > codePointMax) return { value: undefined, end, bcp: 'BCP133' };
  return { value: String.fromCodePoint(codePoint), end: end + 1 };
}
