import {
  type ArrayNode,
  type JsonNode,
  type ObjectNode,
  plainValue,
  textOfValue,
} from '../../kernel/index.ts';
import { deepEquals, isOwnCode, locate, type ResourceInstance } from '../../template/index.ts';
import { editLanguageOf } from './edit-language.ts';
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
  const declared = isOwnCode(instance.node) ? walk(instance.node, path.slice(0, depth)) : undefined;
  if (declared !== undefined && declared.kind !== 'scalar') return { node: declared, depth };
  const { owner } = locate(instance, path);
  const node = editLanguageOf(owner.source).literalAt(owner);
  if (node === undefined || node.kind === 'scalar') return undefined;
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
