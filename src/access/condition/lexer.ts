import { fold } from '../../kernel/index.ts';
import { type Attribute, readAttribute } from './attribute.ts';
import { SyntaxProblem, unreadable } from './syntax-problem.ts';

/** A token of the condition language, with its place in the text. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: '(' | ')' | '{' | '}' | ',' | 'and' | 'or' | 'not' | 'end' }
  /** A text in quotes, without them; or a name, operator, number, GUID or truth value. */
  | { readonly kind: 'text' | 'word'; readonly text: string }
  | { readonly kind: 'attribute'; readonly attribute: Attribute }
);

const blank = /\s/;
const wordStart = /[\w.:/*-]/;
const words = /[\w.:/*-]+/y;
const logicalWords: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/** The tokens of a condition, an `end` token last. Blanks matter only between words. Throws SyntaxProblem. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    // What people paste from documents holds other blanks (U+00A0 ...), which Azure refuses.
    if (blank.test(text[at]!) && text.charCodeAt(at) < 0x80) {
      at++;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', start: text.length, end: text.length });
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  const char = text[start]!;
  switch (char) {
    case '(':
    case ')':
    case '{':
    case '}':
    case ',':
      return { kind: char, start, end: start + 1 };
    case '!':
      return { kind: 'not', start, end: start + 1 };
    case '&':
    case '|':
      if (text[start + 1] !== char) break;
      return { kind: char === '&' ? 'and' : 'or', start, end: start + 2 };
    case "'":
      return quotedAt(text, start);
    case '@':
      return attributeAt(text, start);
    default:
      if (wordStart.test(char)) return wordAt(text, start);
  }
  throw unexpected(char, start);
}

function unexpected(char: string, start: number): SyntaxProblem {
  const code = char.charCodeAt(0);
  if (code < 0x20 || code > 0x7e)
    return unreadable(
      `there is a character U+${code.toString(16).toUpperCase().padStart(4, '0')} outside of quotes`,
      'delete it; texts copied from documents may hold blanks and quotes that only look alike',
      start,
      start + 1,
    );
  const advice =
    char === '"'
      ? 'write values in single quotes'
      : char === '['
        ? 'write the source of an attribute before it, such as `@Resource[name]`'
        : 'delete it, or put it in a text in single quotes';
  return unreadable(`\`${char}\` cannot stand here`, advice, start, start + 1);
}

function quotedAt(text: string, start: number): Token {
  const close = text.indexOf("'", start + 1);
  if (close === -1)
    throw unreadable('a text is not closed', 'end it with a single quote', start, text.length);
  return { kind: 'text', text: text.slice(start + 1, close), start, end: close + 1 };
}

function wordAt(text: string, start: number): Token {
  words.lastIndex = start;
  const word = words.exec(text)?.[0] ?? '';
  const end = start + word.length;
  const folded = fold(word);
  if (logicalWords.has(folded)) return { kind: folded as 'and' | 'or' | 'not', start, end };
  return { kind: 'word', text: word, start, end };
}

function attributeAt(text: string, start: number): Token {
  let nameEnd = start + 1;
  while (nameEnd < text.length && /\w/.test(text[nameEnd]!)) nameEnd++;
  let open = nameEnd;
  while (text[open] === ' ') open++;
  const close = text[open] === '[' ? text.indexOf(']', open) : -1;
  if (close === -1)
    throw unreadable(
      'an attribute has no brackets around its name',
      'write `@Resource[namespace:name]`',
      start,
      nameEnd,
    );
  const read = readAttribute(text.slice(start + 1, nameEnd), text.slice(open + 1, close));
  const end = close + 1;
  if (read.kind === 'problem')
    throw new SyntaxProblem(
      'LG8005',
      { attribute: text.slice(start, end), problem: read.problem },
      start,
      end,
    );
  return { kind: 'attribute', attribute: read, start, end };
}
