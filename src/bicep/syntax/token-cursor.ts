import type { DiagnosticCode, Source } from '../../kernel/index.ts';
import { isLineBreak } from './character.ts';
import { declarationKeywords } from './declaration-keyword.ts';
import { type Expectation, expectedText } from './expectation.ts';
import type { ProblemList } from './problem-list.ts';
import type { NameSyntax, SyntaxRange, UnreadableSyntax } from './syntax-range.ts';
import { isTrivia, type Token, type TokenKind } from './token.ts';

/** The parser's view of the tokens: no trivia, line breaks in a row taken as one. It reports each place once. */
export class TokenCursor {
  readonly text: string;
  readonly #tokens: readonly Token[];
  readonly #problems: ProblemList;
  #index = 0;
  /** The furthest token that something was said about; its consequences are not worth another diagnostic. */
  #reported = -1;

  constructor(source: Source, tokens: readonly Token[], problems: ProblemList) {
    this.text = source.text;
    this.#tokens = significant(tokens);
    this.#problems = problems;
  }

  get token(): Token {
    return this.#tokens[this.#index]!;
  }

  get kind(): TokenKind {
    return this.token.kind;
  }

  /** Where the next token starts. */
  get start(): number {
    return this.token.start;
  }

  /** Where the last token that was taken ends, line breaks left out. */
  get end(): number {
    const last = this.#tokens[this.#index - 1];
    if (last?.kind !== 'newline') return last?.end ?? 0;
    return this.#tokens[this.#index - 2]?.end ?? 0;
  }

  /** A place to come back to. */
  get position(): number {
    return this.#index;
  }

  set position(index: number) {
    this.#index = index;
  }

  get isLineStart(): boolean {
    return this.kindAt(-1) === 'newline';
  }

  /** Whether the token stands in the first column, where only declarations do in formatted code. */
  get isFirstColumn(): boolean {
    return this.#isFirstColumn(0);
  }

