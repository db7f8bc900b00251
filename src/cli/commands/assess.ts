import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { estateReport, frameworksInForce } from '../../assess/index.ts';
import { openEstateFolder } from '../../estate-files/index.ts';
import {
  type Diagnostic,
  diagnostic,
  type EstateReport,
  fold,
  severities,
  suggest,
} from '../../kernel/index.ts';
import { type Framework, loadAliases, loadCapabilities, loadFrameworks } from '../../library/index.ts';
import { subscriptionOwners, type Waiver, WaiverIndex } from '../../posture/index.ts';
import { estateFormats, type RenderOptions } from '../../report/index.ts';
import { loadConfig, loadRoles, loadWaivers } from '../../workspace/index.ts';
import { AssessmentHistory } from '../assessment-history.ts';
import { BaselineGate } from '../baseline-gate.ts';
import { policiesOfEstate, withConfig } from '../estate-policies.ts';
import { exitCodes, type FailOn } from '../exit-code.ts';
import { type OutputFile, parseOutput, writeOutput } from '../output-file.ts';
import { packageFolder, packageVersion } from '../package-folder.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import { progressLine } from '../progress.ts';
import { type Surroundings, wantsColor } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  readonly policies?: string[];
  readonly architecture?: string;
  readonly format: string;
  readonly output: string[];
  readonly failOn: FailOn;
  readonly findings: string;
  readonly framework: string[];
  readonly config?: string;
  readonly waivers?: string;
  readonly roles?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly save?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** `landguard assess`: the posture of an estate. */
export function assessCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  program
    .command('assess')
    .argument('<estate>', 'the folder, or one file')
    .description('assess an exported estate: compliance, score, priorities, owners, controls')
    .option('-p, --policies <source...>', "policies for everything, beside the estate's own assignments")
    .option(
      '--architecture <library>',
      "lay the assignments of a library's architecture over the management groups",
    )
    .addOption(
      new Option('-f, --format <name>', 'what is printed')
        .choices(estateFormats.map((one) => one.name))
        .default('console'),
    )
    .option(
      '-o, --output <format=file>',
      'write a report to a file too; may be repeated',
      (value: string, previous: string[]) => [...previous, value],
      [],
    )
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity')
        .choices([...severities, 'none'])
        .default('none'),
    )
    .option('--findings <number>', 'findings that are kept with their evidence', '5000')
    .option(
      '--framework <name>',
      'list the controls of this framework too, beside the benchmark; may be repeated',
      (value: string, previous: string[]) => [...previous, value],
      [],
    )
    .option('--waivers <file>', 'what is lived with for a while, instead of waivers.yaml')
    .option('--roles <file>', 'who owns what no tag names an owner for, instead of roles.yaml')
    .option(
      '--baseline <file>',
      'accept the findings of this file: only others fail; what is fixed leaves it',
    )
    .option('--update-baseline', 'accept the findings of today')
    .option('--save', 'keep the result in the store, and say how findings stand to earlier ones')
    .option('--config <file>', 'the configuration, instead of landguard.yaml')
    .option('-q, --quiet', 'print the summary only')
    .option('-v, --verbose', 'print every row')
    .addHelpText(
      'after',
      `
An estate is a folder of what Azure tools print: docs/estate.md says which. Without assignments of its
own, and without --policies or --architecture, the baseline is evaluated on everything.

Examples:
  $ landguard assess estate
  $ landguard assess estate --output html=posture.html --output csv=findings.csv
  $ landguard assess estate --architecture alz
`,
    )
    .action(async (estate: string, options: Options) => finish(await assess(estate, options, surroundings)));
}

