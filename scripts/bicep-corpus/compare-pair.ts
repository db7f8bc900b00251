import { BicepProgram } from '../../src/bicep/index.ts';
import { parseJson, plainValue } from '../../src/kernel/index.ts';
import { expand } from '../../src/template/index.ts';
import type { CorpusPair } from './corpus-folder.ts';
import type { CorpusSources } from './corpus-sources.ts';
import type { Difference } from './difference.ts';
import { type Cause, causeOf } from './difference-cause.ts';
import { expansionDifferences, typeWordsOf } from './expansion-differences.ts';
import { templateDifferences } from './template-differences.ts';
import { corpusTarget, type TestInput } from './test-inputs.ts';

/** How one pair compares. */
export interface PairResult {
  readonly path: string;
  readonly apart: string | undefined;
  /** The version of the compiler that made the compiled template. */
  readonly compiler: string;
  /** How often both were expanded: with no parameters, and with those of tests. */
  readonly runs: number;
  readonly resources: number;
  readonly expanded: readonly (Difference & Cause & { readonly input: string })[];
  /** Where the templates themselves are not the same, by section. */
  readonly template: ReadonlyMap<string, readonly Difference[]>;
  readonly crash: string | undefined;
}

/** The sections whose expressions come from expressions of the source. */
const valueSections: ReadonlySet<string> = new Set(['variables', 'resources', 'outputs']);

/** Compares what we make of a Bicep file with what the compiler made of it. */
export function comparePair(
  pair: CorpusPair,
  inputs: readonly TestInput[],
  sources: CorpusSources,
): PairResult {
  const theirs = JSON.parse(pair.compiled) as Record<string, unknown>;
  const result = { path: pair.path, apart: pair.apart, compiler: compilerOf(theirs), runs: 0, resources: 0 };
  try {
    sources.takeTexts();
    const program = new BicepProgram(sources.files);
    const document = program.document(pair.path, pair.text);
    const compiled = parseJson(pair.compiledPath, pair.compiled);
    const missing = document.diagnostics
      .filter((entry) => entry.code === 'LG7101')
      .map((entry) => entry.message);
    const used = [pair.text, ...sources.takeTexts()];
    const root = document.root === undefined ? {} : plainValue(document.root);
    const template = templateDifferences(root as Record<string, unknown>, theirs);
    const made = [...template].flatMap(([section, list]) => (valueSections.has(section) ? list : []));
    const texts = { sources: used, compiled: pair.compiled, missing, template: made };
    const typeWords = typeWordsOf([pair.compiled, ...used].join('\n'));
    const runs: readonly TestInput[] = [{ test: 'no parameters', parameters: [] }, ...inputs];
    let resources = 0;
    const expanded = runs.flatMap(({ test, parameters }) => {
      const ours = expand(document, { parameters, target: corpusTarget });
      resources += ours.resources.length;
      const list = expansionDifferences(
        ours,
        expand(compiled, { parameters, target: corpusTarget }),
        typeWords,
      );
      return list.map((one) => ({ ...one, ...causeOf(one, texts), input: test }));
    });
    return { ...result, runs: runs.length, resources, expanded, template, crash: undefined };
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...result, expanded: [], template: new Map(), crash };
  }
}

function compilerOf(template: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(template.metadata ?? {});
  return /"_generator":\{[^}]*"version":"([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}
