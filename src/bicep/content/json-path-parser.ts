import type { PathStep } from './json-path.ts';
import type { Comparison, FilterOperand, PathFilter } from './json-path-filter.ts';

/** The steps of a path, or what is wrong with it. */
export type ParsedPath =
  | { readonly kind: 'path'; readonly steps: readonly PathStep[] }
  | { readonly kind: 'problem'; readonly problem: string };

/**
 * Reads a JSONPath as `loadJsonContent` takes it: names behind dots or in brackets, indices, lists of both, slices, `*`, `..` and
 * filters that compare or look for a value (articles/azure-resource-manager/bicep/bicep-functions-files.md#loadjsoncontent).
 */
export function parseJsonPath(text: string): ParsedPath {
  try {
    const parser = new PathParser(text);
    const steps = parser.path();
    return { kind: 'path', steps };
  } catch (error) {
    if (error instanceof PathError) return { kind: 'problem', problem: error.message };
    throw error;
  }
}

class PathError extends Error {}

const comparisons: readonly (Comparison | '===' | '!==' | '=~')[] = [
  '===',
  '!==',
  '==',
  '!=',
  '<=',
  '>=',
  '=~',
  '<',
  '>',
];

const filterDepthMax = 16;

class PathParser {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  path(): PathStep[] {
    this.#blanks();
    if (this.#is('$')) this.#at++;
    const steps = this.#steps(true);
    this.#blanks();
    if (this.#at < this.#text.length) throw this.#unexpected();
    return steps;
  }

  /** At the beginning a name needs no dot. */
  #steps(isBeginning: boolean): PathStep[] {
    const steps: PathStep[] = [];
    if (isBeginning && this.#at === 0 && this.#at < this.#text.length && !this.#is('.') && !this.#is('['))
      steps.push(this.#named(false));
    while (this.#is('.') || this.#is('[')) {
      const isDeep = this.#take('..');
      if (!isDeep && this.#is('[')) steps.push(this.#bracket(false));
      else if (isDeep && this.#is('[')) steps.push(this.#bracket(true));
      else {
        if (!isDeep) this.#at++;
        steps.push(this.#named(isDeep));
      }
    }
    return steps;
  }

  #named(isDeep: boolean): PathStep {
    if (this.#take('*')) return { kind: 'all', isDeep };
    const start = this.#at;
    while (this.#at < this.#text.length && !/[\s.[\]()]/.test(this.#text[this.#at]!)) this.#at++;
    const name = this.#text.slice(start, this.#at);
    if (name === '') throw this.#unexpected('the name of a property');
    return { kind: 'names', names: [name], isDeep };
  }

  #bracket(isDeep: boolean): PathStep {
    this.#at++;
    this.#blanks();
    const step = this.#bracketed(isDeep);
    this.#blanks();
    if (!this.#take(']')) throw this.#unexpected('`]`');
    return step;
  }

  #bracketed(isDeep: boolean): PathStep {
    if (this.#take('*')) return { kind: 'all', isDeep };
    if (this.#take('?')) return { kind: 'filter', filter: this.#filter(), isDeep };
    if (this.#is("'") || this.#is('"'))
      return { kind: 'names', names: this.#list(() => this.#quoted()), isDeep };
    const first = this.#is(':') ? undefined : this.#integer();
    this.#blanks();
    if (this.#is(':')) return this.#slice(first, isDeep);
    if (first === undefined) throw this.#unexpected();
    const rest = this.#take(',') ? this.#list(() => this.#integer()) : [];
    return { kind: 'indices', indices: [first, ...rest], isDeep };
  }

  #slice(start: number | undefined, isDeep: boolean): PathStep {
    this.#at++;
    const end = this.#optionalInteger();
    this.#blanks();
    const step = this.#take(':') ? this.#optionalInteger() : undefined;
    if (step === 0) throw new PathError('the step of a slice is 0');
    return { kind: 'slice', start, end, step: step ?? 1, isDeep };
  }

  #optionalInteger(): number | undefined {
    this.#blanks();
    return this.#is(':') || this.#is(']') ? undefined : this.#integer();
  }

  #list<T>(read: () => T): T[] {
    const items: T[] = [];
    do {
      this.#blanks();
      items.push(read());
      this.#blanks();
    } while (this.#take(','));
    return items;
  }

  #integer(): number {
    const digits = this.#match(/-?\d{1,9}/y);
    if (digits === undefined) throw this.#unexpected('a number');
    return Number(digits);
  }

  #quoted(): string {
    const quote = this.#text[this.#at];
    if (quote !== "'" && quote !== '"') throw this.#unexpected('a text in quotes');
    const characters: string[] = [];
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at]!;
      if (character === quote) {
        this.#at++;
        return characters.join('');
      }
      if (character === '\\' && this.#at + 1 < this.#text.length) this.#at++;
      characters.push(this.#text[this.#at]!);
    }
    throw new PathError('a text is not closed');
  }

  #filter(): PathFilter {
    this.#blanks();
    if (!this.#take('(')) throw this.#unexpected('`(`');
    const filter = this.#either();
    if (!this.#take(')')) throw this.#unexpected('`)`');
    return filter;
  }

  #either(): PathFilter {
    if (++this.#depth > filterDepthMax) throw new PathError('its filters are nested too deeply');
    const parts = this.#joined('||', () => this.#joined('&&', () => [this.#condition()], 'and'), 'or');
    this.#depth--;
    return parts[0]!;
  }

  #joined(sign: string, read: () => PathFilter[], kind: 'and' | 'or'): PathFilter[] {
    const parts: PathFilter[] = [];
    do {
      parts.push(...read());
      this.#blanks();
    } while (this.#take(sign));
    return parts.length === 1 ? parts : [{ kind, parts }];
  }

  #condition(): PathFilter {
    this.#blanks();
    if (this.#take('(')) {
      const filter = this.#either();
      if (!this.#take(')')) throw this.#unexpected('`)`');
      return filter;
    }
    const left = this.#operand();
    this.#blanks();
    const sign = comparisons.find((one) => this.#take(one));
    if (sign === undefined) {
      if (left.kind === 'path') return { kind: 'exists', path: left.path };
      throw this.#unexpected('a comparison');
    }
    if (sign === '=~') throw new PathError('filters with `=~` are not supported');
    this.#blanks();
    const comparison = sign === '===' ? '==' : sign === '!==' ? '!=' : sign;
    return { kind: 'compare', comparison, left, right: this.#operand() };
  }

  #operand(): FilterOperand {
    if (this.#take('@')) return { kind: 'path', path: this.#steps(false) };
    if (this.#is("'") || this.#is('"')) return { kind: 'literal', value: this.#quoted() };
    const number = this.#match(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    if (number !== undefined) return { kind: 'literal', value: Number(number) };
    const word = this.#match(/true|false|null/y);
    if (word === undefined) throw this.#unexpected('`@`, a text or a number');
    return { kind: 'literal', value: word === 'null' ? null : word === 'true' };
  }

  #is(text: string): boolean {
    return this.#text.startsWith(text, this.#at);
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at += text.length;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #blanks(): void {
    while (this.#is(' ')) this.#at++;
  }

  #unexpected(expected?: string): PathError {
    const found = this.#at < this.#text.length ? `\`${this.#text[this.#at]}\`` : 'the end';
    const wanted = expected === undefined ? '' : `, not ${expected}`;
    return new PathError(`there is ${found} at position ${this.#at + 1}${wanted}`);
  }
}
