import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type {
  AzureCollection,
  ChildMode,
  Cloud,
  CloudName,
  CollectionProgress,
  Incomplete,
  RefusalKind,
  SignIn,
} from '../../azure/index.ts';
import { CollectedFolder } from '../../estate-files/index.ts';
import { operatingProblem } from '../../files/index.ts';
import { type Diagnostic, diagnostic } from '../../kernel/index.ts';
import { plainText } from '../../report/index.ts';
import { exitCodes } from '../exit-code.ts';
import { packageVersion } from '../package-folder.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  readonly managementGroup: string[];
  readonly subscription: string[];
  readonly cloud: CloudName;
  readonly auth: SignIn;
  readonly children: ChildMode;
  readonly resume?: boolean;
  readonly quiet?: boolean;
}

/** `landguard collect azure`: an estate folder from what is there. */
export function collectCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  program
    .command('collect')
    .description('collect an estate from a cloud, reading only')
    .addHelpText('after', '\nExamples:\n  $ landguard collect azure estate --management-group contoso\n')
    .command('azure')
    .argument('<folder>', 'where it is written')
    .description('collect an estate from Azure into a folder')
    .option(
      '--management-group <name>',
      'this management group, with all that is below it; may be repeated (default: everything visible)',
      addName,
      [],
    )
    .option('--subscription <id>', 'this subscription; may be repeated', addSubscription, [])
    .addOption(
      new Option('--cloud <name>', 'the cloud')
        .choices(['AzureCloud', 'AzureUSGovernment', 'AzureChinaCloud'])
        .default('AzureCloud'),
    )
    .addOption(
      new Option('--auth <way>', 'how to sign in')
        .choices([
          'auto',
          'az',
          'env',
          'client-secret',
          'client-certificate',
          'workload-identity',
          'managed-identity',
          'token',
        ])
        .default('auto'),
    )
    .addOption(
      new Option('--children <which>', 'settings and children that Resource Graph does not hold')
        .choices(['none', 'needed', 'all'])
        .default('needed'),
    )
    .option('--resume', 'go on with a collection that was interrupted')
    .option('-q, --quiet', 'print warnings only')
    .addHelpText(
      'after',
      `
The identity needs the role Reader on what is collected; nothing is changed, and secrets are left out: docs/collect.md.

Examples:
  $ landguard collect azure estate --management-group contoso
  $ landguard collect azure estate --management-group contoso --resume
  $ landguard assess estate
`,
    )
    .action(async (folder: string, options: Options) => finish(await collect(folder, options, surroundings)));
}

function addName(name: string, previous: string[]): string[] {
  if (!/^[\w().-]{1,90}$/.test(name))
    throw new UsageError(`--management-group takes the name of a management group, but got \`${name}\``);
  return [...previous, name];
}

function addSubscription(id: string, previous: string[]): string[] {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw new UsageError(`--subscription takes the id of a subscription, but got \`${id}\``);
  return [...previous, id];
}

async function collect(folder: string, options: Options, surroundings: Surroundings): Promise<number> {
  const { env, platform, stdout } = surroundings;
  const path = resolve(surroundings.workingFolder, folder);
  const collected = new CollectedFolder(path);
  await checkFolder(collected, path, folder, options.resume === true);
  // Only this command pays for what it takes to talk to a cloud.
  const azure = await import('../../azure/index.ts');
  const cloud = cloudOf(azure.clouds[options.cloud], options.auth, env);
  const clock = azure.systemClock;
  const chosen = azure.chooseTokenSource(options.auth, { env, platform, authority: cloud.authority, clock });
  if ('missing' in chosen) throw new UsageError(`cannot sign in: ${chosen.missing}`);
  const progress = progressLine(surroundings, options.quiet === true, new azure.StepRates());
  try {
    const collection = await azure.collectAzure({
      client: azure.armClient({
        cloud,
        tokens: new azure.CachedTokenSource(chosen.read, clock),
        clock,
        agent: `landguard/${packageVersion()}`,
      }),
      sink: collected,
      checkpoint: collected.record,
      scope: { managementGroups: options.managementGroup, subscriptions: options.subscription },
      cloud: options.cloud,
      children: options.children,
      progress: progress.update,
    });
    progress.clear();
    if (options.quiet !== true) stdout.write(describe(collection, folder));
    const missed = collection.refused.filter((one) => !azure.isAbsence(one));
    printDiagnostics(diagnosticsOf(missed, collection.incomplete), surroundings);
    return exitCodes.clean;
  } catch (error) {
    progress.clear();
    const hasStarted = (await collected.record.read()).length > 0;
    throw new UsageError(
      `${problemOf(error, path, azure.AzureError)}${hasStarted ? '; --resume goes on from here' : ''}`,
    );
  }
}

