import { describeEntry } from '../estate/index.ts';
import { type Diagnostic, diagnostic, type Value } from '../kernel/index.ts';

/** Counts which entries of one file fit, to name what did not. */
export class FileTally {
  #entryCount = 0;
  #unfitCount = 0;
  #firstUnfit: { line: number; found: string } | undefined;
  /** Entries that were read, answers included. */
  readCount = 0;
  resourceCount = 0;
  hasUnseenPages = false;

  add(value: Value, line: number, fits: number): void {
    this.#entryCount++;
    if (fits > 0) return;
    this.#unfitCount++;
    this.#firstUnfit ??= { line, found: describeEntry(value) };
  }

  get entryCount(): number {
    return this.#entryCount;
  }

  *diagnostics(shown: string): Generator<Diagnostic> {
    if (this.hasUnseenPages) yield diagnostic('LG6010', {}, shown);
    if (this.#firstUnfit === undefined) return;
    const { line, found } = this.#firstUnfit;
    if (this.#unfitCount === this.#entryCount) yield diagnostic('LG6001', { found }, shown);
    else {
      const counts = { count: this.#unfitCount, total: this.#entryCount };
      yield diagnostic('LG6002', { ...counts, line, found }, shown);
    }
  }
}
