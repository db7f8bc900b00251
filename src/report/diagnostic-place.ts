import { type Diagnostic, type Place, placeOf } from '../kernel/index.ts';

/** Where a diagnostic is, in lines and columns; a file as a whole is its first character. */
export function diagnosticPlace(diagnostic: Diagnostic): Place | undefined {
  if (diagnostic.span !== undefined) return placeOf(diagnostic.span);
  if (diagnostic.file === undefined) return undefined;
  return { file: diagnostic.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
