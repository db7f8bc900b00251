/** What a token is. Operators and brackets are named by their own text. */
export type TokenKind =
  | 'whitespace'
  | 'comment'
  | 'pragma'
  | 'newline'
  | 'identifier'
  | 'true'
  | 'false'
  | 'null'
  | 'integer'
  /** A string without interpolation, delimiters included; both `'...'` and `'''...'''`. */
  | 'string'
  /** From the opening delimiter of an interpolated string to its first `${`. */
  | 'stringStart'
  /** From the `}` of one hole to the `${` of the next. */
  | 'stringMiddle'
  /** From the `}` of the last hole to the closing delimiter. */
  | 'stringEnd'
  /** A string that is not closed, or is in double quotes: reported already. */
  | 'brokenString'
  /** Characters that are not part of the language: reported already. */
  | 'unknown'
  | 'end'
  | Punctuator;

/** The operators and brackets of the language (Azure/bicep, docs/grammar.md). */
export type Punctuator = OneCharacter | TwoCharacters | '...';

type OneCharacter =
  | '{'
  | '}'
  | '('
  | ')'
  | '['
  | ']'
  | '@'
  | ','
  | '.'
  | '?'
  | ':'
  | ';'
  | '+'
  | '-'
  | '%'
  | '*'
  | '/'
  | '^'
  | '!'
  | '<'
  | '>'
  | '='
  | '|';

type TwoCharacters = '??' | '::' | '!=' | '!~' | '<=' | '>=' | '==' | '=~' | '=>' | '&&' | '||';

/** A piece of the file, `[start, end)` in UTF-16 offsets. The tokens of a file, trivia included, cover it without gap or overlap. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** Whether the parser passes over it: white space, comments and pragmas. Line breaks separate, so they are none. */
export function isTrivia(kind: TokenKind): boolean {
  return kind === 'whitespace' || kind === 'comment' || kind === 'pragma';
}
