/** How the bytes of a text file become characters. */
interface TextEncoding {
  readonly decode: (bytes: Uint8Array) => string;
}

/** The encodings that `loadTextContent` and its neighbours know (articles/azure-resource-manager/bicep/bicep-functions-files.md#loadtextcontent). */
const encodings: ReadonlyMap<string, TextEncoding> = new Map([
  ['us-ascii', { decode: (bytes) => charactersOf(bytes, (byte) => (byte < 0x80 ? byte : 0x3f)) }],
  ['iso-8859-1', { decode: (bytes) => charactersOf(bytes, (byte) => byte) }],
  ['utf-8', { decode: (bytes) => new TextDecoder('utf-8').decode(bytes) }],
  ['utf-16BE', { decode: (bytes) => new TextDecoder('utf-16be').decode(bytes) }],
  ['utf-16', { decode: (bytes) => new TextDecoder('utf-16le').decode(bytes) }],
]);

export const encodingNames: readonly string[] = [...encodings.keys()];

/** A text, and the encoding that its byte order mark names. */
export interface DecodedText {
  readonly text: string;
  readonly marked: string | undefined;
}

/** The text of a file. A byte order mark wins over the encoding that is asked for, and is no part of the text. */
export function decodeText(bytes: Uint8Array, encoding: string): DecodedText {
  const marked = markOf(bytes);
  const { decode } = encodings.get(marked ?? encoding) ?? encodings.get('utf-8')!;
  return { text: decode(bytes), marked };
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16';
  return first === 0xfe && second === 0xff ? 'utf-16BE' : undefined;
}

function charactersOf(bytes: Uint8Array, codeOf: (byte: number) => number): string {
  const parts: string[] = [];
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192).map(codeOf)));
  return parts.join('');
}
