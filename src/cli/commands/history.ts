import type { Command } from 'commander';
import { plainText } from '../../report/index.ts';
import type { AssessmentStore, StoredEstate, StoredRun } from '../../store/index.ts';
import { exitCodes } from '../exit-code.ts';
import { withStore } from '../open-store.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import { storedEstate } from '../stored-estate.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  readonly limit: string;
  readonly keep?: string;
  readonly json?: boolean;
}

/** `landguard history`: the assessments that were saved. */
export function historyCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  program
    .command('history')
    .argument('[estate]', 'the estate, as it was assessed; not needed where there is only one')
    .description('list the assessments that were saved')
    .option('--limit <number>', 'the last so many', '30')
    .option('--keep <number>', 'forget all but the last so many')
    .option('--json', 'print them as JSON')
    .addHelpText(
      'after',
      `
The store is the folder LANDGUARD_STORE, the server DATABASE_URL, or .landguard/store: docs/history.md.

Examples:
  $ landguard assess estate --save
  $ landguard history estate
  $ landguard history estate --keep 90
`,
    )
    .action(async (estate: string | undefined, options: Options) =>
      finish(await history(estate, options, surroundings)),
    );
}

/** The runs of an estate; or, where no estate is meant, the estates. */
interface History {
  readonly estate?: string | undefined;
  readonly forgotten?: number | undefined;
  readonly runs?: readonly StoredRun[] | undefined;
  readonly estates?: readonly StoredEstate[] | undefined;
}

async function history(
  named: string | undefined,
  options: Options,
  surroundings: Surroundings,
): Promise<number> {
  const limit = parseCount('--limit', options.limit, 10_000);
  const keep = options.keep === undefined ? undefined : parseCount('--keep', options.keep, 1_000_000);
  const outcome = await withStore<History>(surroundings, { create: false }, async (store) => {
    const estates = await store.estates();
    const chosen = storedEstate(estates, named, surroundings);
    if (chosen.problem !== undefined) return chosen;
    if (chosen.result !== undefined) return { result: await read(store, chosen.result, limit, keep) };
    if (keep !== undefined) throw new UsageError('--keep needs the estate whose assessments are meant');
    return { result: { estates } };
  });
  if (outcome.problem !== undefined) {
    printDiagnostics([outcome.problem], surroundings);
    return exitCodes.badInput;
  }
  const text = options.json === true ? `${JSON.stringify(outcome.result, null, 2)}\n` : tell(outcome.result);
  surroundings.stdout.write(text);
  return exitCodes.clean;
}

function parseCount(name: string, text: string, max: number): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > max)
    throw new UsageError(`${name} takes a number from 1 to ${max}, but got \`${text}\``);
  return count;
}

async function read(
  store: AssessmentStore,
  estate: string,
  limit: number,
  keep: number | undefined,
): Promise<History> {
  const forgotten = keep === undefined ? undefined : await store.prune(estate, keep);
  return { estate, forgotten, runs: await store.history(estate, limit) };
}

function tell({ estate, forgotten, runs, estates }: History): string {
  if (runs === undefined) return tellEstates(estates ?? []);
  const lines = [
    plainText(estate ?? ''),
    ...(forgotten === undefined ? [] : [`forgot ${forgotten} run${forgotten === 1 ? '' : 's'}`]),
    row(['run', 'assessed (UTC)', 'score', 'compliant', 'failing', '', 'resources', 'policies']),
    ...runs.map((run, index) => tellRun(run, runs[index - 1])),
  ];
  const hasOtherPolicies = runs.some((run, index) => isOther(run, runs[index - 1]));
  return `${[...lines, ...(hasOtherPolicies ? ['* not the policies of the run before'] : [])].join('\n')}\n`;
}

function tellRun(run: StoredRun, before: StoredRun | undefined): string {
  const change = before === undefined ? 0 : run.failing - before.failing;
  return row([
    String(run.number),
    run.assessedAt.slice(0, 16).replace('T', ' '),
    run.score === undefined ? '-' : run.score.toFixed(1),
    run.compliancePercent === undefined ? '-' : `${run.compliancePercent.toFixed(1)} %`,
    String(run.failing),
    change === 0 ? '' : change > 0 ? `+${change}` : String(change),
    String(run.resources),
    `${run.policies}${isOther(run, before) ? ' *' : ''}`,
  ]);
}

function isOther(run: StoredRun, before: StoredRun | undefined): boolean {
  return before !== undefined && run.policySet !== before.policySet;
}

const widths = [5, 18, 7, 11, 10, 8, 11, 10];

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('');
}

function tellEstates(estates: readonly StoredEstate[]): string {
  if (estates.length === 0) return 'no assessment has been saved yet: landguard assess <estate> --save\n';
  const lines = estates.map(
    ({ name, runs, lastAssessedAt }) =>
      `${plainText(name)}: ${runs} run${runs === 1 ? '' : 's'}, the last of ${lastAssessedAt.slice(0, 10)}`,
  );
  return `${lines.join('\n')}\n`;
}
