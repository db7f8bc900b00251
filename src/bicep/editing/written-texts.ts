import { keyText } from '../syntax/object-syntax.ts';
import { childrenOf, type SyntaxNode } from '../syntax/syntax-node.ts';
import type { SyntaxRange } from '../syntax/syntax-range.ts';
import type { SyntaxTree } from '../syntax/syntax-tree.ts';

/** A string of a file, holes left out, and the names that lead to it: of the declaration, then of properties. */
export interface WrittenText extends SyntaxRange {
  readonly text: string;
  readonly path: readonly (string | number)[];
  /** It is in a declaration with `@secure()`. */
  readonly isSecure: boolean;
}

/** All strings of a file with the names that lead to them, so that what must not be shown can be told. */
export function bicepTexts(tree: SyntaxTree): readonly WrittenText[] {
  const found: WrittenText[] = [];
  const visit = (node: SyntaxNode, path: WrittenText['path'], isSecure: boolean): void => {
    const { start, end } = node;
    if (node.kind === 'string') found.push({ text: node.value, path, isSecure, start, end });
    if (node.kind === 'interpolation')
      found.push({ text: node.segments.join(''), path, isSecure, start, end });
    const inner =
      node.kind === 'property' ? [...path, keyText(node.key) ?? ''] : [...path, ...declaredName(node)];
    const isHidden = isSecure || hasSecureDecorator(node);
    for (const [position, child] of childrenOf(node).entries())
      visit(child, node.kind === 'array' ? [...inner, position] : inner, isHidden);
  };
  visit(tree, [], false);
  return found;
}

function declaredName(node: SyntaxNode): readonly string[] {
  const isNamed =
    node.kind === 'parameter' ||
    node.kind === 'variable' ||
    node.kind === 'parameterAssignment' ||
    node.kind === 'output';
  return isNamed ? [node.name.name] : [];
}

function hasSecureDecorator(node: SyntaxNode): boolean {
  if (node.kind !== 'parameter' && node.kind !== 'output') return false;
  return node.decorators.some(({ expression }) => {
    const isCall = expression.kind === 'call' || expression.kind === 'methodCall';
    return isCall && expression.name.name === 'secure';
  });
}