async function assess(path: string, options: Options, surroundings: Surroundings): Promise<number> {
  const started = surroundings.ticks();
  const { workingFolder } = surroundings;
  const outputs = options.output.map((text) => parseOutput(text, estateFormats));
  const { config, diagnostics: configDiagnostics } = await loadConfig(workingFolder, options.config);
  const waivers = await loadWaivers({ workingFolder, named: options.waivers });
  const roles = await loadRoles({ workingFolder, named: options.roles });
  const gate = new BaselineGate(options, surroundings);
  const opened = await openEstateFolder(path, { workingFolder, now: surroundings.now().toISOString() });
  const { estate } = opened;
  const policies = policiesOfEstate(estate, withConfig(options, config), surroundings);
  const progress = progressLine(surroundings, options.quiet === true, 'resources');
  const facts = join(packageFolder(), 'facts');
  const ownFacts = config.facts === undefined ? undefined : resolve(workingFolder, config.facts);
  const frameworks = loadFrameworks(facts);
  const asked = askedFrameworks(options.framework, frameworks.frameworks);
  const waiverIndex = new WaiverIndex(waivers.waivers, surroundings.now().toISOString().slice(0, 10));
  const history = options.save === true ? await AssessmentHistory.begin() : undefined;
  const result = await estateReport({
    estate,
    assigned: policies.assigned,
    aliases: loadAliases(facts, ownFacts),
    types: loadCapabilities(facts, ownFacts),
    now: surroundings.now().toISOString(),
    version: packageVersion(),
    severities: new Map(
      Object.entries(config.severities ?? {}).map(([name, severity]) => [fold(name), severity]),
    ),
    frameworks: frameworksInForce(frameworks.frameworks, policies.assigned, asked),
    ownership: { subscriptionOwners: subscriptionOwners(estate.objects), entries: roles.owners },
    waivers: waivers.file === undefined ? undefined : waiverIndex,
    findingCountMax: parseCount(options.findings),
    onProgress: progress.update,
    onOpen: gate.add,
    onAssessed: history?.add,
  });
  progress.clear();
  const timed = {
    ...result.report,
    summary: { ...result.report.summary, durationMs: Math.round(surroundings.ticks() - started) },
  };
  const saved = await history?.save(result, timed, policies.assigned, surroundings);
  const report: EstateReport = {
    ...(saved?.report ?? timed),
    diagnostics: [
      ...(saved?.diagnostics ?? []),
      ...configDiagnostics,
      ...waivers.diagnostics,
      ...waiverDiagnostics(waiverIndex, waivers.file ?? ''),
      ...roles.diagnostics,
      ...gate.diagnostics,
      ...opened.diagnostics,
      ...policies.diagnostics,
      ...frameworks.diagnostics,
      ...result.report.diagnostics,
    ],
  };
  print(report, options, outputs, surroundings);
  // An assignment of what is nowhere is a state of the estate, not bad input.
  if (report.diagnostics.some(({ level, code }) => level === 'error' && code !== 'LG3008'))
    return exitCodes.badInput;
  gate.finish();
  return gate.failsFrom(options.failOn) ? exitCodes.findings : exitCodes.clean;
}

function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--findings takes a number, but got \`${text}\``);
  return Number(text);
}

/** The benchmark, and the frameworks that are named. */
function askedFrameworks(named: readonly string[], known: readonly Framework[]): string[] {
  const names = known.map(({ name }) => name);
  const folded = new Set(names.map(fold));
  for (const name of named) {
    if (folded.has(fold(name))) continue;
    throw new UsageError(
      `there is no framework \`${name}\`; ${suggest(name, names, `there are ${names.join(', ')}`)}`,
    );
  }
  return ['MCSB', ...named];
}

function waiverDiagnostics(waivers: WaiverIndex, file: string): Diagnostic[] {
  const what = ({ finding, scope, policy }: Waiver) =>
    [finding, scope, policy].flatMap((one) => (one === undefined ? [] : [`\`${one}\``])).join(' ');
  return [
    ...waivers.unused().map((waiver) => diagnostic('LG5011', { what: what(waiver), file })),
    ...waivers.expired.map((waiver) => {
      const { expires, owner } = waiver;
      return diagnostic('LG5012', { what: what(waiver), expires, owner, file });
    }),
  ];
}

function print(
  report: EstateReport,
  options: Options,
  outputs: readonly OutputFile<(typeof estateFormats)[number]>[],
  surroundings: Surroundings,
): void {
  const { stdout, env } = surroundings;
  const rendering: RenderOptions = {
    color: wantsColor(stdout, env),
    verbose: options.verbose === true,
    quiet: options.quiet === true,
    width: stdout.columns,
  };
  const format = estateFormats.find((one) => one.name === options.format);
  const text = format?.render(report, rendering) ?? '';
  stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  for (const { format: other, file } of outputs)
    writeOutput(file, other.render(report, { ...rendering, color: false, width: undefined }), surroundings);
  const errors = report.diagnostics.filter((entry) => entry.level === 'error');
  if (options.format !== 'console' || options.quiet === true) printDiagnostics(errors, surroundings);
}
