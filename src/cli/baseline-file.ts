import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';
import type { Baseline } from '../posture/index.ts';
import { writeOutput } from './output-file.ts';
import type { Surroundings } from './surroundings.ts';

/** Reads a baseline; one that is not there holds nothing, one that cannot be read is said. */
export function readBaseline(
  file: string,
  { workingFolder }: Surroundings,
): { baseline: Baseline; diagnostics: Diagnostic[] } {
  const path = resolve(workingFolder, file);
  const none: Baseline = { findings: new Map() };
  if (!existsSync(path)) return { baseline: none, diagnostics: [] };
  try {
    const { version, findings } = JSON.parse(readFileSync(path, 'utf8'));
    if (version !== 1) throw new Error(`it is of version ${String(version)}, this landguard reads version 1`);
    if (typeof findings !== 'object' || findings === null) throw new Error('it has no `findings`');
    return {
      baseline: { findings: new Map(Object.entries(findings)) as Map<string, string> },
      diagnostics: [],
    };
  } catch (error) {
    const problem = (error as Error).message;
    return { baseline: none, diagnostics: [diagnostic('LG5013', { file, problem })] };
  }
}

/** Writes a baseline: sorted, one finding a line, so that a review shows what changed. */
export function writeBaseline(file: string, { findings }: Baseline, surroundings: Surroundings): void {
  const sorted = [...findings].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const text = JSON.stringify({ version: 1, findings: Object.fromEntries(sorted) }, null, 2);
  writeOutput(file, `${text}\n`, surroundings);
}
