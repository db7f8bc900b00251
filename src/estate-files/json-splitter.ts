import { jsonByte } from './json-byte.ts';

/** One entry of a file: a document of its own, or an element of a list. */
export interface JsonEntry {
  readonly text: string;
  /** The 1-based line that it begins in. */
  readonly line: number;
  /** What an element's document says before its list, as far as the list; `undefined` for a document of its own. */
  readonly head: string | undefined;
  /** The document is what is left of one whose list was given element by element. */
  readonly isEnvelope: boolean;
}

/**
 * What is wrong with the text:
 * - `torn`: an entry is cut off
 * - `too-large`: an entry has more bytes than the limit
 * - `stray`: text between documents
 */
export type SplitProblem = 'torn' | 'too-large' | 'stray';

/** How often a problem occurs, and the line of the first. */
export interface Occurrence {
  readonly count: number;
  readonly line: number;
}

/** Bytes that may stand between documents: a comma, and the byte order mark. */
const betweenDocuments: ReadonlySet<number> = new Set([
  jsonByte.comma,
  jsonByte.mark1,
  jsonByte.mark2,
  jsonByte.mark3,
]);

/** Keys of a document whose list is given element by element: ARM and Microsoft Graph, Resource Graph and AzureHound. */
const listKeys: ReadonlySet<string> = new Set(['value', 'data']);

/**
 * Splits the bytes of JSON documents into entries without holding a document whole: one document, documents after each other, NDJSON, an array, or an answer
 * whose `value` or `data` is a list. Knows strings and brackets only; what is between is for the parser. After a line that was cut off it goes on with the next.
 */
export class JsonSplitter {
  readonly problems = new Map<SplitProblem, Occurrence>();
  /** Documents that were begun, an empty list included. */
  documentCount = 0;
  readonly #entryBytesMax: number;
  #entries: JsonEntry[] = [];
  /** Every line is a document: so it was with one before. */
  #isByLine = false;
  #line = 1;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #isSkippingLine = false;
  /** The last byte that is no space, and its line. */
  #previous = 0;
  #previousLine = 0;
  #documentLine = 0;
  #documentIsObject = false;
  /** The depth at which entries begin: 0 document, 1 array, 2 list of a document. */
  #entryDepth = 0;
  #head: string | undefined;
  #hasId = false;
  #key = '';
  #isInKey = false;
  /** Where the key that is read goes on in this chunk, and what an earlier chunk had of it. */
  #keyFrom = 0;
  #keyHead = '';
  // What is kept of the open entry: parts of earlier chunks, and from where in this one.
  #isKeeping = false;
  #isTooLarge = false;
  #from = 0;
  #parts: Uint8Array[] = [];
  #partsLength = 0;
  #entryLine = 0;

  constructor(entryBytesMax: number) {
    this.#entryBytesMax = entryBytesMax;
  }

  /** The entries that end in this chunk. */
  push(chunk: Buffer): JsonEntry[] {
    this.#entries = [];
    this.#from = 0;
    this.#keyFrom = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (this.#inString) {
        at = this.#string(chunk, at);
        continue;
      }
      if (byte === jsonByte.lineFeed) this.#lineEnd();
      if (byte <= jsonByte.space) continue;
      if (this.#isSkippingLine) continue;
      if (this.#depth === 0) this.#outside(byte, at);
      else this.#inside(chunk, byte, at);
      this.#previous = byte;
      this.#previousLine = this.#line;
    }
    this.#carry(chunk);
    return this.#entries;
  }

  /** Ends the input. What is still open was cut off. */
  end(): void {
    if (this.#depth > 0) this.#report('torn', this.#openLine);
  }

  get #openLine(): number {
    return this.#isKeeping ? this.#entryLine : this.#documentLine;
  }

  /** Reads on in a string; returns the offset of its closing quote, or of the last byte. */
  #string(chunk: Buffer, start: number): number {
    for (let at = start; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === jsonByte.backslash) this.#isEscaped = true;
      else if (byte === jsonByte.quote) {
        this.#inString = false;
        if (this.#isInKey) this.#endKey(chunk, at);
        return at;
      } else if (byte === jsonByte.lineFeed) {
        this.#lineEnd();
        if (!this.#inString) return at;
      }
    }
    return chunk.length;
  }

  #lineEnd(): void {
    const isCut = this.#depth > 0 && (this.#isByLine || this.#inString) && this.#documentLine === this.#line;
    this.#isSkippingLine = false;
    if (isCut && this.#isOpening()) this.#isByLine = false;
    else if (isCut) this.#tear();
    this.#line++;
  }

