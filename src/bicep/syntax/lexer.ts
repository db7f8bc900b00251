import type { Source } from '../../kernel/index.ts';
import { classOf, isLineBreak, isNamePart } from './character.ts';
import { readEscape } from './escape.ts';
import { lexPragma } from './pragma.ts';
import type { ProblemList } from './problem-list.ts';
import type { Punctuator, Token, TokenKind } from './token.ts';

/** Characters a name may have (Azure/bicep, BCP024). */
export const nameLengthMax = 255;

/**
 * Splits a Bicep file into tokens, white space and comments included, so that their texts put together give the file.
 * What it cannot read becomes an `unknown` or `brokenString` token with a diagnostic; it never throws. The last token is `end`.
 */
export function lex(source: Source, problems: ProblemList): readonly Token[] {
  return new Lexer(source, problems).lex();
}

/** An interpolated string whose hole is being read. */
interface Hole {
  /** Dollars that open a hole of a multi-line string; 0 for a string in single quotes. */
  readonly dollars: number;
  /** Braces opened inside the hole. */
  braces: number;
}

const quote = 0x27;
const dollar = 0x24;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const dot = 0x2e;

const longPunctuators: ReadonlySet<string> = new Set<Punctuator>([
  '??',
  '::',
  '!=',
  '!~',
  '<=',
  '>=',
  '==',
  '=~',
  '=>',
  '||',
]);

const longPunctuatorStarts = new Set([...'?:!<>=|'].map((character) => character.charCodeAt(0)));

const typographicCharacters = /[\u2018\u2019\u201c\u201d\u00a0]/;

class Lexer {
  readonly #text: string;
  readonly #problems: ProblemList;
  readonly #tokens: Token[] = [];
  #holes: Hole[] = [];
  #at = 0;

  constructor(source: Source, problems: ProblemList) {
    this.#text = source.text;
    this.#problems = problems;
  }

  lex(): readonly Token[] {
    // The byte order mark, where the reader of the file left it in.
    if (this.#code(0) === 0xfeff) this.#push('whitespace', 0, 1);
    while (this.#at < this.#text.length) this.#next();
    this.#breakHoles('BCP003');
    this.#push('end', this.#at, this.#at);
    return this.#tokens;
  }

  #next(): void {
    const start = this.#at;
    const code = this.#code(start);
    switch (classOf(code)) {
      case 'name':
        this.#name(start);
        break;
      case 'space':
        this.#run('whitespace', (next) => classOf(next) === 'space');
        break;
      case 'punctuator':
        this.#punctuator(start, code);
        break;
      case 'lineBreak':
        this.#breakHoles('BCP004');
        this.#run('newline', isLineBreak);
        break;
      case 'digit':
        this.#run('integer', (next) => classOf(next) === 'digit');
        break;
      case 'opening':
        this.#opening(start);
        break;
      default:
        this.#unknown(start);
    }
  }

  #name(start: number): void {
    let end = start + 1;
    while (isNamePart(this.#code(end))) end++;
    const length = end - start;
    if (length > nameLengthMax) this.#problems.add('LG7005', { length, limit: nameLengthMax }, start, end);
    const word = length === 4 || length === 5 ? this.#text.slice(start, end) : '';
    this.#push(word === 'true' || word === 'false' || word === 'null' ? word : 'identifier', start, end);
  }

  #run(kind: TokenKind, belongs: (code: number) => boolean): void {
    let end = this.#at + 1;
    while (end < this.#text.length && belongs(this.#code(end))) end++;
    this.#push(kind, this.#at, end);
  }

  #punctuator(start: number, code: number): void {
    const hole = this.#holes.at(-1);
    if (hole !== undefined && code === closeBrace && hole.braces === 0) {
      this.#closeHole(start, hole);
      return;
    }
    if (hole !== undefined && code === openBrace) hole.braces++;
    if (hole !== undefined && code === closeBrace) hole.braces--;
    let length = 1;
    if (longPunctuatorStarts.has(code) && longPunctuators.has(this.#text.slice(start, start + 2))) length = 2;
    else if (code === dot && this.#text.startsWith('...', start)) length = 3;
    // Safe: the class of the character and the set hold nothing else.
    this.#push(this.#text.slice(start, start + length) as Punctuator, start, start + length);
  }

  #opening(start: number): void {
    const next = this.#text[start + 1];
    switch (this.#text[start]) {
      case "'":
        this.#string(start);
        break;
      case '$':
        this.#interpolatedMultiline(start);
        break;
      case '"':
        this.#doubleQuoted(start);
        break;
      case '#':
        this.#pragma(start);
        break;
      case '&':
        if (next === '&') this.#push('&&', start, start + 2);
        else this.#unknown(start);
        break;
      default:
        if (next === '/') this.#run('comment', (code) => !isLineBreak(code));
        else if (next === '*') this.#blockComment(start);
        else this.#push('/', start, start + 1);
    }
  }

  #blockComment(start: number): void {
    const closing = this.#text.indexOf('*/', start + 2);
    const end = closing === -1 ? this.#text.length : closing + 2;
    if (closing === -1) this.#problems.add('LG7002', {}, start, start + 2);
    this.#push('comment', start, end);
  }

  #pragma(start: number): void {
    const end = lexPragma(this.#text, start, this.#problems);
    if (end === undefined) this.#unknown(start);
    else this.#push('pragma', start, end);
  }

  #string(start: number): void {
    const isMultiline = this.#text.startsWith("'''", start);
    this.#open(isMultiline ? this.#multiline(start, start + 3, 0, true) : this.#segment(start, true), 0);
  }

  #interpolatedMultiline(start: number): void {
    let at = start;
    while (this.#code(at) === dollar) at++;
    if (!this.#text.startsWith("'''", at)) this.#unknown(start, at);
    else this.#open(this.#multiline(start, at + 3, at - start, true), at - start);
  }

  #open(kind: TokenKind, dollars: number): void {
    if (kind === 'stringStart') this.#holes.push({ dollars, braces: 0 });
  }

  #closeHole(start: number, hole: Hole): void {
    const kind =
      hole.dollars === 0
        ? this.#segment(start, false)
        : this.#multiline(start, start + 1, hole.dollars, false);
    if (kind !== 'stringMiddle') this.#holes.pop();
  }

