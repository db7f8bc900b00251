import { expectations } from './expectation.ts';
import type { Token, TokenKind } from './token.ts';
import type { TokenCursor } from './token-cursor.ts';

/** A list in brackets. */
export interface ElementList<Element> {
  readonly closing: TokenKind;
  /** `lines`: new lines or commas, as in arrays and objects. `commas`: commas, new lines are free, as in arguments. */
  readonly separators: 'lines' | 'commas';
  /** Reads one element; `undefined` when there is none and the list ends here, its closing bracket missing. */
  readonly element: () => Element | undefined;
  /** Whether a comma may stand behind the last element of a list with `commas`: in parameters, not in arguments. */
  readonly mayEndWithComma?: boolean;
  /** Whether elements have decorators. */
  readonly isDecorated?: boolean;
  /** Whether what looks like a declaration is an element of this list. */
  readonly ownsDeclaration?: (() => boolean) | undefined;
}

/** Reads a list from its opening bracket, where the cursor stands, to its closing one. A broken element costs one element. */
export function readElements<Element>(cursor: TokenCursor, list: ElementList<Element>): readonly Element[] {
  const open = cursor.take();
  const elements: Element[] = [];
  cursor.skipNewline();
  while (!isEnd(cursor, list)) {
    const position = cursor.position;
    const element = list.element();
    if (element === undefined) break;
    elements.push(element);
    if (!readSeparator(cursor, list)) break;
    // What neither reads nor separates would be met for ever.
    if (cursor.position === position) cursor.take();
  }
  if (!cursor.takeIf(list.closing)) cursor.reportOpen(open, list.closing);
  return elements;
}

/** Whether the list ends here, closed or not: an unclosed list must not swallow the declarations behind it. */
function isEnd(
  cursor: TokenCursor,
  { closing, isDecorated, ownsDeclaration }: ElementList<unknown>,
): boolean {
  if (cursor.kind === closing || isOutside(cursor.kind)) return true;
  if (cursor.kind === '@') return isDecorated !== true && cursor.isFirstColumn;
  return cursor.beginsDeclaration() && ownsDeclaration?.() !== true;
}

/** Whether there may be another element. */
function readSeparator(cursor: TokenCursor, list: ElementList<unknown>): boolean {
  const { closing, separators } = list;
  if (cursor.kind === closing) return true;
  if (isOutside(cursor.kind)) return false;
  if (separators === 'commas' && cursor.kind === 'newline' && cursor.kindAt(1) === ',') cursor.take();
  if (cursor.kind !== 'newline' && cursor.kind !== ',') {
    cursor.report(separators === 'lines' ? expectations.separator : expectations.comma);
    cursor.skipTo([closing, 'newline', ',']);
  }
  if (cursor.takeIf(',')) {
    if (cursor.kind === 'newline' && separators === 'lines') cursor.reportToken('LG7011', {});
    cursor.skipNewline();
    if (cursor.kind === closing && separators === 'commas' && list.mayEndWithComma !== true)
      cursor.report(expectations.value);
    return true;
  }
  if (cursor.takeIf('newline')) {
    if (separators === 'commas' && !isEnd(cursor, list)) cursor.report(expectations.comma);
    return true;
  }
  return cursor.kind === closing;
}

/** What cannot be inside: the end of the file and brackets that close what is around the list. */
function isOutside(kind: TokenKind): boolean {
  return kind === 'end' || kind === '}' || kind === ']' || kind === ')';
}

/** Reads `(` expression `)`, new lines allowed inside. */
export function readParenthesized<Node>(cursor: TokenCursor, read: () => Node): Node {
  const open: Token = cursor.take();
  cursor.skipNewline();
  const node = read();
  if (cursor.kindAt(1) === ')') cursor.skipNewline();
  cursor.close(open, ')');
  return node;
}
