import type { JsonNode } from '../../kernel/index.ts';
import type { ArraySyntax, ExpressionSyntax } from '../syntax/expression-syntax.ts';
import type { ObjectSyntax } from '../syntax/object-syntax.ts';
import { childrenOf, type SyntaxNode } from '../syntax/syntax-node.ts';
import type { SyntaxRange } from '../syntax/syntax-range.ts';
import type { SyntaxTree } from '../syntax/syntax-tree.ts';
import { literalNode } from './literal-node.ts';

/** A node, and what it is in, from the file down. */
export interface PlacedNode<Node extends SyntaxNode> {
  readonly node: Node;
  readonly parents: readonly SyntaxNode[];
}

/** The object or array with exactly this range, whatever is in it. */
export function containerAt(
  tree: SyntaxTree,
  at: SyntaxRange,
): PlacedNode<ObjectSyntax | ArraySyntax> | undefined {
  return placedAt(tree, at, (node) => node.kind === 'object' || node.kind === 'array') as
    | PlacedNode<ObjectSyntax | ArraySyntax>
    | undefined;
}

/** The value with exactly this range: of a property, item, variable, output, parameter assignment, or a parameter's default. */
export function valueAt(tree: SyntaxTree, at: SyntaxRange): PlacedNode<ExpressionSyntax> | undefined {
  return placedAt(tree, at, (node, parent) => isValueOf(node, parent)) as
    | PlacedNode<ExpressionSyntax>
    | undefined;
}

/** The plain value with exactly this range; `undefined` where an expression stands there, or no value. */
export function literalAt(tree: SyntaxTree, at: SyntaxRange): JsonNode | undefined {
  const found = valueAt(tree, at);
  return found === undefined ? undefined : literalNode(tree.source, found.node);
}

/** Types, paths, names and arguments are written like values, but are none. */
function isValueOf(node: SyntaxNode, parent: SyntaxNode): boolean {
  switch (parent.kind) {
    case 'property':
    case 'variable':
    case 'output':
    case 'parameterAssignment':
      return parent.value === node;
    case 'parameter':
      return parent.defaultValue === node;
    case 'array':
      return node.kind !== 'spread';
    case 'ternary':
      return parent.condition !== node;
    case 'parenthesized':
    case 'for':
      return node.kind === 'object' || node.kind === 'array' || parent.kind === 'parenthesized';
    default:
      return false;
  }
}

function placedAt(
  tree: SyntaxTree,
  { start, end }: SyntaxRange,
  isWanted: (node: SyntaxNode, parent: SyntaxNode) => boolean,
): PlacedNode<SyntaxNode> | undefined {
  const parents: SyntaxNode[] = [];
  let node: SyntaxNode | undefined = tree;
  while (node !== undefined) {
    const parent = parents.at(-1);
    const isExact = node.start === start && node.end === end;
    if (isExact && parent !== undefined && isWanted(node, parent)) return { node, parents };
    parents.push(node);
    node = childrenOf(node).find((child) => child.start <= start && child.end >= end);
  }
  return undefined;
}
