import { defaultLimits, type Limits } from '../kernel/index.ts';
import type { CallExpression, Expression, ExpressionProblem } from './expression.ts';

/**
 * Parses the expression in a template string such as `[concat('a', parameters('b').c[0])]`. Grammar:
 * ```
 * expression = primary { '.' name | '.?' name | '[' expression ']' | '[?' expression ']' }
 * primary    = string | integer | name [ '.' name ] '(' [ expression { ',' expression } ] ')'
 * ```
 * Strings are in single quotes, `''` stands for one quote. Policies use it too, so this is the one parser of the language.
 */
export function parseExpression(
  text: string,
  limits: Limits = defaultLimits,
): Expression | ExpressionProblem {
  if (text.length > limits.expressionLengthMax) {
    return problem(
      `it has ${text.length} characters, more than the limit of ${limits.expressionLengthMax}`,
      0,
      1,
    );
  }
  const parser = new ExpressionParser(text, limits.expressionDepthMax);
  try {
    return parser.parse();
  } catch (error) {
    if (error instanceof SyntaxProblem) return problem(error.message, error.start, error.end);
    throw error;
  }
}

function problem(text: string, start: number, end: number): ExpressionProblem {
  return { kind: 'problem', problem: text, start, end };
}

/** Functions of no arguments that people write as literals; the caller says that Azure refuses it. */
const bareNames: ReadonlySet<string> = new Set(['true', 'false', 'null']);

class SyntaxProblem extends Error {
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.start = start;
    this.end = end;
  }
}

const nameStart = /[A-Za-z_$]/;
const namePart = /[\w$]/;

class ExpressionParser {
  readonly #text: string;
  readonly #depthMax: number;
  readonly #end: number;
  #at = 1;
  #depth = 0;

  constructor(text: string, depthMax: number) {
    this.#text = text;
    this.#depthMax = depthMax;
    this.#end = text.length - 1;
  }

  parse(): Expression {
    const expression = this.#expression();
    this.#space();
    if (this.#at < this.#end) throw this.#unexpected('the end of the expression');
    return expression;
  }

  #expression(): Expression {
    if (++this.#depth > this.#depthMax) {
      throw new SyntaxProblem(`it is nested deeper than ${this.#depthMax} levels`, this.#at, this.#at + 1);
    }
    let expression = this.#primary();
    let links = 0;
    for (;;) {
      const next = this.#postfix(expression);
      if (next === undefined) break;
      if (++links > this.#depthMax)
        throw new SyntaxProblem(
          `it has more than ${this.#depthMax} accesses in a row`,
          this.#at,
          this.#at + 1,
        );
      expression = next;
    }
    this.#depth--;
    return expression;
  }

  #postfix(target: Expression): Expression | undefined {
    this.#space();
    const start = target.start;
    if (this.#take('.')) {
      const safe = this.#take('?');
      this.#space();
      const name = this.#name('a property name');
      return { kind: 'member', target, name, safe, start, end: this.#at };
    }
    if (this.#take('[')) {
      const safe = this.#take('?');
      const index = this.#expression();
      this.#expect(']');
      return { kind: 'index', target, index, safe, start, end: this.#at };
    }
    return undefined;
  }

  #primary(): Expression {
    this.#space();
    const start = this.#at;
    const character = this.#peek();
    if (character === "'") return this.#string();
    if (character === '-' || character === '+' || isDigit(character)) return this.#number();
    if (character !== '' && nameStart.test(character)) return this.#call(start);
    throw this.#unexpected('a function, a string or a number');
  }

  #string(): Expression {
    const start = this.#at++;
    let value = '';
    for (;;) {
      const quote = this.#text.indexOf("'", this.#at);
      if (quote === -1 || quote >= this.#end)
        throw new SyntaxProblem('the string is not closed', start, this.#end);
      value += this.#text.slice(this.#at, quote);
      this.#at = quote + 1;
      if (this.#peek() !== "'") break;
      value += "'";
      this.#at++;
    }
    return { kind: 'literal', value, start, end: this.#at };
  }

  #number(): Expression {
    const start = this.#at;
    if (this.#peek() === '-' || this.#peek() === '+') this.#at++;
    const digits = this.#at;
    while (isDigit(this.#peek())) this.#at++;
    if (this.#at === digits) throw this.#unexpected('a digit');
    if (this.#peek() === '.' && isDigit(this.#text[this.#at + 1] ?? '')) {
      this.#at++;
      while (isDigit(this.#peek())) this.#at++;
      return { kind: 'literal', value: Number(this.#text.slice(start, this.#at)), start, end: this.#at };
    }
    const text = this.#text.slice(start, this.#at).replace(/^\+/, '');
    const value = BigInt(text);
    if (value > 9223372036854775807n || value < -9223372036854775808n) {
      throw new SyntaxProblem(`${text.slice(0, 40)} is not a 64-bit integer`, start, this.#at);
    }
    const small = Number(value);
    return { kind: 'literal', value: Number.isSafeInteger(small) ? small : value, start, end: this.#at };
  }

  #call(start: number): CallExpression {
    let name = this.#name('a function name');
    let namespace = '';
    this.#space();
    if (this.#take('.')) {
      namespace = name;
      name = this.#name('a function name');
      this.#space();
    }
    if (namespace === '' && this.#peek() !== '(' && bareNames.has(name)) {
      return { kind: 'call', namespace, name, args: [], bare: true, start, end: this.#at };
    }
    if (this.#peek() !== '(') {
      throw new SyntaxProblem(
        `\`${namespace === '' ? name : `${namespace}.${name}`}\` is not followed by parentheses`,
        start,
        this.#at,
      );
    }
    this.#at++;
    const args = this.#arguments();
    return { kind: 'call', namespace, name, args, start, end: this.#at };
  }

  #arguments(): Expression[] {
    const args: Expression[] = [];
    this.#space();
    if (this.#take(')')) return args;
    for (;;) {
      args.push(this.#expression());
      this.#space();
      if (this.#take(')')) return args;
      if (!this.#take(',')) throw this.#unexpected('a comma or a closing parenthesis');
    }
  }

  #name(expected: string): string {
    const start = this.#at;
    if (!nameStart.test(this.#peek())) throw this.#unexpected(expected);
    while (namePart.test(this.#peek())) this.#at++;
    return this.#text.slice(start, this.#at);
  }

  #peek(): string {
    return this.#at < this.#end ? this.#text[this.#at]! : '';
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at++;
    return true;
  }

  #expect(character: string): void {
    this.#space();
    if (!this.#take(character)) throw this.#unexpected(`\`${character}\``);
  }

  #space(): void {
    while (this.#at < this.#end && this.#text.charCodeAt(this.#at) <= 0x20) this.#at++;
  }

  #unexpected(expected: string): SyntaxProblem {
    const found = this.#peek();
    const start = Math.min(this.#at, this.#end);
    return new SyntaxProblem(
      `expected ${expected}, found ${found === '' ? 'the end' : `\`${found}\``}`,
      start,
      start + 1,
    );
  }
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}
