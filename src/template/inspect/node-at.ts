import type { JsonNode, ObjectNode, PropertyNode } from '../../kernel/index.ts';
import type { Deployment } from '../deployment.ts';
import type { Frame } from '../frame.ts';
import type { ValuePath } from '../pass-through.ts';
import type { ResourceInstance } from '../resource-instance.ts';

/** A position in a file, as an editor knows it. */
export interface FilePosition {
  /** The path of the source. */
  readonly path: string;
  /** UTF-16 units from its beginning. */
  readonly offset: number;
}

/** What stands at a position, and in what it is evaluated. */
export interface NodeAt {
  /** The innermost value there. */
  readonly node: JsonNode;
  /** The way to it from the root of its template. */
  readonly path: ValuePath;
  /** The property whose name the position is in, rather than its value. */
  readonly property: PropertyNode | undefined;
  readonly frame: Frame;
  /** The resource around it: the first of a copy loop. */
  readonly instance: ResourceInstance | undefined;
  /** How many resources the declaration around it makes. */
  readonly instanceCount: number;
}

/** Finds the innermost value at a position in a template or in one that it nests or links. */
export function nodeAt(root: Deployment, position: FilePosition): NodeAt | undefined {
  let best: { found: FoundNode; deployment: Deployment } | undefined;
  for (const deployment of deploymentsOf(root)) {
    const found = findNode(deployment.sections.root, position);
    // What a nested template holds is found in the one around it too; it belongs to the nested one.
    if (found !== undefined && (best === undefined || found.length <= best.found.length))
      best = { found, deployment };
  }
  if (best === undefined) return undefined;
  const { found, deployment } = best;
  const { node, path, property } = found;
  const around = deployment
    .resources()
    .filter((one) => holds(one.node, position))
    .sort((a, b) => a.node.end - a.node.start - (b.node.end - b.node.start));
  const instance = around[0];
  return {
    node,
    path,
    property,
    frame: instance?.frame ?? deployment.frame,
    instance,
    instanceCount: around.filter((one) => one.node === instance?.node).length,
  };
}

/** A deployment and those that its resources make, outermost first. */
export function deploymentsOf(root: Deployment): Deployment[] {
  const inner = root.resources().flatMap((one) => {
    const nested = one.isDeployment ? one.nested() : undefined;
    return nested === undefined ? [] : deploymentsOf(nested);
  });
  return [root, ...inner];
}

interface FoundNode {
  readonly node: JsonNode;
  readonly path: ValuePath;
  readonly property: PropertyNode | undefined;
  /** Of the text that was found. */
  readonly length: number;
}

/** Whether a position is in a span, its end included: the cursor stands between two characters. */
export function holds(
  span: Pick<ObjectNode, 'source' | 'start' | 'end'>,
  { path, offset }: FilePosition,
): boolean {
  return span.source.path === path && span.start <= offset && offset <= span.end;
}

/** The smallest value at a position, or the name of a property that is smaller still. Parts may come from other files, so every branch is looked at. */
function findNode(root: JsonNode, position: FilePosition): FoundNode | undefined {
  let best: FoundNode | undefined;
  const offer = (found: FoundNode) => {
    // What is not written has no length.
    if (found.length > 0 && (best === undefined || found.length <= best.length)) best = found;
  };
  const open: { node: JsonNode; path: ValuePath }[] = [{ node: root, path: [] }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { node, path } = at;
    if (holds(node, position)) offer({ node, path, property: undefined, length: node.end - node.start });
    if (node.kind === 'array')
      for (const [index, item] of node.items.entries()) open.push({ node: item, path: [...path, index] });
    else if (node.kind === 'object')
      for (const property of node.properties) {
        const { name, nameStart, nameEnd, value } = property;
        open.push({ node: value, path: [...path, name] });
        const key = { source: value.source, start: nameStart, end: nameEnd };
        if (holds(key, position))
          offer({ node, path: [...path, name], property, length: nameEnd - nameStart });
      }
  }
  return best;
}
