import type { Value, ValueObject } from '../../kernel/index.ts';
import { type Call, EvaluationError, type TemplateFunction } from '../template-function.ts';
import { overCandidates } from './candidates.ts';
import { integerResult, setKey, stringAt } from './operands.ts';

const token =
  /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*(?:([{}[\],:])|("[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*')|(-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|([A-Za-z_$][\w$]*)|(\S)|$)/gsy;
const literals = new Map<string, Value>([
  ['null', null],
  ['true', true],
  ['false', false],
]);
const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

type TokenKind = 'mark' | 'string' | 'number' | 'name' | 'end';

interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/**
 * Reads JSON as Azure Resource Manager does: besides standard JSON, comments, strings in single quotes and property names without
 * quotes. Integers beyond 2^53 keep their value; the last of several equal property names wins.
 */
export function parseJsonText(text: string, call: Call): Value {
  const reader = new JsonReader(text, call);
  return reader.readDocument();
}

class JsonReader {
  readonly #text: string;
  readonly #call: Call;
  #position = 0;
  #token: Token = { kind: 'end', text: '' };

  constructor(text: string, call: Call) {
    this.#text = text;
    this.#call = call;
    this.#advance();
  }

  readDocument(): Value {
    const value = this.#readValue(0);
    if (this.#token.kind !== 'end') this.#fail();
    return value;
  }

  #readValue(depth: number): Value {
    if (depth > this.#call.limits.documentDepthMax) {
      throw new EvaluationError(
        `${this.#call.name} reads JSON nested at most ${this.#call.limits.documentDepthMax} deep`,
      );
    }
    const { kind, text } = this.#token;
    if (kind === 'mark' && text === '{') return this.#readObject(depth);
    if (kind === 'mark' && text === '[') return this.#readArray(depth);
    if (kind === 'name' && !literals.has(text)) this.#fail();
    if (kind === 'mark' || kind === 'end') this.#fail();
    this.#advance();
    if (kind === 'string') return this.#unquote(text);
    if (kind === 'name') return literals.get(text)!;
    return /[.eE]/.test(text) ? this.#float(text) : integerResult(this.#call, BigInt(text));
  }

  #readObject(depth: number): ValueObject {
    const object: ValueObject = {};
    this.#advance();
    while (!this.#isMark('}')) {
      const { kind, text } = this.#token;
      if (kind !== 'string' && kind !== 'name') this.#fail();
      this.#advance();
      this.#expect(':');
      const key = kind === 'string' ? this.#unquote(text) : text;
      setKey(this.#call, object, key, this.#readValue(depth + 1));
      if (!this.#isMark('}')) this.#expect(',');
    }
    this.#advance();
    return object;
  }

  #readArray(depth: number): Value[] {
    const items: Value[] = [];
    this.#advance();
    while (!this.#isMark(']')) {
      items.push(this.#readValue(depth + 1));
      if (!this.#isMark(']')) this.#expect(',');
    }
    this.#advance();
    return items;
  }

  #advance(): void {
    token.lastIndex = this.#position;
    const [all, mark, quoted, digits, name, other] = token.exec(this.#text)!;
    if (other !== undefined) this.#fail();
    this.#position += all.length;
    if (mark !== undefined) this.#token = { kind: 'mark', text: mark };
    else if (quoted !== undefined) this.#token = { kind: 'string', text: quoted };
    else if (digits !== undefined) this.#token = { kind: 'number', text: digits };
    else if (name !== undefined) this.#token = { kind: 'name', text: name };
    else this.#token = { kind: 'end', text: '' };
  }

  #isMark(mark: string): boolean {
    return this.#token.kind === 'mark' && this.#token.text === mark;
  }

  #expect(mark: string): void {
    if (!this.#isMark(mark)) this.#fail();
    this.#advance();
  }

  #float(text: string): number {
    const value = Number(text);
    return Number.isFinite(value) ? value : this.#fail();
  }

  #unquote(quoted: string): string {
    return quoted
      .slice(1, -1)
      .replace(/\\(?:u([\da-fA-F]{4})|(.))/gs, (_, code?: string, letter?: string) => {
        if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
        if (letter === 'u') this.#fail();
        return escapes[letter!] ?? letter!;
      });
  }

  #fail(): never {
    throw new EvaluationError(
      `${this.#call.name} cannot read its argument as JSON, near character ${this.#position + 1}`,
    );
  }
}

/** `json` (template-functions-object.md). */
export const json: TemplateFunction = overCandidates({
  name: 'json',
  argumentsMin: 1,
  argumentsMax: 1,
  run: (args, call) => parseJsonText(stringAt(call, args, 0), call),
});
