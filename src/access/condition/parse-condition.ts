import { type Diagnostic, diagnostic, fold, type Source, suggest } from '../../kernel/index.ts';
import type { Condition, Operand } from './condition.ts';
import { type ConditionLimits, conditionLimits } from './condition-limits.ts';
import { type Token, tokensOf } from './lexer.ts';
import { type Operator, operators } from './operator.ts';
import { SyntaxProblem, unreadable } from './syntax-problem.ts';
import { type RawOperand, type RawValue, typedOperand } from './typed-operand.ts';

/** A condition as it was read. */
export interface ConditionReading {
  /** `undefined` when the text is no condition; a diagnostic says why. Nothing is then known of what it allows. */
  readonly condition: Condition | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a condition, as documented (articles/role-based-access-control/conditions-format.md) and as found in built-in roles: names and
 * operators in any case, GUIDs without quotes and without dashes, `&&`, `||` and `!`, blanks left out. AND binds tighter than OR; where
 * that matters a warning says so, since it is officially ambiguous. Grammar:
 * ```
 * or         = and { OR and }
 * and        = unary { AND unary }
 * unary      = NOT unary | '(' or ')' | EXISTS attribute | (ACTIONMATCHES | SUBOPERATIONMATCHES) '{' text '}' | operand operator operand
 * operand    = attribute | value | '{' value { ',' value } '}'
 * ```
 */
export function parseCondition(source: Source, limits: ConditionLimits = conditionLimits): ConditionReading {
  const diagnostics: Diagnostic[] = [];
  try {
    if (source.text.length > limits.lengthMax)
      throw beyond('characters', source.text.length, limits.lengthMax, 0, 1);
    const parser = new ConditionParser(source, limits, diagnostics);
    return { condition: parser.parse(), diagnostics };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const { code, details, start, end } = error;
    return {
      condition: undefined,
      diagnostics: [...diagnostics, diagnostic(code, details, { source, start, end })],
    };
  }
}

function beyond(what: string, count: number, limit: number, start: number, end: number): SyntaxProblem {
  return new SyntaxProblem('LG8002', { what, count, limit }, start, end);
}

class ConditionParser {
  readonly #source: Source;
  readonly #limits: ConditionLimits;
  readonly #diagnostics: Diagnostic[];
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(source: Source, limits: ConditionLimits, diagnostics: Diagnostic[]) {
    this.#source = source;
    this.#limits = limits;
    this.#diagnostics = diagnostics;
    this.#tokens = tokensOf(source.text);
  }

  parse(): Condition {
    if (this.#tokens.length === 1)
      throw unreadable('it is empty', 'write a condition, or leave it out altogether', 0, 0);
    const condition = this.#or();
    if (this.#next.kind !== 'end') throw this.#unexpected('`AND`, `OR` or the end of the condition');
    return condition;
  }

  get #next(): Token {
    return this.#tokens[this.#at]!;
  }

  #take(): Token {
    return this.#tokens[this.#at++]!;
  }

