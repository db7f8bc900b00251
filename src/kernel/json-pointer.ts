/** Escapes one reference token of a JSON Pointer (RFC 6901 section 3). */
export function escapeToken(token: string | number): string {
  return String(token).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Joins tokens to a JSON Pointer: `['a', 0]` is `/a/0`, no tokens is the whole document. */
export function formatPointer(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join('');
}

/** Splits a JSON Pointer into its tokens. */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A property path as people write it: `properties.rules[0].access`, `tags['cost center']`. */
export function formatPath(tokens: readonly (string | number)[]): string {
  let text = '';
  for (const token of tokens) {
    if (typeof token === 'number') text += `[${token}]`;
    else if (/^[\w$@-]+$/.test(token)) text += text === '' ? token : `.${token}`;
    else text += `['${token.replaceAll("'", "''")}']`;
  }
  return text;
}