  /** The kind of a token ahead or, negative, behind; `newline` before the first and `end` behind the last. */
  kindAt(ahead: number): TokenKind {
    const index = this.#index + ahead;
    return index < 0 ? 'newline' : (this.#tokens[index]?.kind ?? 'end');
  }

  /** The text of a token ahead. */
  textAt(ahead: number): string {
    const token = this.#tokens[this.#index + ahead];
    return token === undefined ? '' : this.text.slice(token.start, token.end);
  }

  textOf(token: Token): string {
    return this.text.slice(token.start, token.end);
  }

  /** Takes the token; the end of the file stays. */
  take(): Token {
    const token = this.token;
    if (token.kind !== 'end') this.#index++;
    return token;
  }

  takeIf(kind: TokenKind): boolean {
    if (this.kind !== kind) return false;
    this.take();
    return true;
  }

  /** Takes a line break where one stands, whether it matters or not. */
  skipNewline(): void {
    this.takeIf('newline');
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.#tokens[this.#index + ahead];
    return (
      token?.kind === 'identifier' &&
      token.end - token.start === word.length &&
      this.text.startsWith(word, token.start)
    );
  }

  takeWord(word: string, expectation: Expectation): boolean {
    if (this.isWord(word)) {
      this.take();
      return true;
    }
    this.report(expectation);
    return false;
  }

  /** Takes a token of this kind, or says that it is missing. */
  expect(kind: TokenKind, expectation: Expectation = expectedText(kind)): boolean {
    if (this.takeIf(kind)) return true;
    this.report(expectation);
    return false;
  }

  /** Whether a token of this kind stands here; says that it is missing where not. */
  expectAhead(kind: TokenKind): boolean {
    if (this.kind !== kind) this.report(expectedText(kind));
    return this.kind === kind;
  }

  /** Takes a name, or says that it is missing. */
  name(expectation: Expectation): NameSyntax {
    if (this.kind === 'identifier') {
      const token = this.take();
      return { kind: 'name', name: this.textOf(token), start: token.start, end: token.end };
    }
    this.report(expectation);
    return this.noName();
  }

  /** Stands for a name that is missing behind the last token. */
  noName(): NameSyntax {
    return { kind: 'name', name: '', start: this.end, end: this.end };
  }

  /** Stands for what is missing behind the last token, after `report`. */
  nothing(): UnreadableSyntax {
    return { kind: 'unreadable', start: this.end, end: this.end };
  }

  /** Says what the grammar asks for instead of the token. */
  report({ text: expected, bcp, advice }: Expectation): void {
    this.reportToken('LG7008', { expected, bcp, advice });
  }

  /** Says what is wrong with the token, `{found}`. */
  reportToken(code: DiagnosticCode, details: Readonly<Record<string, string | number>>): void {
    if (!this.#isNews()) return;
    this.#problems.add(code, { ...details, found: this.#found() }, this.start, this.token.end);
  }

  /** Says what is wrong with something that was read. */
  reportRange(
    code: DiagnosticCode,
    details: Readonly<Record<string, string | number>>,
    { start, end }: SyntaxRange,
  ): void {
    this.#problems.add(code, details, start, end);
  }

  /** Takes a closing bracket; where it is missing, says so and passes over what stands before it in its line. */
  close(open: Token, closing: TokenKind): void {
    if (this.takeIf(closing)) return;
    this.reportOpen(open, closing);
    this.skipTo([closing, 'newline']);
    this.takeIf(closing);
  }

  /** Says that a bracket is not closed where its partner was expected. */
  reportOpen(open: Token, closing: TokenKind): void {
    const line = this.#problems.lineOf(open.start);
    this.reportToken('LG7009', { bracket: this.textOf(open), line, closing });
  }

  /**
   * Whether a declaration begins here although a bracket is open: a keyword and what must follow it, in the first column.
   * No other construct looks like that, so the bracket was not closed.
   */
  beginsDeclaration(ahead = 0): boolean {
    if (this.kindAt(ahead) !== 'identifier' || this.kindAt(ahead - 1) !== 'newline') return false;
    if (!this.#isFirstColumn(ahead)) return false;
    const follows = declarationKeywords.get(this.textAt(ahead));
    return follows?.includes(this.kindAt(ahead + 1)) === true && !this.isWord('as', ahead + 1);
  }

  /** Passes over tokens, and over all brackets and strings among them, until one of `kinds` or the end of what holds them. */
  skipTo(kinds: readonly TokenKind[]): void {
    let depth = 0;
    let strings = 0;
    while (this.kind !== 'end') {
      const kind = this.kind;
      if (depth === 0 && (kinds.includes(kind) || depthOf(kind) < 0)) return;
      if (strings === 0 && (kind === 'stringMiddle' || kind === 'stringEnd')) return;
      if (this.beginsDeclaration()) return;
      depth += depthOf(kind);
      if (kind === 'stringStart') strings++;
      else if (kind === 'stringEnd') strings--;
      else if (kind === 'brokenString') strings = 0;
      this.take();
    }
  }

  /** Passes over the rest of a broken declaration: to the next line, behind `position`, where one begins. */
  skipToDeclaration(position = this.#index): void {
    let depth = 0;
    while (this.kind !== 'end') {
      if (
        this.#index > position &&
        (this.beginsDeclaration() || (depth <= 0 && this.#mayBeginDeclaration()))
      ) {
        return;
      }
      depth += depthOf(this.kind);
      this.take();
    }
  }

  /** Outside of all brackets a keyword or decorator is enough, indented or not. */
  #mayBeginDeclaration(): boolean {
    if (!this.isLineStart) return false;
    return this.kind === '@' || (this.kindAt(1) !== ':' && declarationKeywords.has(this.textAt(0)));
  }

  #isFirstColumn(ahead: number): boolean {
    const start = this.#tokens[this.#index + ahead]?.start ?? 0;
    return start === 0 || isLineBreak(this.text.charCodeAt(start - 1));
  }

  #isNews(): boolean {
    if (this.#index <= this.#reported) return false;
    this.#reported = this.#index;
    // The lexer has said what is wrong with these.
    return this.kind !== 'brokenString' && this.kind !== 'unknown';
  }

  /** Never the text of a string, which could be a secret. */
  #found(): string {
    if (this.kind === 'end') return 'the end of the file';
    if (this.kind === 'newline') return 'the end of the line';
    if (this.kind === 'integer') return 'a number';
    return this.kind.startsWith('string') ? 'a string' : `\`${this.textAt(0)}\``;
  }
}

function significant(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  let last: TokenKind | undefined;
  for (const token of tokens) {
    if (isTrivia(token.kind) || (last === 'newline' && token.kind === 'newline')) continue;
    last = token.kind;
    kept.push(token);
  }
  return kept;
}

function depthOf(kind: TokenKind): number {
  if (kind === '{' || kind === '[' || kind === '(') return 1;
  return kind === '}' || kind === ']' || kind === ')' ? -1 : 0;
}
