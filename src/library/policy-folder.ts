import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceFile } from '../files/index.ts';
import { folderFiles, operatingProblem, shownPath } from '../files/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';
import { collectPolicies } from './collect-policies.ts';
import { policyEntry } from './policy-entry.ts';
import { type PolicySource, policySource } from './policy-source.ts';

/**
 * Opens a folder, or one file, of policies that the user keeps. Entries point into the files; paths are relative to the working
 * folder where they are inside it. What cannot be read is reported and left out.
 */
export function openPolicyFolder(
  path: string,
  workingFolder: string = process.cwd(),
): { source: PolicySource; diagnostics: readonly Diagnostic[] } {
  const shown = shownPath(path, workingFolder);
  const problems: Diagnostic[] = [];
  const { files, diagnostics } = filesAt(resolve(workingFolder, path), shown, problems);
  const collection = collectPolicies(files);
  const entries = collection.policies.map(({ facts, file, start, whole, escaped }) =>
    policyEntry(facts, { file, start, whole, escaped, text: () => collection.texts.get(file)! }),
  );
  return {
    source: policySource(shown, entries),
    diagnostics: [...problems, ...diagnostics, ...collection.diagnostics],
  };
}

function filesAt(
  path: string,
  shown: string,
  problems: Diagnostic[],
): { files: Iterable<SourceFile>; diagnostics: readonly Diagnostic[] } {
  try {
    const stats = statSync(path);
    if (stats.isDirectory())
      return folderFiles(path, (inside) => (shown === '.' ? inside : `${shown}/${inside}`));
    return { files: [{ path: shown, bytes: readFileSync(path) }], diagnostics: [] };
  } catch (error) {
    problems.push(diagnostic('LG1006', { problem: operatingProblem(error) }, shown));
    return { files: [], diagnostics: [] };
  }
}
