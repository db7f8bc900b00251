import type { CheckSubject, FixedCode } from '../assess/index.ts';
import type { CheckOptions, CheckRun } from './check-session.ts';
import { exitCodes } from './exit-code.ts';
import { planFixes } from './fix-check.ts';
import { fixAccount, fixDifference } from './fix-text.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { type Surroundings, wantsColor } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** The options of `check` that are about fixes. */
export interface FixOptions extends CheckOptions {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly quiet?: boolean;
  readonly format: string;
}

/** Refuses options that say nothing without others, or contradict one another. */
export function demandFixOptions({ fix, dryRun, yes }: FixOptions): void {
  if (fix !== true && (dryRun === true || yes === true))
    throw new UsageError(`--${dryRun === true ? 'dry-run' : 'yes'} goes with --fix`);
  if (dryRun === true && yes === true)
    throw new UsageError('--dry-run changes nothing, so there is nothing to say --yes to');
}

/** What a check with fixes ends in: a run to report, or an exit code where there is nothing to report. */
export type FixRun = { readonly run: CheckRun } | { readonly exitCode: number };

/**
 * Checks, shows the difference, and writes it: at once, but for a person at a terminal, who is asked unless the options say `yes`. What is printed for machines goes to the
 * standard output alone, so that what people are told goes to the error output then.
 */
export async function runFixes(
  paths: readonly string[],
  options: FixOptions,
  surroundings: Surroundings,
  onPlanned: () => void,
  onProgress?: CheckSubject['onProgress'],
): Promise<FixRun> {
  const { stdout, stderr, env } = surroundings;
  const { first, fixed, make } = await planFixes(paths, options, surroundings, onProgress);
  onPlanned();
  const isBrief = options.quiet === true;
  if (options.dryRun === true) {
    stdout.write(fixDifference(fixed, wantsColor(stdout, env)));
    stderr.write(fixAccount(fixed, false, isBrief));
    return { exitCode: dryRunCode(first, fixed, surroundings) };
  }
  const output = options.format === 'console' ? stdout : stderr;
  if (fixed.files.length === 0) {
    output.write(fixAccount(fixed, true, isBrief));
    return { run: first };
  }
  const mustAsk = options.yes !== true && surroundings.ask !== undefined;
  if (!isBrief || mustAsk) output.write(fixDifference(fixed, wantsColor(output, env)));
  if (mustAsk && !(await agrees(fixed, surroundings))) {
    output.write('nothing was changed\n');
    return { run: first };
  }
  const { run, problems } = make();
  if (problems.length > 0) {
    printDiagnostics(problems, surroundings);
    return { exitCode: exitCodes.badInput };
  }
  output.write(fixAccount(fixed, true, isBrief));
  return { run };
}

/** 1 when something would change, as a formatter's check says it. */
function dryRunCode({ report }: CheckRun, { files }: FixedCode, surroundings: Surroundings): number {
  const errors = report.diagnostics.filter(({ level }) => level === 'error');
  printDiagnostics(errors, surroundings);
  if (errors.length > 0) return exitCodes.badInput;
  return files.length > 0 ? exitCodes.findings : exitCodes.clean;
}

async function agrees({ files }: FixedCode, { ask }: Surroundings): Promise<boolean> {
  const what = files.length === 1 ? 'this file' : `these ${files.length} files`;
  const answer = await ask?.(`Change ${what}? [y/N] `);
  return /^y(es)?$/i.test(answer?.trim() ?? '');
}