  /** Nothing but the opening bracket is in the line: the document is printed over several lines. */
  #isOpening(): boolean {
    return this.#depth === 1 && !this.#inString && isOpeningBracket(this.#previous) && this.#key === '';
  }

  #tear(): void {
    this.#report('torn', this.#openLine);
    this.#depth = 0;
    this.#inString = false;
    this.#isEscaped = false;
    this.#isInKey = false;
    this.#drop();
  }

  /** Between documents. */
  #outside(byte: number, at: number): void {
    if (isOpeningBracket(byte)) {
      this.#beginDocument(byte, at);
    } else if (!betweenDocuments.has(byte)) {
      this.#report('stray', this.#line);
      this.#isSkippingLine = true;
    }
  }

  #beginDocument(byte: number, at: number): void {
    this.#depth = 1;
    this.documentCount++;
    this.#documentLine = this.#line;
    this.#documentIsObject = byte === jsonByte.openBrace;
    this.#head = undefined;
    this.#hasId = false;
    this.#key = '';
    this.#entryDepth = this.#documentIsObject ? 0 : 1;
    if (this.#documentIsObject) this.#keep(at);
  }

  #inside(chunk: Buffer, byte: number, at: number): void {
    if (byte === jsonByte.quote) {
      this.#inString = true;
      if (this.#depth === 1 && this.#documentIsObject && this.#previous !== jsonByte.colon)
        this.#beginKey(at);
    } else if (byte === jsonByte.openBrace || byte === jsonByte.openBracket) this.#open(chunk, byte, at);
    else if (byte === jsonByte.closeBrace || byte === jsonByte.closeBracket) this.#close(chunk, at);
  }

  #open(chunk: Buffer, byte: number, at: number): void {
    if (byte === jsonByte.openBrace && this.#isAfterCutLine()) {
      this.#tear();
      this.#beginDocument(byte, at);
      return;
    }
    if (this.#depth === this.#entryDepth && !this.#isKeeping) this.#keep(at);
    else if (this.#depth === 1 && byte === jsonByte.openBracket && this.#isList()) this.#beginList(chunk, at);
    this.#depth++;
  }

  /** An object at the start of a line where none can be: what is before was cut off. */
  #isAfterCutLine(): boolean {
    const previous = this.#previous;
    if (previous === jsonByte.colon || previous === jsonByte.comma || isOpeningBracket(previous))
      return false;
    return this.#previousLine < this.#line;
  }

  #isList(): boolean {
    return (
      this.#entryDepth === 0 &&
      this.#isKeeping &&
      !this.#isTooLarge &&
      !this.#hasId &&
      this.#previous === jsonByte.colon &&
      listKeys.has(this.#key)
    );
  }

  #beginList(chunk: Buffer, at: number): void {
    this.#head = this.#text(chunk, at + 1);
    this.#drop();
    this.#entryDepth = 2;
  }

  #close(chunk: Buffer, at: number): void {
    this.#depth--;
    if (this.#depth === 0) this.#endDocument(chunk, at);
    else if (this.#isKeeping && this.#depth === this.#entryDepth) this.#endEntry(chunk, at, false);
    else if (this.#depth === 1 && this.#entryDepth === 2) {
      // The rest of the document is kept, to be read together with its head.
      this.#entryDepth = 0;
      this.#keep(at);
    }
  }

  #endDocument(chunk: Buffer, at: number): void {
    if (this.#documentIsObject && this.#isKeeping) this.#endEntry(chunk, at, this.#head !== undefined);
    const isOneLine = this.#documentLine === this.#line;
    if (isOneLine && this.#documentIsObject && this.#key !== '') this.#isByLine = true;
    this.#key = '';
  }

  #endEntry(chunk: Buffer, at: number, isEnvelope: boolean): void {
    if (this.#isTooLarge || this.#partsLength + at - this.#from >= this.#entryBytesMax) {
      this.#report('too-large', this.#entryLine);
    } else {
      const text = this.#text(chunk, at + 1);
      const whole = isEnvelope ? `${this.#head}${text}` : text;
      const head = isEnvelope ? undefined : this.#head;
      this.#entries.push({ text: whole, line: this.#entryLine, head, isEnvelope });
    }
    this.#drop();
  }

  #beginKey(at: number): void {
    this.#isInKey = true;
    this.#keyFrom = at + 1;
    this.#keyHead = '';
  }

  #endKey(chunk: Buffer, at: number): void {
    this.#key = this.#keyHead + chunk.toString('latin1', this.#keyFrom, at);
    this.#isInKey = false;
    if (this.#key === 'id') this.#hasId = true;
  }

  #keep(at: number): void {
    this.#isKeeping = true;
    this.#from = at;
    this.#entryLine = this.#line;
  }

  #drop(): void {
    this.#isKeeping = false;
    this.#isTooLarge = false;
    this.#parts = [];
    this.#partsLength = 0;
  }

  #text(chunk: Buffer, end: number): string {
    if (this.#partsLength === 0) return chunk.toString('utf8', this.#from, end);
    return Buffer.concat([...this.#parts, chunk.subarray(0, end)]).toString('utf8');
  }

  /** Keeps what the next chunk goes on with. */
  #carry(chunk: Buffer): void {
    if (this.#isInKey) this.#keyHead += chunk.toString('latin1', this.#keyFrom);
    if (!this.#isKeeping || this.#isTooLarge) return;
    const part = chunk.subarray(this.#from);
    this.#parts.push(part);
    this.#partsLength += part.length;
    if (this.#partsLength > this.#entryBytesMax) {
      this.#isTooLarge = true;
      this.#parts = [];
      this.#partsLength = 0;
    }
  }

  #report(problem: SplitProblem, line: number): void {
    const { count, line: first } = this.problems.get(problem) ?? { count: 0, line };
    this.problems.set(problem, { count: count + 1, line: first });
  }
}

function isOpeningBracket(byte: number): boolean {
  return byte === jsonByte.openBrace || byte === jsonByte.openBracket;
}
