import {
  type ArrayNode,
  type JsonNode,
  type ObjectNode,
  parseJson,
  plainValue,
  type Source,
  spanOf,
  textOfValue,
} from '../../kernel/index.ts';
import { deepEquals, isExpression, locate, type ResourceInstance } from '../../template/index.ts';
import { type PropertyPath, valueAt } from './property-change.ts';

/** The object or array, written out in the code, that a part of a resource is a copy of. */
export interface OwningObject {
  readonly node: ObjectNode | ArrayNode;
  /** How many steps of the path lead to it. */
  readonly depth: number;
}

/**
 * Finds where a property that is not there would be added: in the declaration itself or, where an expression stands there, in the variable,
 * parameter or default that it comes from. `undefined` where that is computed, or made by a loop.
 */
export function owningObject(instance: ResourceInstance, path: PropertyPath): OwningObject | undefined {
  const body = instance.body();
  let depth = 0;
  while (depth < path.length && valueAt(body, path.slice(0, depth + 1)) !== undefined) depth++;
  const declared = walk(instance.node, path.slice(0, depth));
  if (declared !== undefined && declared.kind !== 'scalar') return { node: declared, depth };
  const { owner } = locate(instance, path);
  const node = nodeAt(owner.source, owner.start, owner.end);
  if (node === undefined || node.kind === 'scalar' || holdsExpression(node)) return undefined;
  const value = valueAt(body, path.slice(0, depth));
  const isCopy = value !== undefined && deepEquals(plainValue(node), value) === true;
  return isCopy ? { node, depth } : undefined;
}

/** The node that a path leads to in a declaration. */
export function walk(root: JsonNode, path: PropertyPath): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of path) node = node === undefined ? undefined : childAt(node, step);
  return node;
}

function childAt(node: JsonNode, step: string | number): JsonNode | undefined {
  if (node.kind === 'array') return typeof step === 'number' ? node.items[step] : undefined;
  if (node.kind === 'scalar') return undefined;
  const wanted = textOfValue(step).toLowerCase();
  return node.properties.findLast(({ name }) => name.toLowerCase() === wanted)?.value;
}

/** The node of a source with a span, in a tree whose nodes belong to that source. */
function nodeAt(source: Source, start: number, end: number): JsonNode | undefined {
  const { root } = parseJson(source.path, source.text);
  let node: JsonNode | undefined = root;
  while (node !== undefined) {
    const span = spanOf(node);
    if (span.start === start && span.end === end) return inSource(node, source);
    node = partsOf(node).find((part) => part.start <= start && part.end >= end);
  }
  return undefined;
}

function partsOf(node: JsonNode): readonly JsonNode[] {
  if (node.kind === 'object') return node.properties.map(({ value }) => value);
  return node.kind === 'array' ? node.items : [];
}

function inSource(node: JsonNode, source: Source): JsonNode {
  return { ...node, source };
}

function holdsExpression(node: JsonNode): boolean {
  if (node.kind === 'scalar') return typeof node.value === 'string' && isExpression(node.value);
  return partsOf(node).some(holdsExpression);
}
