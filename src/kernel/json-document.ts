import { type ParseError, printParseErrorCode, visit } from 'jsonc-parser';
import { type Diagnostic, diagnostic } from './diagnostic.ts';
import type { ArrayNode, JsonNode, ObjectNode, PropertyNode, ScalarNode } from './json-node.ts';
import { scanOutline } from './json-outline.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { Source } from './span.ts';

/** A parsed JSON text: what could be read of it, and what was wrong with it. */
export interface JsonDocument {
  readonly source: Source;
  /** `undefined` when there is no value at all. */
  readonly root: JsonNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses JSON as Azure Resource Manager accepts it: with comments, trailing commas tolerated and strings that run over
 * several lines (articles/azure-resource-manager/templates/syntax.md). Keeps positions, 64-bit integers and everything that could
 * be read before an error; never throws.
 */
export function parseJson(path: string, text: string, limits: Limits = defaultLimits): JsonDocument {
  const withoutMark = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const source = new Source(path, withoutMark);
  const outline = scanOutline(withoutMark);
  if (outline.depth > limits.documentDepthMax) {
    return {
      source,
      root: undefined,
      diagnostics: [diagnostic('LG1003', { limit: limits.documentDepthMax }, path)],
    };
  }
  return new DocumentBuilder(source, outline.lineBreaksInStrings).build();
}

// Characters of the private use area that stand for line breaks inside strings while the library parses.
const lineFeedMark = '\uE00A';
const carriageReturnMark = '\uE00D';

class DocumentBuilder {
  readonly #source: Source;
  readonly #text: string;
  readonly #patched: boolean;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #open: (MutableObject | MutableArray)[] = [];
  #root: JsonNode | undefined;

  constructor(source: Source, lineBreaksInStrings: readonly number[]) {
    this.#source = source;
    this.#patched = lineBreaksInStrings.length > 0;
    this.#text = this.#patched ? patch(source.text, lineBreaksInStrings) : source.text;
  }

  build(): JsonDocument {
    visit(
      this.#text,
      {
        onObjectBegin: (offset) => this.#begin(new MutableObject(this.#source, offset)),
        onObjectEnd: (offset, length) => this.#finish(offset + length),
        onArrayBegin: (offset) => this.#begin(new MutableArray(this.#source, offset)),
        onArrayEnd: (offset, length) => this.#finish(offset + length),
        onObjectProperty: (name, offset, length) => this.#name(name, offset, length),
        onLiteralValue: (value, offset, length) => this.#add(this.#scalar(value, offset, length)),
        onError: (error, offset, length) => this.#error({ error, offset, length }),
      },
      { allowTrailingComma: true, disallowComments: false },
    );
    while (this.#open.length > 0) this.#finish(this.#source.text.length);
    return { source: this.#source, root: this.#root, diagnostics: this.#diagnostics };
  }

  #begin(container: MutableObject | MutableArray): void {
    this.#add(container);
    this.#open.push(container);
  }

  #finish(end: number): void {
    const container = this.#open.pop();
    // The library counts one character too many for a comment that is not closed.
    if (container !== undefined) container.end = Math.min(end, this.#source.text.length);
  }

  #name(name: string, offset: number, length: number): void {
    const container = this.#open.at(-1);
    if (container?.kind !== 'object') return;
    container.pending = { name: this.#restore(name), nameStart: offset, nameEnd: offset + length };
  }

  #add(node: JsonNode): void {
    const container = this.#open.at(-1);
    if (container === undefined) this.#root ??= node;
    else if (container.kind === 'array') container.items.push(node);
    else this.#addProperty(container, node);
  }

  #addProperty(container: MutableObject, value: JsonNode): void {
    const pending = container.pending;
    if (pending === undefined) return;
    container.pending = undefined;
    const span = { source: this.#source, start: pending.nameStart, end: pending.nameEnd };
    if (pending.name === '__proto__') {
      this.#diagnostics.push(diagnostic('LG1005', { key: pending.name }, span));
      return;
    }
    if (container.names.has(pending.name)) {
      this.#diagnostics.push(diagnostic('LG1004', { key: pending.name }, span));
    }
    container.names.add(pending.name);
    container.properties.push({ ...pending, value });
  }

  #scalar(value: unknown, offset: number, length: number): ScalarNode {
    const node = { kind: 'scalar' as const, source: this.#source, start: offset, end: offset + length };
    if (typeof value === 'string') return { ...node, value: this.#restore(value) };
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      const text = this.#text.slice(offset, offset + length);
      if (/^-?\d{1,20}$/.test(text)) return { ...node, value: BigInt(text) };
    }
    return { ...node, value: value as null | boolean | number };
  }

  #restore(text: string): string {
    if (!this.#patched) return text;
    return text.replaceAll(lineFeedMark, '\n').replaceAll(carriageReturnMark, '\r');
  }

  #error({ error, offset, length }: ParseError): void {
    // Azure Resource Manager takes tabs and other control characters in strings as they are.
    if (printParseErrorCode(error) === 'InvalidCharacter') return;
    if (this.#diagnostics.some((entry) => entry.code === 'LG1001')) return;
    const end = Math.min(offset + Math.max(length, 1), this.#source.text.length);
    const span = { source: this.#source, start: Math.min(offset, end), end };
    this.#diagnostics.push(diagnostic('LG1001', { problem: problemOf(error) }, span));
  }
}

class MutableObject implements ObjectNode {
  readonly kind = 'object';
  readonly source: Source;
  readonly start: number;
  end = 0;
  readonly properties: PropertyNode[] = [];
  readonly names = new Set<string>();
  pending: { name: string; nameStart: number; nameEnd: number } | undefined;

  constructor(source: Source, start: number) {
    this.source = source;
    this.start = start;
  }
}

class MutableArray implements ArrayNode {
  readonly kind = 'array';
  readonly source: Source;
  readonly start: number;
  end = 0;
  readonly items: JsonNode[] = [];

  constructor(source: Source, start: number) {
    this.source = source;
    this.start = start;
  }
}

const problems: Readonly<Record<string, string>> = {
  ValueExpected: 'a value is expected here',
  CommaExpected: 'a comma is expected here',
  ColonExpected: 'a colon is expected here',
  PropertyNameExpected: 'a property name in double quotes is expected here',
  CloseBraceExpected: 'the closing brace is missing',
  CloseBracketExpected: 'the closing bracket is missing',
  EndOfFileExpected: 'nothing more is expected after the value',
  UnexpectedEndOfString: 'the string is not closed',
};

function problemOf(code: ParseError['error']): string {
  const name = printParseErrorCode(code);
  return problems[name] ?? name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

function patch(text: string, offsets: readonly number[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const offset of offsets) {
    parts.push(text.slice(from, offset), text[offset] === '\n' ? lineFeedMark : carriageReturnMark);
    from = offset + 1;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
