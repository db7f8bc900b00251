import { parseBicep, printTokens } from '../../src/bicep/index.ts';
import { type CorpusFile, isMeantToBeWrong } from './corpus-folder.ts';
import { problemLines } from './problem-lines.ts';

/** What parsing a corpus gave. */
export interface ParsedCorpus {
  readonly characters: number;
  /** Files that are not meant to be wrong. */
  readonly valid: number;
  readonly clean: number;
  readonly seconds: number;
  readonly failed: readonly string[];
  readonly problems: readonly string[];
  /** Whether the tokens of a file do not make up its text. */
  readonly isLossy: boolean;
}

export function parseCorpus(files: readonly CorpusFile[]): ParsedCorpus {
  const characters = files.reduce((sum, { text }) => sum + text.length, 0);
  const started = performance.now();
  const trees = files.map(({ path, text }) => parseBicep(path, text));
  const seconds = (performance.now() - started) / 1000;
  const valid = trees.filter((tree) => !isMeantToBeWrong(tree.source.path));
  const failed = valid.filter((tree) => tree.diagnostics.length > 0);
  const lossy = trees.filter((tree) => printTokens(tree) !== tree.source.text);
  const problems = problemLines(failed.flatMap((tree) => tree.diagnostics));
  return {
    characters,
    valid: valid.length,
    clean: valid.length - failed.length,
    seconds,
    failed: failed.map((tree) => `${tree.diagnostics.length} ${tree.source.path}`),
    problems: [...problems, ...lossy.map((tree) => `not equal to its tokens: ${tree.source.path}`)],
    isLossy: lossy.length > 0,
  };
}
