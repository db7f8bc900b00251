import type { SyntaxTree } from './syntax-tree.ts';

/** The text of a file put together from its tokens: the file itself, to the letter. */
export function printTokens({ source, tokens }: Pick<SyntaxTree, 'source' | 'tokens'>): string {
  return tokens.map((token) => source.text.slice(token.start, token.end)).join('');
}
