import { type DiagnosticCode, diagnosticCatalogue } from './diagnostic-catalogue.ts';
import type { Span } from './span.ts';

export type DiagnosticLevel = 'error' | 'warning' | 'note';

/** A statement about the user's input: a value, never thrown. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly level: DiagnosticLevel;
  /** One sentence, no full stop, user input in backticks. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
  /** The file, when there is no span in it (unreadable, too large, not found). */
  readonly file?: string | undefined;
  readonly span?: Span | undefined;
}

/** Where a diagnostic is: a span, a file, or nowhere in particular. */
export type DiagnosticPlace = Span | string | undefined;

/** Builds a diagnostic from the catalogue. `details` fill the `{name}` holes of its message and advice. */
export function diagnostic(
  code: DiagnosticCode,
  details: Readonly<Record<string, string | number>> = {},
  place?: DiagnosticPlace,
): Diagnostic {
  const entry = diagnosticCatalogue[code];
  return {
    code,
    level: entry.level,
    message: fill(entry.message, details),
    advice: fill(entry.advice, details),
    ...(typeof place === 'string'
      ? { file: place }
      : place === undefined
        ? {}
        : { span: place, file: place.source.path }),
  };
}

const detailLengthMax = 300;

function fill(template: string, details: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const detail = details[name];
    if (detail === undefined) return hole;
    const text = String(detail);
    return text.length > detailLengthMax ? `${text.slice(0, detailLengthMax)}…` : text;
  });
}

/** Collects diagnostics; the same code at the same place is kept once. */
export class Diagnostics {
  readonly #kept = new Map<string, Diagnostic>();

  add(entry: Diagnostic): void {
    const key = `${entry.code} ${entry.file ?? ''} ${entry.span?.start ?? ''} ${entry.message}`;
    if (!this.#kept.has(key)) this.#kept.set(key, entry);
  }

  report(
    code: DiagnosticCode,
    details?: Readonly<Record<string, string | number>>,
    place?: DiagnosticPlace,
  ): void {
    this.add(diagnostic(code, details, place));
  }

  get list(): Diagnostic[] {
    return [...this.#kept.values()];
  }

  get hasErrors(): boolean {
    return this.list.some((entry) => entry.level === 'error');
  }
}