/** A folder is never mixed: it is new, or the beginning of the same collection. */
async function checkFolder(
  collected: CollectedFolder,
  path: string,
  shown: string,
  resumes: boolean,
): Promise<void> {
  let names: string[];
  try {
    names = readdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new UsageError(`cannot write into \`${shown}\`: ${operatingProblem(error, path)}`);
  }
  const hasRecord = (await collected.record.read()).length > 0;
  if (hasRecord && !resumes)
    throw new UsageError(`a collection was begun in \`${shown}\`; go on with --resume, or name a new folder`);
  if (!hasRecord && names.length > 0) throw new UsageError(`\`${shown}\` is not empty; name a new folder`);
}

/** Tests have a server on this machine; it is only ever sent the token that was made for it. */
function cloudOf(cloud: Cloud, auth: SignIn, env: Surroundings['env']): Cloud {
  const endpoint = env.LANDGUARD_ARM_ENDPOINT;
  if (endpoint === undefined || endpoint === '') return cloud;
  if (auth !== 'token' || !/^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(endpoint))
    throw new UsageError(
      'LANDGUARD_ARM_ENDPOINT is for tests: an http://127.0.0.1 address, with --auth token',
    );
  return { ...cloud, manager: endpoint };
}

function problemOf(error: unknown, path: string, AzureError: new (...args: never[]) => Error): string {
  if (error instanceof AzureError) return error.message;
  if (error instanceof Error && 'code' in error && 'syscall' in error)
    return `cannot write the estate: ${operatingProblem(error, path)}`;
  throw error;
}

function describe({ objects, subscriptions, managementGroups }: AzureCollection, folder: string): string {
  const total = [...objects.values()].reduce((sum, count) => sum + count, 0);
  const rows = [...objects].filter(([, count]) => count > 0);
  const width = Math.max(0, ...rows.map(([step]) => step.length));
  const lines = rows.map(([step, count]) => `  ${step.padEnd(width)}  ${count}`);
  const scopes = `${subscriptions} subscriptions, ${managementGroups} management groups`;
  return `${plainText(`collected ${total} objects into ${folder}: ${scopes}`)}\n${lines.join('\n')}\n`;
}

/** What was missed, and what is not whole. */
function diagnosticsOf(missed: readonly RefusalKind[], incomplete: readonly Incomplete[]): Diagnostic[] {
  const found = incomplete.map(({ step, count, total }) => diagnostic('LG6101', { step, count, total }));
  if (missed.length === 0) return found;
  const shown = missed.toSorted((a, b) => b.count - a.count).slice(0, 5);
  const details = {
    count: missed.reduce((sum, { count }) => sum + count, 0),
    kinds: shown.map(({ status, code, count }) => `${status} ${code}: ${count}`).join(', '),
    path: missed[0]!.path,
  };
  return [...found, diagnostic('LG6100', details)];
}

interface Rates {
  rateOf(
    progress: CollectionProgress,
    nowMs: number,
  ): { perSecond: number; secondsLeft: number | undefined } | undefined;
}

/** How far the step is that was last heard of, on a terminal only. */
function progressLine(
  { stderr, ticks }: Surroundings,
  silent: boolean,
  rates: Rates,
): { update: (progress: CollectionProgress) => void; clear: () => void } {
  if (silent || !stderr.isTerminal) return { update: () => {}, clear: () => {} };
  return {
    update: (progress) => {
      const { step, done, total } = progress;
      const rate = rates.rateOf(progress, ticks());
      const parts = [
        `${step}: ${done}${total === undefined ? '' : ` of ${total}`}`,
        rate === undefined ? undefined : `${Math.round(rate.perSecond)}/s`,
        rate?.secondsLeft === undefined ? undefined : `${rate.secondsLeft} s left`,
      ];
      stderr.write(`\r\u001b[K${parts.filter((part) => part !== undefined).join(' · ')}`);
    },
    clear: () => stderr.write('\r\u001b[K'),
  };
}
