import { type Diagnostic, type DiagnosticCode, diagnostic, type Source } from '../../kernel/index.ts';

/** Mistakes of one file that are told one by one; the rest is counted. */
export const problemCountMax = 200;

/** Collects what is wrong with one file, up to a limit. */
export class ProblemList {
  readonly #source: Source;
  readonly #diagnostics: Diagnostic[] = [];
  #count = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  /** Adds a mistake at `[start, end)`; offsets outside the file are clamped. */
  add(
    code: DiagnosticCode,
    details: Readonly<Record<string, string | number>>,
    start: number,
    end: number,
  ): void {
    this.#count++;
    if (this.#count > problemCountMax) return;
    const length = this.#source.text.length;
    const span = { source: this.#source, start: Math.min(start, length), end: Math.min(end, length) };
    this.#diagnostics.push(diagnostic(code, details, span));
  }

  /** The 1-based line of an offset. */
  lineOf(offset: number): number {
    return this.#source.positionAt(offset).line;
  }

  /** Everything found, in the order of the file. */
  finish(): readonly Diagnostic[] {
    const sorted = this.#diagnostics.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
    const rest = this.#count - sorted.length;
    return rest === 0 ? sorted : [...sorted, diagnostic('LG7015', { count: rest }, this.#source.path)];
  }
}
