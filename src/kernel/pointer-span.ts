import { type JsonNode, propertyNode, spanOf } from './json-node.ts';
import { parsePointer } from './json-pointer.ts';
import type { Span } from './span.ts';

/** The span of what a JSON Pointer means, or of the innermost part of it that is there. */
export function spanAtPointer(root: JsonNode | undefined, pointer: string): Span | undefined {
  if (root === undefined) return undefined;
  let node = root;
  for (const token of parsePointer(pointer)) {
    const child: JsonNode | undefined =
      node.kind === 'array' ? node.items[Number(token)] : propertyNode(node, token)?.value;
    if (child === undefined) break;
    node = child;
  }
  return spanOf(node);
}
