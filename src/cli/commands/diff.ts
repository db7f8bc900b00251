import type { Command } from 'commander';
import { diagnostic } from '../../kernel/index.ts';
import { plainText } from '../../report/index.ts';
import type {
  AssessmentStore,
  FindingDifference,
  PolicyDifference,
  ResourceDifference,
  RunDifference,
} from '../../store/index.ts';
import { exitCodes } from '../exit-code.ts';
import { type StoreOutcome, withStore } from '../open-store.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import { storedEstate } from '../stored-estate.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  readonly estate?: string;
  readonly limit: string;
  readonly json?: boolean;
}

/** `landguard diff`: what is different between two assessments that were saved. */
export function diffCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  program
    .command('diff')
    .argument('<a>', 'a run: its number, last, previous, or a day')
    .argument('<b>', 'the run that it is compared with')
    .description('compare two assessments that were saved')
    .option('--estate <name>', 'the estate, as it was assessed; not needed where there is only one')
    .option('--limit <number>', 'of each kind of change, list so many; all are counted', '50')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
A day means the last run up to its end, in UTC. docs/history.md says what counts as new, fixed, changed,
waived and expired.

Examples:
  $ landguard diff previous last
  $ landguard diff 2026-06-01 last --estate estate --json
`,
    )
    .action(async (a: string, b: string, options: Options) =>
      finish(await diff([a, b], options, surroundings)),
    );
}

async function diff(
  references: readonly [string, string],
  options: Options,
  surroundings: Surroundings,
): Promise<number> {
  const limit = /^\d{1,6}$/.test(options.limit) ? Number(options.limit) : undefined;
  if (limit === undefined)
    throw new UsageError(`--limit takes a number up to 999999, but got \`${options.limit}\``);
  const outcome = await withStore<Told>(surroundings, { create: false }, async (store) => {
    const chosen = storedEstate(await store.estates(), options.estate, surroundings);
    if (chosen.problem !== undefined) return chosen;
    if (chosen.result === undefined)
      throw new UsageError('--estate says which estate is meant; `landguard history` lists them');
    return compare(store, chosen.result, references, limit);
  });
  if (outcome.problem !== undefined) {
    printDiagnostics([outcome.problem], surroundings);
    return exitCodes.badInput;
  }
  const { result } = outcome;
  surroundings.stdout.write(options.json === true ? `${JSON.stringify(result, null, 2)}\n` : tell(result));
  return exitCodes.clean;
}

interface Told extends RunDifference {
  readonly estate: string;
}

const runCountMax = 100_000;

async function compare(
  store: AssessmentStore,
  estate: string,
  references: readonly [string, string],
  limit: number,
): Promise<StoreOutcome<Told>> {
  const { findRun } = await import('../../store/index.ts');
  const runs = await store.history(estate, runCountMax);
  const numbers = references.map((reference) => findRun(runs, reference)?.number);
  const [from, to] = numbers;
  if (from === undefined || to === undefined) {
    const run = references[from === undefined ? 0 : 1];
    const suggestion =
      runs.length === 0
        ? '`landguard assess --save` saves one'
        : `there are the runs ${runs[0]?.number} to ${runs.at(-1)?.number}, of ${runs[0]?.assessedAt.slice(0, 10)} to ${runs.at(-1)?.assessedAt.slice(0, 10)}; or name one last or previous`;
    return { problem: diagnostic('LG6206', { run, estate, suggestion }) };
  }
  return { result: { estate, ...(await store.diff(estate, from, to, limit)) } };
}

function tell(told: Told): string {
  const { estate, from, to, counts, findings, policies, resources } = told;
  const score = (value: number | undefined) => (value === undefined ? '-' : value.toFixed(1));
  const lines = [
    `${plainText(estate)}: run ${from.number} of ${from.assessedAt.slice(0, 10)} -> run ${to.number} of ${to.assessedAt.slice(0, 10)}`,
    `score ${score(from.score)} -> ${score(to.score)}, failing ${from.failing} -> ${to.failing}`,
    Object.entries(counts)
      .map(([change, count]) => `${count} ${change}`)
      .join(', '),
    ...Object.entries(counts).flatMap(([change, count]) =>
      tellList(change, count, findings.filter((finding) => finding.change === change).map(tellFinding)),
    ),
    ...tellList('policies', policies.length, policies.map(tellPolicy)),
    ...tellResources(resources),
  ];
  return `${lines.join('\n')}\n`;
}

function tellList(title: string, count: number, rows: readonly string[]): string[] {
  if (count === 0) return [];
  const more = count > rows.length ? [`  and ${count - rows.length} more`] : [];
  return ['', `${title} (${count})`, ...rows.map((text) => `  ${plainText(text)}`), ...more];
}

function tellFinding(finding: FindingDifference): string {
  const states = finding.change === 'new' || finding.change === 'fixed' ? '' : ` (${stateChange(finding)})`;
  return `${finding.severity.padEnd(8)} ${policyName(finding)}  ${finding.resourceId}${states}`;
}

function stateChange({ before, after }: FindingDifference): string {
  return `${before ?? 'not kept'} -> ${after ?? 'not kept'}`;
}

function policyName({
  reference,
  definitionId,
}: Pick<FindingDifference, 'reference' | 'definitionId'>): string {
  return reference || definitionId.slice(definitionId.lastIndexOf('/') + 1);
}

function tellPolicy(policy: PolicyDifference): string {
  const setting = (one: PolicyDifference['before']) =>
    one === undefined ? 'none' : `${one.effect}, ${one.severity}`;
  return `${policyName(policy)}: ${setting(policy.before)} -> ${setting(policy.after)}`;
}

function tellResources(resources: ResourceDifference | undefined): string[] {
  if (resources === undefined) return [];
  return Object.entries(resources).flatMap(([change, { count, ids }]) =>
    tellList(`resources ${change}`, count, ids),
  );
}
