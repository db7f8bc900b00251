import { fold } from './fold.ts';
import type { Source, Span } from './span.ts';
import type { Value, ValueObject } from './value.ts';

/** A JSON value that remembers where it stands. Offsets are UTF-16 units of its document's source. */
export type JsonNode = ObjectNode | ArrayNode | ScalarNode;

export interface ObjectNode {
  readonly kind: 'object';
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly properties: readonly PropertyNode[];
}

export interface PropertyNode {
  readonly name: string;
  /** Span of the key, quotes included. */
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly value: JsonNode;
}

export interface ArrayNode {
  readonly kind: 'array';
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly items: readonly JsonNode[];
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly value: null | boolean | number | bigint | string;
}

/** The span of a node. */
export function spanOf(node: JsonNode): Span {
  return { source: node.source, start: node.start, end: node.end };
}

/** The property of an object node by name, without regard to case; exact case wins. The last duplicate counts. */
export function propertyNode(node: JsonNode | undefined, name: string): PropertyNode | undefined {
  if (node?.kind !== 'object') return undefined;
  let match: PropertyNode | undefined;
  let exact = false;
  const wanted = fold(name);
  for (const property of node.properties) {
    if (property.name === name) {
      match = property;
      exact = true;
    } else if (!exact && property.name.length === name.length && fold(property.name) === wanted) {
      match = property;
    }
  }
  return match;
}

/** The value of an object node's property, see {@link propertyNode}. */
export function childNode(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return propertyNode(node, name)?.value;
}

/** The text of a string node, `undefined` for any other node. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** What a node is, in the words of diagnostics: `an object`, `a string` ... */
export function describeNode(node: JsonNode | undefined): string {
  if (node === undefined) return 'missing';
  if (node.kind === 'object') return 'an object';
  if (node.kind === 'array') return 'an array';
  if (node.value === null) return 'null';
  if (typeof node.value === 'string') return 'a string';
  return typeof node.value === 'boolean' ? 'a boolean' : 'a number';
}

/** The plain value of a node, without evaluating anything in it. */
export function plainValue(node: JsonNode): Value {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(plainValue);
  const object: ValueObject = {};
  for (const property of node.properties) object[property.name] = plainValue(property.value);
  return object;
}
