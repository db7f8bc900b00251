import { childNode, type JsonNode, type ObjectNode } from '../kernel/index.ts';

/**
 * Whether the strings of a definition are escaped for a deployment template: it has expressions that begin with `[[` and none
 * that begins with a single bracket. A definition that is not escaped has `[[` only inside the template that it deploys, next to
 * its own `[parameters('effect')]`
 * (articles/azure-resource-manager/templates/template-expressions.md#escape-characters).
 */
export function isEscaped(properties: ObjectNode): boolean {
  const found = { single: false, double: false };
  for (const name of ['policyRule', 'policyDefinitions']) look(childNode(properties, name), found);
  return found.double && !found.single;
}

/** A copy of a node in which `[[` at the start of a string is `[`, as Azure Resource Manager stores it. Positions stay. */
export function unescapeNode(node: JsonNode): JsonNode {
  if (node.kind === 'array') return { ...node, items: node.items.map(unescapeNode) };
  if (node.kind === 'object') {
    return {
      ...node,
      properties: node.properties.map((property) => ({ ...property, value: unescapeNode(property.value) })),
    };
  }
  return typeof node.value === 'string' && node.value.startsWith('[[')
    ? { ...node, value: node.value.slice(1) }
    : node;
}

function look(node: JsonNode | undefined, found: { single: boolean; double: boolean }): void {
  if (node === undefined) return;
  if (node.kind === 'array') for (const item of node.items) look(item, found);
  else if (node.kind === 'object') for (const property of node.properties) look(property.value, found);
  else if (typeof node.value === 'string' && node.value.startsWith('[') && node.value.endsWith(']')) {
    if (node.value.startsWith('[[')) found.double = true;
    else found.single = true;
  }
}
