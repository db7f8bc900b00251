import { type ArrayNode, childNode, fold, type JsonNode, stringOf } from '../kernel/index.ts';

/** Whether a `copy` property is a property loop and not a property that happens to be called so. */
export function isPropertyCopy(node: JsonNode): node is ArrayNode {
  return (
    node.kind === 'array' &&
    node.items.length > 0 &&
    node.items.every(
      (item) =>
        childNode(item, 'name') !== undefined &&
        childNode(item, 'count') !== undefined &&
        childNode(item, 'input') !== undefined,
    )
  );
}

/** The property copy loop that makes the array `key` of an object. */
export function propertyLoop(node: JsonNode, key: string | number): JsonNode | undefined {
  const copies = childNode(node, 'copy');
  if (copies === undefined || !isPropertyCopy(copies)) return undefined;
  return copies.items.find((item) => fold(stringOf(childNode(item, 'name')) ?? '') === fold(String(key)));
}