  /** Reads a string in single quotes up to its end or its next hole. */
  #segment(start: number, isFirst: boolean): TokenKind {
    let at = start + 1;
    for (;;) {
      const code = this.#code(at);
      if (Number.isNaN(code)) return this.#broken(start, at, 'BCP003');
      if (isLineBreak(code)) return this.#broken(start, at, 'BCP004');
      if (code === quote) return this.#push(isFirst ? 'string' : 'stringEnd', start, at + 1);
      if (code === dollar && this.#code(at + 1) === openBrace) {
        return this.#push(isFirst ? 'stringStart' : 'stringMiddle', start, at + 2);
      }
      if (code !== backslash) at++;
      else if (at + 1 === this.#text.length) return this.#broken(start, at + 1, 'BCP005');
      else at = this.#escape(at);
    }
  }

  #escape(at: number): number {
    // A backslash before a line break escapes nothing: the line break ends the string.
    if (isLineBreak(this.#code(at + 1))) {
      this.#problems.add('LG7004', { sequence: '\\', bcp: 'BCP006' }, at, at + 1);
      return at + 1;
    }
    const { end, bcp } = readEscape(this.#text, at);
    if (bcp !== undefined) {
      this.#problems.add('LG7004', { sequence: this.#text.slice(at, at + 2), bcp }, at, end);
    }
    return end;
  }

  /** Reads a multi-line string from `from` up to its end or its next hole; quotes beyond the closing three belong to the text. */
  #multiline(start: number, from: number, dollars: number, isFirst: boolean): TokenKind {
    let at = from;
    while (at < this.#text.length) {
      const code = this.#code(at);
      if (code !== dollar && code !== quote) {
        at++;
        continue;
      }
      const runStart = at;
      while (this.#code(at) === code) at++;
      if (code === quote && at - runStart >= 3)
        return this.#push(isFirst ? 'string' : 'stringEnd', start, at);
      const isHole = code === dollar && dollars > 0 && at - runStart >= dollars;
      if (isHole && this.#code(at) === openBrace) {
        return this.#push(isFirst ? 'stringStart' : 'stringMiddle', start, at + 1);
      }
    }
    return this.#broken(start, at, 'BCP140');
  }

  #broken(start: number, end: number, bcp: string): TokenKind {
    this.#problems.add('LG7003', { closing: bcp === 'BCP140' ? "'''" : "'", bcp }, start, end);
    return this.#push('brokenString', start, end);
  }

  /** A line break or the end of the file inside a hole ends every string that is open. */
  #breakHoles(bcp: string): void {
    if (this.#holes.length === 0) return;
    this.#holes = [];
    this.#broken(this.#at, this.#at, bcp);
  }

  /** A string in double quotes is one mistake, not one for each of its words. */
  #doubleQuoted(start: number): void {
    let end = start + 1;
    while (end < this.#text.length && !isLineBreak(this.#code(end)) && this.#text[end] !== '"') end++;
    const isClosed = this.#text[end] === '"';
    const details = {
      found: 'a double quote',
      bcp: 'BCP103',
      advice: "write strings in single quotes; `\\'` stands for a quote inside",
    };
    this.#problems.add('LG7001', details, start, isClosed ? end + 1 : start + 1);
    this.#push(isClosed ? 'brokenString' : 'unknown', start, isClosed ? end + 1 : start + 1);
  }

  #unknown(start: number, from = start + 1): void {
    let end = from;
    while (end < this.#text.length && classOf(this.#code(end)) === 'unknown') end++;
    const text = this.#text.slice(start, Math.min(end, start + 20));
    const advice = typographicCharacters.test(text)
      ? 'it looks like a quote or a blank but is another character; type it again'
      : 'remove it';
    const found = `\`${text.replace(/\p{Cc}/gu, '\ufffd')}\``;
    this.#problems.add('LG7001', { found, bcp: 'BCP001', advice }, start, end);
    this.#push('unknown', start, end);
  }

  #push(kind: TokenKind, start: number, end: number): TokenKind {
    this.#tokens.push({ kind, start, end });
    this.#at = end;
    return kind;
  }

  /** NaN behind the end of the text. */
  #code(at: number): number {
    return this.#text.charCodeAt(at);
  }
}
