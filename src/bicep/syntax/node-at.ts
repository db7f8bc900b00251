import { childrenOf, type SyntaxNode } from './syntax-node.ts';
import type { SyntaxTree } from './syntax-tree.ts';

/**
 * The nodes at a UTF-16 offset, from the file down to the innermost. Between two nodes that touch, the one that begins
 * there; at the end of a name, where a cursor stands after typing it, that name.
 */
export function pathAt(tree: SyntaxTree, offset: number): readonly SyntaxNode[] {
  const path: SyntaxNode[] = [tree];
  let node: SyntaxNode | undefined = tree;
  while (node !== undefined) {
    const children = childrenOf(node);
    node =
      children.find((child) => child.start <= offset && offset < child.end) ??
      children.findLast((child) => child.start <= offset && offset === child.end);
    if (node !== undefined) path.push(node);
  }
  return path;
}

/** The innermost node at a UTF-16 offset. */
export function nodeAt(tree: SyntaxTree, offset: number): SyntaxNode {
  return pathAt(tree, offset).at(-1) ?? tree;
}
