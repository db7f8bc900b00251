/** What has to be known of a JSON text before it is parsed. */
export interface JsonOutline {
  /** The deepest nesting that a parser may meet. */
  readonly depth: number;
  /** Offsets of the line breaks inside strings that run over several lines. */
  readonly lineBreaksInStrings: readonly number[];
}

/** Finds nesting depth and line breaks inside strings in one pass, before anything recurses over the text. */
export function scanOutline(text: string): JsonOutline {
  return new OutlineScanner(text).scan();
}

const quote = 0x22;
const slash = 0x2f;
const backslash = 0x5c;

/** The closing bracket of each opening one. */
const closings: ReadonlyMap<number, number> = new Map([
  [0x7b, 0x7d],
  [0x5b, 0x5d],
]);

class OutlineScanner {
  readonly #text: string;
  readonly #lineBreaks: number[] = [];
  /** The closing brackets that are waited for. One that does not fit closes nothing, so it must not lower the depth. */
  readonly #open: number[] = [];
  #depth = 0;
  /** A string was not closed before the end of the text: from there on strings end with their line. */
  #isBroken = false;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): JsonOutline {
    let at = 0;
    while (at < this.#text.length) {
      const code = this.#text.charCodeAt(at);
      if (code === quote) at = this.#string(at + 1);
      else if (code === slash) at = this.#comment(at);
      else {
        this.#bracket(code);
        at++;
      }
    }
    return { depth: this.#depth, lineBreaksInStrings: this.#lineBreaks };
  }

  #bracket(code: number): void {
    const closing = closings.get(code);
    if (closing !== undefined) this.#depth = Math.max(this.#depth, this.#open.push(closing));
    else if (code === this.#open.at(-1)) this.#open.pop();
  }

  #string(start: number): number {
    const found: number[] = [];
    for (let at = start; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      if (isLineBreak(code)) {
        if (this.#isBroken) return at;
        found.push(at);
      } else if (code === backslash) at++;
      else if (code === quote) {
        for (const offset of found) this.#lineBreaks.push(offset);
        return at + 1;
      }
    }
    // Not closed before the end of the text: the parser reports it at its own line and goes on with the next one.
    this.#isBroken = true;
    return found[0] ?? this.#text.length;
  }

  #comment(start: number): number {
    const next = this.#text.charCodeAt(start + 1);
    if (next === slash) {
      let at = start;
      while (at < this.#text.length && !isLineBreak(this.#text.charCodeAt(at))) at++;
      return at;
    }
    if (next === 0x2a) {
      const end = this.#text.indexOf('*/', start + 2);
      return end === -1 ? this.#text.length : end + 2;
    }
    return start + 1;
  }
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
