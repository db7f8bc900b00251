import { resolve } from 'node:path';
import type { Command } from 'commander';
import { relatedNeeds } from '../../assess/index.ts';
import { type EstateInspection, generateEstate, inspectEstate } from '../../estate/index.ts';
import { EstateWriteError, openEstateFolder, writeEstate } from '../../estate-files/index.ts';
import { counted, plainText } from '../../report/index.ts';
import { policiesOfEstate } from '../estate-policies.ts';
import { exitCodes } from '../exit-code.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';

/** `landguard estate`: what an estate folder holds, and made-up estates. */
export function estateCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  const estate = program
    .command('estate')
    .description('look at an exported estate, or make one up')
    .addHelpText(
      'after',
      '\nExamples:\n  $ landguard estate inspect estate\n  $ landguard estate generate demo --resources 5000\n',
    );
  estate
    .command('inspect')
    .argument('<estate>', 'the folder')
    .description('say what an estate folder holds and what policies will miss in it')
    .option('-p, --policies <source...>', "policies for everything, beside the estate's own assignments")
    .option('--architecture <library>', "the assignments of a library's architecture")
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ landguard estate inspect estate\n  $ landguard estate inspect estate --architecture alz\n',
    )
    .action(async (path: string, options: InspectOptions) =>
      finish(await inspect(path, options, surroundings)),
    );
  estate
    .command('generate')
    .argument('<folder>', 'where it is written')
    .description('make up an estate: the same seed makes the same estate')
    .option('--resources <number>', 'how many resources', '1000')
    .option('--seed <number>', 'which one', '1')
    .addHelpText(
      'after',
      '\nExamples:\n  $ landguard estate generate demo --resources 5000\n  $ landguard estate generate demo --seed 7\n',
    )
    .action(async (folder: string, options: { resources: string; seed: string }) =>
      finish(await generate(folder, options, surroundings)),
    );
}

interface InspectOptions {
  readonly policies?: string[];
  readonly architecture?: string;
  readonly json?: boolean;
}

async function inspect(path: string, options: InspectOptions, surroundings: Surroundings): Promise<number> {
  const { estate, diagnostics } = await openEstateFolder(path, {
    workingFolder: surroundings.workingFolder,
    now: surroundings.now().toISOString(),
  });
  const policies = policiesOfEstate(estate, options, surroundings);
  const inspection = inspectEstate(estate, relatedNeeds(policies.assigned));
  const text =
    options.json === true
      ? `${JSON.stringify({ estate: estate.name, ...inspection }, null, 2)}\n`
      : tell(estate.name, inspection);
  surroundings.stdout.write(text);
  const problems = [...diagnostics, ...policies.diagnostics];
  printDiagnostics(problems, surroundings);
  return problems.some((entry) => entry.level === 'error') ? exitCodes.badInput : exitCodes.clean;
}

function tell(name: string, inspection: EstateInspection): string {
  const { scopes, governance, resources, objects, subscriptionsWithoutGroup, missing } = inspection;
  const total = resources.reduce((sum, { count }) => sum + count, 0);
  const list = (counts: readonly { readonly type: string; readonly count: number }[]) =>
    counts.slice(0, shownMax).map(({ type, count }) => `  ${String(count).padStart(8)}  ${plainText(type)}`);
  const more = (count: number) => (count > shownMax ? [`            and ${count - shownMax} more`] : []);
  const lines = [
    `${plainText(name)}: ${counted(total, 'resource')} of ${counted(resources.length, 'type')} in ${counted(scopes.subscription, 'subscription')}, ${counted(scopes.managementGroup, 'management group')}, ${counted(scopes.resourceGroup, 'resource group')}`,
    ...list(resources),
    ...more(resources.length),
    `governance: ${Object.entries(governance)
      .map(([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`)
      .join(', ')}`,
    ...(objects.length === 0
      ? []
      : ['identities and other objects:', ...list(objects), ...more(objects.length)]),
    ...(subscriptionsWithoutGroup.length === 0
      ? []
      : [`${subscriptionsWithoutGroup.length} subscriptions under no management group that is here`]),
    ...(missing.length === 0
      ? ['nothing that these policies look for is missing altogether']
      : ['missing, so that policies are undecided:']),
    ...missing.flatMap(({ relatedType, policies, examples, howToExport }) => [
      `  ${plainText(relatedType)}  ${policies} polic${policies === 1 ? 'y' : 'ies'}, such as ${plainText(examples[0] ?? '')}`,
      `      ${howToExport}`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

const shownMax = 25;

async function generate(
  folder: string,
  options: { readonly resources: string; readonly seed: string },
  surroundings: Surroundings,
): Promise<number> {
  const resources = parseNumber('--resources', options.resources);
  const seed = parseNumber('--seed', options.seed);
  // The day alone, so that the same seed makes the same estate all day.
  const now = `${surroundings.now().toISOString().slice(0, 10)}T00:00:00.000Z`;
  try {
    const path = resolve(surroundings.workingFolder, folder);
    const written = await writeEstate(path, generateEstate({ resources, seed, now }));
    surroundings.stdout.write(
      `${written.resources} resources in ${written.files.length} files, ${Math.ceil(written.bytes / 1024)} KiB\nlandguard assess ${folder}\n`,
    );
    return exitCodes.clean;
  } catch (error) {
    if (error instanceof EstateWriteError) throw new UsageError(error.message);
    throw error;
  }
}

function parseNumber(name: string, text: string): number {
  if (!/^\d{1,8}$/.test(text)) throw new UsageError(`${name} takes a number, but got \`${text}\``);
  return Number(text);
}
