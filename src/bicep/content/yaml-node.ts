import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import {
  type JsonNode,
  type Limits,
  type PropertyNode,
  type ScalarNode,
  Source,
} from '../../kernel/index.ts';

/** A YAML text as nodes with its positions, or what is wrong with it. */
export type YamlContent = { readonly root: JsonNode | undefined } | { readonly problem: string };

const nodeCountMax = 200_000;

/** Reads YAML as `loadYamlContent` does (articles/azure-resource-manager/bicep/bicep-functions-files.md#loadyamlcontent); aliases are written out. */
export function parseYaml(path: string, text: string, limits: Limits): YamlContent {
  const source = new Source(path, text);
  const document = readDocument(text);
  if (document === undefined) return { problem: 'it is nested too deeply' };
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = source.positionAt(error.pos[0]);
    return { problem: `line ${line}: ${error.message.split('\n', 1)[0] ?? error.code}` };
  }
  const builder = new NodeReader(document, source, limits);
  const root = document.contents === null ? undefined : builder.read(document.contents, 0);
  return builder.problem === undefined ? { root } : { problem: builder.problem };
}

/** The library calls itself for each level; what is too deep for it comes as a RangeError. */
function readDocument(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, { intAsBigInt: true, prettyErrors: false, strict: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

class NodeReader {
  problem: string | undefined;
  readonly #document: Document.Parsed;
  readonly #source: Source;
  readonly #limits: Limits;
  #count = 0;

  constructor(document: Document.Parsed, source: Source, limits: Limits) {
    this.#document = document;
    this.#source = source;
    this.#limits = limits;
  }

  read(node: Node | null, depth: number): JsonNode {
    const [start, end] = node?.range ?? [0, 0];
    const place = { source: this.#source, start, end };
    if (++this.#count > nodeCountMax) return this.#refuse(`it has more than ${nodeCountMax} values`, place);
    if (depth > this.#limits.documentDepthMax) return this.#refuse('it is nested too deeply', place);
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      return target === undefined
        ? this.#refuse(`nothing is called \`${node.source}\``, place)
        : this.read(target, depth + 1);
    }
    if (isSeq(node)) {
      const items: JsonNode[] = [];
      for (const item of node.items) {
        if (this.problem !== undefined) break;
        items.push(this.read(item as Node | null, depth + 1));
      }
      return { kind: 'array', ...place, items };
    }
    if (isMap(node)) return { kind: 'object', ...place, properties: this.#properties(node.items, depth) };
    return this.#scalar(isScalar(node) ? node.value : null, place);
  }

  #properties(pairs: readonly { key: unknown; value: unknown }[], depth: number): PropertyNode[] {
    const properties: PropertyNode[] = [];
    for (const pair of pairs) {
      if (this.problem !== undefined) break;
      const key = this.read(pair.key as Node, depth + 1);
      if (key.kind !== 'scalar' || key.value === '__proto__') {
        this.#refuse('the name of a property is not a plain text', key);
        break;
      }
      const value = this.read(pair.value as Node | null, depth + 1);
      properties.push({ name: String(key.value ?? ''), nameStart: key.start, nameEnd: key.end, value });
    }
    return properties;
  }

  #scalar(value: unknown, place: Omit<ScalarNode, 'kind' | 'value'>): ScalarNode {
    if (typeof value === 'bigint') {
      const isSafe = value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
      return { kind: 'scalar', ...place, value: isSafe ? Number(value) : value };
    }
    if (typeof value === 'number' && !Number.isFinite(value))
      return this.#refuse('JSON has no number like this', place);
    if (
      value === null ||
      typeof value === 'boolean' ||
      typeof value === 'number' ||
      typeof value === 'string'
    )
      return { kind: 'scalar', ...place, value };
    return this.#refuse('it holds a value that JSON does not have', place);
  }

  #refuse(problem: string, { source, start, end }: Omit<ScalarNode, 'kind' | 'value'>): ScalarNode {
    this.problem ??= `line ${source.positionAt(start).line}: ${problem}`;
    return { kind: 'scalar', source, start, end, value: null };
  }
}
