import {
  isObject,
  type JsonDocument,
  type JsonNode,
  parseJson,
  plainValue,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';
import type { PolicyFacts } from './policy-facts.ts';
import { unescapeNode } from './template-escape.ts';

/** A policy object of a {@link PolicySource}. */
export interface PolicyEntry extends PolicyFacts {
  /** The file it stands in: inside the library, or relative to the working folder. */
  readonly file: string;
  /** The object with its positions in the file; `root` is the object itself. Parsed anew at every call. */
  document(): JsonDocument;
  /** The same as a plain value, several times faster. A new value at every call. */
  value(): ValueObject;
}

/** Where an entry stands: the text of its file, and the offset of the object in it. */
export interface PolicyPlace {
  readonly file: string;
  readonly start: number;
  /** Whether the object is the whole document. */
  readonly whole: boolean;
  readonly escaped: boolean;
  text(): string;
}

/** Joins what is known of a policy object with the way to its text. */
export function policyEntry(facts: PolicyFacts, place: PolicyPlace): PolicyEntry {
  const document = () => documentAt(place);
  const value = () => {
    const quick = place.whole && !place.escaped ? quickValue(place.text()) : undefined;
    if (quick !== undefined) return quick;
    const { root } = document();
    return root?.kind === 'object' ? (plainValue(root) as ValueObject) : {};
  };
  return { ...facts, file: place.file, document, value };
}

function documentAt({ file, start, escaped, text }: PolicyPlace): JsonDocument {
  const { source, root, diagnostics } = parseJson(file, text());
  const node = root === undefined ? undefined : nodeAt(root, start);
  return { source, root: node !== undefined && escaped ? unescapeNode(node) : node, diagnostics };
}

function nodeAt(node: JsonNode, start: number): JsonNode | undefined {
  if (node.start === start) return node;
  const children =
    node.kind === 'array'
      ? node.items
      : node.kind === 'object'
        ? node.properties.map((one) => one.value)
        : [];
  const child = children.find((one) => one.start <= start && start < one.end);
  return child === undefined ? undefined : nodeAt(child, start);
}

/** JSON.parse where it cannot differ from the kernel's reader: no comments, no integers beyond 2^53, no `__proto__`. */
function quickValue(text: string): ValueObject | undefined {
  if (/\d{16}/.test(text) || text.includes('__proto__')) return undefined;
  try {
    const value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as Value;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
