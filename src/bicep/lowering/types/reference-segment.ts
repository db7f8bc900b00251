/** A key as a part of a `$ref`: a token of a JSON Pointer in a URI fragment (RFC 6901 section 6). */
export function encodeSegment(key: string): string {
  const token = key.replaceAll('~', '~0').replaceAll('/', '~1');
  // Half of a surrogate pair has no encoding.
  const encoded = encodeURIComponent(token.replace(/\p{Surrogate}/gu, '\uFFFD'));
  return encoded.replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The key that a part of a `$ref` states; escapes that mean nothing stay as they are. */
export function decodeSegment(segment: string): string {
  const token = segment.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    const bytes = escapes
      .slice(1)
      .split('%')
      .map((hex) => Number.parseInt(hex, 16));
    return new TextDecoder().decode(Uint8Array.from(bytes));
  });
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
