import type { JsonNode } from '../../kernel/index.ts';
import { matchesFilter, type PathFilter } from './json-path-filter.ts';

/** One step of a JSONPath: from each node to some of those in it. */
export type PathStep =
  | { readonly kind: 'names'; readonly names: readonly string[]; readonly isDeep: boolean }
  | { readonly kind: 'indices'; readonly indices: readonly number[]; readonly isDeep: boolean }
  | { readonly kind: 'all'; readonly isDeep: boolean }
  | {
      readonly kind: 'slice';
      readonly start: number | undefined;
      readonly end: number | undefined;
      readonly step: number;
      readonly isDeep: boolean;
    }
  | { readonly kind: 'filter'; readonly filter: PathFilter; readonly isDeep: boolean };

const visitCountMax = 500_000;

/** The nodes that a path leads to, in the order of the document; a problem where there are too many to look at. */
export function selectNodes(
  root: JsonNode,
  steps: readonly PathStep[],
): readonly JsonNode[] | { readonly problem: string } {
  const selection = new Selection();
  const nodes = selection.from(root, steps);
  return selection.isSpent ? { problem: `it looks at more than ${visitCountMax} values` } : nodes;
}

/** One walk along a path, and along those of its filters. */
class Selection {
  #budget = visitCountMax;

  get isSpent(): boolean {
    return this.#budget < 0;
  }

  from(root: JsonNode, steps: readonly PathStep[]): readonly JsonNode[] {
    let current: readonly JsonNode[] = [root];
    for (const step of steps) {
      const next: JsonNode[] = [];
      for (const node of current) {
        for (const from of step.isDeep ? withDescendants(node) : [node]) {
          this.#budget--;
          if (this.isSpent) return [];
          for (const found of this.#step(from, step)) next.push(found);
        }
      }
      current = next;
    }
    return current;
  }

  #step(node: JsonNode, step: PathStep): readonly JsonNode[] {
    switch (step.kind) {
      case 'names':
        return step.names.flatMap((name) => memberOf(node, name) ?? []);
      case 'indices':
        return node.kind === 'array' ? step.indices.flatMap((index) => node.items[index] ?? []) : [];
      case 'all':
        return childrenOf(node);
      case 'slice':
        return node.kind === 'array' ? sliceOf(node.items, step) : [];
      case 'filter':
        return childrenOf(node).filter((child) =>
          matchesFilter(child, step.filter, (from, path) => this.from(from, path)),
        );
      default:
        return step satisfies never;
    }
  }
}

function* withDescendants(node: JsonNode): Iterable<JsonNode> {
  yield node;
  for (const child of childrenOf(node)) yield* withDescendants(child);
}

function childrenOf(node: JsonNode): readonly JsonNode[] {
  if (node.kind === 'array') return node.items;
  return node.kind === 'object' ? node.properties.map((property) => property.value) : [];
}

/** Names in a path are told apart by case. */
function memberOf(node: JsonNode, name: string): JsonNode | undefined {
  if (node.kind !== 'object') return undefined;
  return node.properties.findLast((property) => property.name === name)?.value;
}

function sliceOf(
  items: readonly JsonNode[],
  { start, end, step }: Extract<PathStep, { kind: 'slice' }>,
): JsonNode[] {
  const { length } = items;
  const at = (position: number) =>
    position < 0
      ? Math.max(length + position, step < 0 ? -1 : 0)
      : Math.min(position, step < 0 ? length - 1 : length);
  const from = at(start ?? (step > 0 ? 0 : length - 1));
  const to = end === undefined ? (step > 0 ? length : -1) : at(end);
  const found: JsonNode[] = [];
  for (let index = from; step > 0 ? index < to : index > to; index += step) {
    const item = items[index];
    if (item !== undefined) found.push(item);
  }
  return found;
}
