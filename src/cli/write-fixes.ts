import type { FixedCode } from '../assess/index.ts';
import { operatingProblem, replaceFile } from '../files/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';
import { bytesOf, codeFile } from './code-file.ts';

/** Writes fixed files, each at once. All are looked at before the first is written; answers what is against it. */
export function writeFixes(files: FixedCode['files'], workingFolder: string): readonly Diagnostic[] {
  const opened = files.map(({ before, after }) => ({ after, file: codeFile(before, workingFolder) }));
  const refused = opened.flatMap(({ after, file }) =>
    'problem' in file ? [diagnostic('LG5014', { problem: file.problem }, after.path)] : [],
  );
  if (refused.length > 0) return refused;
  for (const { after, file } of opened) {
    if ('problem' in file) continue;
    try {
      replaceFile(file.path, bytesOf(after.text, file));
    } catch (error) {
      return [diagnostic('LG1006', { problem: operatingProblem(error, file.path) }, after.path)];
    }
  }
  return [];
}
