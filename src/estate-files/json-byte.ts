/** The bytes that have a meaning to who splits JSON. */
export const jsonByte = {
  lineFeed: 0x0a,
  space: 0x20,
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
  // The byte order mark in UTF-8.
  mark1: 0xef,
  mark2: 0xbb,
  mark3: 0xbf,
} as const;
