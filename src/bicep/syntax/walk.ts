import { eachChild, type SyntaxNode } from './syntax-node.ts';

/** What a walk does at each node. */
export interface SyntaxVisitor {
  /** Before the children; `false` passes over them. */
  readonly enter?: (node: SyntaxNode) => boolean | undefined;
  /** After the children. */
  readonly leave?: (node: SyntaxNode) => void;
}

/** Visits a node and everything in it, in the order of the file. */
export function walk(node: SyntaxNode, visitor: SyntaxVisitor): void {
  if (visitor.enter?.(node) !== false) {
    eachChild(node, (child) => walk(child, visitor));
  }
  visitor.leave?.(node);
}
