import type { TokenCursor } from './token-cursor.ts';

/** Whether a resource nested in the body of another stands here; without lookahead `resource` could be the name of a property. */
export function isNestedResource(cursor: TokenCursor): boolean {
  if (!cursor.isWord('resource') || cursor.kindAt(1) !== 'identifier') return false;
  // The type of a nested resource is one segment (BCP156), so this one stands behind a body that is not closed.
  return !(cursor.isFirstColumn && cursor.textAt(2).includes('/'));
}
