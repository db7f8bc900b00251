import { type Command, Option } from 'commander';
import { defaultLimits, severities } from '../../kernel/index.ts';
import { formats, type RenderOptions } from '../../report/index.ts';
import { runCheck } from '../check-context.ts';
import type { CheckOptions } from '../check-session.ts';
import { exitCodeOf, type FailOn } from '../exit-code.ts';
import { parseOutput, writeOutput } from '../output-file.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import { progressLine } from '../progress.ts';
import { demandFixOptions, type FixOptions, runFixes } from '../run-fixes.ts';
import { type Surroundings, wantsColor } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';

interface Options extends CheckOptions, FixOptions {
  readonly output?: string[];
  readonly failOn?: FailOn;
  readonly verbose?: boolean;
}

/** Adds the options that decide what is checked, and with what. */
export function addCheckOptions(command: Command): Command {
  return addSessionOptions(
    command.argument(
      '[paths...]',
      'files and folders (default: `paths` of landguard.yaml, else the working folder)',
    ),
  );
}

/** Adds the options that decide what templates are checked with. */
export function addSessionOptions(command: Command): Command {
  return command
    .option(
      '-p, --policies <source>',
      'baseline, a library, library:policy, or a folder of policies; may be repeated (default: baseline)',
      collect,
    )
    .option(
      '--parameters <file>',
      'a parameter file, instead of those beside the templates; each of several is checked on its own',
      collect,
    )
    .option(
      '--management-group <name>',
      'take the assignments that this management group of a library inherits',
    )
    .option('--subscription <id>', 'the subscription that is deployed to')
    .option('--resource-group <name>', 'the resource group that is deployed to')
    .option('--location <name>', 'the location that is deployed to')
    .option(
      '--estate <folder>',
      'the exported estate that is deployed to: its assignments, exemptions and resources count',
    )
    .option('--grants', 'say what the deployment lets whom do, and find the privileged of it')
    .option('--config <file>', 'the configuration, instead of landguard.yaml')
    .option(
      '--max-file-bytes <number>',
      `the largest file that is read (default: ${defaultLimits.fileBytesMax})`,
      parseCount,
    );
}

function parseCount(text: string): string {
  if (!/^\d{1,12}$/.test(text))
    throw new UsageError(`--max-file-bytes takes a number of bytes, but got \`${text}\``);
  return text;
}

/** `landguard check`: the main job. */
export function checkCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  addCheckOptions(program.command('check'))
    .description('check infrastructure code against Azure Policy, offline')
    .addOption(
      new Option('-f, --format <name>', 'what is printed')
        .choices(formats.map((one) => one.name))
        .default('console'),
    )
    .option('-o, --output <format=file>', 'write a report to a file too; may be repeated', collect)
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity (default: medium)').choices([
        ...severities,
        'none',
      ]),
    )
    .option('--fix', 'change the code where a fix is proved and needs nobody to think, then check again')
    .option('--dry-run', 'with --fix: print the difference and change nothing; exit code 1 if there is one')
    .option('-y, --yes', 'with --fix: do not ask at a terminal')
    .option('-q, --quiet', 'print the summary only')
    .option('-v, --verbose', 'print every reason, remediation and fingerprint')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Options) => finish(await check(paths, options, surroundings)));
}

const examples = `
Examples:
  $ landguard check infra                                   the baseline on every template in infra
  $ landguard check main.json --parameters prod.json        one template with one parameter file
  $ landguard check infra --policies alz --management-group online
  $ landguard check infra --output sarif=out.sarif --output junit=out.xml
  $ landguard check infra --fail-on high                    exit code 1 only from severity high
  $ landguard check infra --grants                          what it lets whom do, too
  $ landguard check infra --fix                             fix what can be fixed safely, after asking
  $ landguard check infra --fix --dry-run | git apply       the same by way of git

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 bad usage or input. With --fix they are those of the
check afterwards; with --fix --dry-run 0 means that nothing would change, 1 that something would.
`;

function collect(value: string, previous: string[] = []): string[] {
  return [...previous, value];
}

async function check(paths: string[], options: Options, surroundings: Surroundings): Promise<number> {
  demandFixOptions(options);
  const outputs = (options.output ?? []).map((text) => parseOutput(text, formats));
  const isSilent = options.quiet === true || options.format !== 'console';
  const progress = progressLine(surroundings, isSilent, 'templates');
  const checked =
    options.fix === true
      ? await runFixes(paths, options, surroundings, progress.clear, progress.update)
      : { run: await runCheck(paths, options, surroundings, progress.update) };
  progress.clear();
  if ('exitCode' in checked) return checked.exitCode;
  const { report, config } = checked.run;
  const { stdout, env } = surroundings;
  // A report for machines may be read by nobody; what is wrong with the input is said to people too.
  if (options.quiet === true || options.format !== 'console')
    printDiagnostics(
      report.diagnostics.filter((entry) => entry.level === 'error'),
      surroundings,
    );
  const rendering: RenderOptions = {
    color: wantsColor(stdout, env),
    verbose: options.verbose === true,
    quiet: options.quiet === true,
    width: stdout.columns,
  };
  const format = formats.find((one) => one.name === options.format)!;
  const text = format.render(report, rendering);
  stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  for (const { format: other, file } of outputs)
    writeOutput(file, other.render(report, { ...rendering, color: false, width: undefined }), surroundings);
  return exitCodeOf(report, options.failOn ?? config.failOn ?? 'medium');
}
