import type { DiagnosticCode } from '../../kernel/index.ts';

/** What stops the reading of a condition; it becomes a diagnostic where the reading began. */
export class SyntaxProblem extends Error {
  readonly code: DiagnosticCode;
  readonly details: Readonly<Record<string, string | number>>;
  readonly start: number;
  readonly end: number;

  constructor(
    code: DiagnosticCode,
    details: Readonly<Record<string, string | number>>,
    start: number,
    end: number,
  ) {
    super(code);
    this.code = code;
    this.details = details;
    this.start = start;
    this.end = end;
  }
}

/** The usual problem: the text does not follow the grammar. */
export function unreadable(problem: string, advice: string, start: number, end: number): SyntaxProblem {
  return new SyntaxProblem('LG8001', { problem, advice }, start, end);
}