  #or(): Condition {
    let hasBareAnd = false;
    const { condition, count } = this.#chain('or', () => {
      const part = this.#chain('and', () => this.#unary());
      hasBareAnd ||= part.count > 1;
      return part.condition;
    });
    if (hasBareAnd && count > 1) {
      const { start, end } = condition;
      this.#diagnostics.push(diagnostic('LG8010', {}, { source: this.#source, start, end }));
    }
    return condition;
  }

  #chain(kind: 'and' | 'or', part: () => Condition): { condition: Condition; count: number } {
    const start = this.#next.start;
    const conditions = [part()];
    while (this.#next.kind === kind) {
      this.#at++;
      conditions.push(part());
    }
    const [first] = conditions;
    if (conditions.length === 1 && first !== undefined) return { condition: first, count: 1 };
    return { condition: { kind, conditions, start, end: this.#lastEnd }, count: conditions.length };
  }

  get #lastEnd(): number {
    return this.#tokens[this.#at - 1]!.end;
  }

  #unary(): Condition {
    const token = this.#next;
    if (token.kind !== 'not' && token.kind !== '(') return this.#atom();
    if (++this.#depth > this.#limits.depthMax)
      throw beyond('levels', this.#depth, this.#limits.depthMax, token.start, token.end);
    this.#at++;
    const condition = token.kind === '(' ? this.#or() : this.#unary();
    if (token.kind === '(') this.#expect(')', '`AND`, `OR` or `)`');
    this.#depth--;
    return token.kind === '('
      ? condition
      : { kind: 'not', condition, start: token.start, end: this.#lastEnd };
  }

  #atom(): Condition {
    const token = this.#next;
    if (token.kind === 'word') {
      const word = fold(token.text);
      if (word === 'exists') return this.#exists();
      if (word === 'actionmatches') return this.#match('action');
      if (word === 'suboperationmatches') return this.#match('subOperation');
    }
    return this.#comparison();
  }

  #exists(): Condition {
    const { start } = this.#take();
    const token = this.#next;
    if (token.kind !== 'attribute') throw this.#unexpected('an attribute after `Exists`');
    this.#at++;
    return { kind: 'exists', attribute: token.attribute, start, end: token.end };
  }

  #match(kind: 'action' | 'subOperation'): Condition {
    const { start } = this.#take();
    this.#expect('{', '`{`');
    const token = this.#next;
    if (token.kind !== 'text' && token.kind !== 'word')
      throw this.#unexpected('one pattern in single quotes');
    this.#at++;
    this.#expect('}', '`}` after one pattern');
    return { kind, pattern: token.text.trim(), start, end: this.#lastEnd };
  }

  #comparison(): Condition {
    const start = this.#next.start;
    const left = this.#operand('a condition');
    const operator = this.#operator();
    const right = this.#operand(`what \`${operator.name}\` compares with`);
    return {
      kind: 'comparison',
      left: typedOperand(left, operator),
      operator,
      right: typedOperand(right, operator),
      start,
      end: this.#lastEnd,
    };
  }

  #operator(): Operator {
    const token = this.#next;
    if (token.kind !== 'word') throw this.#unexpected('an operator such as `StringEquals`');
    this.#at++;
    const operator = operators.get(fold(token.text));
    if (operator !== undefined) return operator;
    const names = [...operators.values()].map(({ name }) => name);
    const suggestion = suggest(
      token.text,
      names,
      'the operators are listed in the documentation of the condition format',
    );
    throw new SyntaxProblem('LG8003', { name: token.text, suggestion }, token.start, token.end);
  }

  #operand(expected: string): Operand | RawOperand {
    const token = this.#next;
    if (token.kind === 'attribute') {
      this.#at++;
      return token.attribute;
    }
    if (token.kind === '{') return this.#list();
    return { kind: 'raw', tokens: [this.#value(expected)] };
  }

  #list(): RawOperand {
    const open = this.#take();
    const tokens = [this.#value('a value')];
    while (this.#next.kind === ',') {
      this.#at++;
      tokens.push(this.#value('a value after `,`'));
      if (tokens.length > this.#limits.listSizeMax)
        throw beyond('values in a list', tokens.length, this.#limits.listSizeMax, open.start, this.#lastEnd);
    }
    this.#expect('}', '`,` or `}`');
    return { kind: 'raw', tokens };
  }

  #value(expected: string): RawValue {
    const token = this.#next;
    if (token.kind !== 'text' && token.kind !== 'word') throw this.#unexpected(expected);
    this.#at++;
    return token;
  }

  #expect(kind: Token['kind'], expected: string): void {
    if (this.#next.kind !== kind) throw this.#unexpected(expected);
    this.#at++;
  }

  #unexpected(expected: string): SyntaxProblem {
    const { kind, start, end } = this.#next;
    const found = kind === 'end' ? 'the condition ends' : `\`${this.#source.text.slice(start, end)}\` stands`;
    return unreadable(`${found} where ${expected} is expected`, 'correct the text here', start, end);
  }
}
