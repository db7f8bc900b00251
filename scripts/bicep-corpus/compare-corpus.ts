import { BicepProgram } from '../../src/bicep/index.ts';
import { comparePair, type PairResult } from './compare-pair.ts';
import type { CorpusFile, CorpusPair } from './corpus-folder.ts';
import { corpusSources } from './corpus-sources.ts';
import { textOf } from './difference.ts';
import { testInputs } from './test-inputs.ts';

/** What comparing a corpus with its compiled templates gave. */
export interface ComparedCorpus {
  readonly pairs: readonly PairResult[];
  readonly crashes: number;
  readonly lines: readonly string[];
}

/** Compares every pair: the templates themselves, and what they expand to with no parameters and with those of the tests. */
export function compareCorpus(
  folder: string,
  files: readonly CorpusFile[],
  pairs: readonly CorpusPair[],
  library: string,
  inputsMax: number,
): ComparedCorpus {
  const tests = files.filter(({ path }) => path.endsWith('main.test.bicep'));
  const crashes: string[] = [];
  const program = new BicepProgram(corpusSources(folder, library).files);
  const inputs = testInputs(tests, program, inputsMax, crashes);
  const sources = corpusSources(folder, library);
  const results = pairs.map((pair) => comparePair(pair, inputs.get(pair.path) ?? [], sources));
  const counted = results.filter((one) => one.apart === undefined);
  const apart = results.filter((one) => one.apart !== undefined);
  return {
    pairs: results,
    crashes: crashes.length + results.filter((one) => one.crash !== undefined).length,
    lines: [
      ...crashes,
      ...summary('pairs', counted),
      ...(apart.length === 0 ? [] : summary('counted apart', apart)),
      ...counted.flatMap(resultLines),
      ...apart.flatMap(resultLines),
    ],
  };
}

function summary(title: string, results: readonly PairResult[]): string[] {
  const isEqual = (one: PairResult) => one.crash === undefined && one.expanded.length === 0;
  const strict = results.filter((one) => one.crash === undefined && one.template.size === 0);
  const sections = new Map<string, number>();
  for (const one of results)
    for (const section of one.template.keys()) sections.set(section, (sections.get(section) ?? 0) + 1);
  const causes = new Map<string, number>();
  for (const one of results)
    for (const cause of new Set(one.expanded.map((difference) => difference.cause)))
      causes.set(cause, (causes.get(cause) ?? 0) + 1);
  const equal = results.filter(isEqual).length;
  return [
    `${title}: ${results.length}, ${results.filter((one) => one.runs > 1).length} of them with parameters of tests; ${results.reduce((sum, one) => sum + one.runs, 0)} expansions of ${results.reduce((sum, one) => sum + one.resources, 0)} resources`,
    `  expand to the same:   ${equal} (${percent(equal, results.length)})`,
    ...[...causes].map(([cause, count]) => `    ${cause}: ${count}`),
    `  the same template:    ${strict.length} (${percent(strict.length, results.length)})`,
    ...[...sections].map(([section, count]) => `    ${section} differ: ${count}`),
  ];
}

function resultLines(result: PairResult): string[] {
  if (result.crash !== undefined) return [`CRASH ${result.path}: ${result.crash}`];
  const isEqual = result.expanded.length === 0 && result.template.size === 0;
  if (isEqual) return [];
  const head = `${result.path} (compiler ${result.compiler}${result.apart === undefined ? '' : `; ${result.apart}`})`;
  const lines = result.expanded
    .slice(0, shownMax)
    .flatMap((one) => [
      `  expanded: ${one.cause}${one.evidence === '' ? '' : `: ${one.evidence}`}; ${one.path} [${one.input}]`,
      `    ours   ${shortened(one.ours)}`,
      `    theirs ${shortened(one.theirs)}`,
    ]);
  for (const [section, list] of result.template) {
    const [first] = list;
    lines.push(
      `  template: ${section} ${list.length}; ${first?.path}`,
      `    ours   ${shortened(first?.ours)}`,
      `    theirs ${shortened(first?.theirs)}`,
    );
  }
  return [head, ...lines];
}

const shownMax = 3;
const shownLengthMax = 300;

function shortened(value: unknown): string {
  return textOf(value).slice(0, shownLengthMax);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)} %`;
}
