import { readFileSync } from 'node:fs';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';

/** Reads a table of facts; `undefined` with a diagnostic when the file is missing, is no JSON, or has not the table. */
export function readFactsFile<File>(
  path: string,
  table: keyof File & string,
): { readonly file: File | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const failed = (problem: string) => ({
    file: undefined,
    diagnostics: [diagnostic('LG1006', { problem }, path)],
  });
  try {
    const file = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof file?.[table] === 'object' && file[table] !== null) return { file, diagnostics: [] };
    return failed(`it has no table \`${table}\``);
  } catch (error) {
    return failed((error as Error).message);
  }
}
