import { BicepProgram } from '../../src/bicep/index.ts';
import type { Diagnostic } from '../../src/kernel/index.ts';
import { type CorpusFile, isMeantToBeWrong } from './corpus-folder.ts';
import { corpusSources } from './corpus-sources.ts';
import { problemLines } from './problem-lines.ts';

/** What making templates of a corpus gave. */
export interface LoweredCorpus {
  /** Files that are not meant to be wrong; the others are made as well. */
  readonly count: number;
  readonly clean: number;
  /** With parsing, without what modules of registries took. */
  readonly seconds: number;
  /** Of all threads, collection of garbage and modules of registries included. */
  readonly cpuSeconds: number;
  readonly registrySeconds: number;
  readonly crashes: readonly string[];
  readonly problems: readonly string[];
  readonly references: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Makes the template of every .bicep file of a corpus and the values of every .bicepparam file, as one program. */
export function lowerCorpus(folder: string, files: readonly CorpusFile[], library: string): LoweredCorpus {
  const sources = corpusSources(folder, library);
  const program = new BicepProgram(sources.files);
  const crashes: string[] = [];
  const errors: Diagnostic[] = [];
  let clean = 0;
  let count = 0;
  const started = performance.now();
  const before = process.cpuUsage();
  for (const { path, text } of files) {
    try {
      if (path.endsWith('.bicepparam')) program.parameters(path, text);
      else program.document(path, text);
      if (isMeantToBeWrong(path)) continue;
      count++;
      const own = program.open(path, text).diagnostics.filter((entry) => entry.level === 'error');
      if (own.length === 0) clean++;
      errors.push(...own);
    } catch (error) {
      crashes.push(`CRASH ${path}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  const registrySeconds = sources.registryMs() / 1000;
  const seconds = (performance.now() - started) / 1000 - registrySeconds;
  const { user, system } = process.cpuUsage(before);
  const problems = problemLines(errors);
  return {
    count,
    clean,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    registrySeconds,
    crashes,
    problems,
    references: sources.references,
  };
}
