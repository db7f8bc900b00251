import type { SyntaxNode } from '../syntax/syntax-node.ts';

/** Whether a value that is in these nodes has to stay in one line, as what is around it does. */
export function mustBeInline(text: string, parents: readonly SyntaxNode[]): boolean {
  const around = parents.findLast(({ kind }) => kind === 'object' || kind === 'array' || kind === 'for');
  return around !== undefined && !/[\r\n]/.test(text.slice(around.start, around.end));
}
