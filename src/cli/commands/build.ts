import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type BicepProgram, parametersFile, printValue, templateText } from '../../bicep/index.ts';
import { readTextFile, shownPath } from '../../files/index.ts';
import { type Diagnostic, Diagnostics, defaultLimits, diagnostic } from '../../kernel/index.ts';
import { bicepProgram } from '../bicep-program.ts';
import { type BuildOptions, buildTargets } from '../build-target.ts';
import { exitCodes } from '../exit-code.ts';
import { writeOutput } from '../output-file.ts';
import { packageVersion } from '../package-folder.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { Surroundings } from '../surroundings.ts';

/** `landguard build`: the JSON that a Bicep file stands for. */
export function buildCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  program
    .command('build')
    .description('write the JSON that Bicep templates and parameter files stand for')
    .argument('<files...>', '.bicep and .bicepparam files')
    .option('--stdout', 'print it instead of writing a file')
    .option('--outfile <file>', 'the file that is written')
    .option('--outdir <folder>', 'the folder that files are written to, instead of that of each source')
    .addHelpText(
      'after',
      `
main.bicep becomes main.json and main.bicepparam becomes main.parameters.json. What has errors is
not written. Modules of registries come from the Bicep cache and from libraries; nothing is fetched.

Examples:
  $ landguard build main.bicep --stdout
  $ landguard build main.bicep main.prod.bicepparam --outdir out

Exit codes: 0 everything is built, 2 something has errors.
`,
    )
    .action((files: string[], options: BuildOptions) => finish(buildAll(files, options, surroundings)));
}

function buildAll(files: string[], options: BuildOptions, surroundings: Surroundings): number {
  const program = bicepProgram(files, surroundings, defaultLimits);
  const diagnostics = new Diagnostics();
  for (const { file, output } of buildTargets(files, options)) {
    const built = buildOne(file, program, surroundings);
    for (const entry of built.diagnostics) diagnostics.add(entry);
    if (built.text === undefined) continue;
    if (output === undefined) surroundings.stdout.write(`${built.text}\n`);
    else writeOutput(output, built.text, surroundings);
  }
  printDiagnostics(diagnostics.list, surroundings);
  return diagnostics.hasErrors ? exitCodes.badInput : exitCodes.clean;
}

interface Built {
  /** `undefined` where there are errors. */
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function buildOne(file: string, program: BicepProgram, { workingFolder }: Surroundings): Built {
  const path = shownPath(file, workingFolder);
  const read = readTextFile(resolve(workingFolder, file), path, defaultLimits.fileBytesMax);
  if ('problem' in read) return { text: undefined, diagnostics: [read.problem] };
  if (path.toLowerCase().endsWith('.bicepparam')) return buildParameters(path, read.text, program);
  if (!path.toLowerCase().endsWith('.bicep'))
    return { text: undefined, diagnostics: [diagnostic('LG7127', { path, found: 'no Bicep file' }, path)] };
  const { root, diagnostics } = program.document(path, read.text);
  const isBroken = root?.kind !== 'object' || diagnostics.some((entry) => entry.level === 'error');
  return {
    text: isBroken ? undefined : templateText(root, { name: 'landguard', version: packageVersion() }),
    diagnostics,
  };
}

function buildParameters(path: string, text: string, program: BicepProgram): Built {
  const document = program.parameters(path, text);
  const diagnostics = new Diagnostics();
  for (const entry of document.diagnostics) diagnostics.add(entry);
  const file = parametersFile(document, diagnostics, defaultLimits);
  return { text: diagnostics.hasErrors ? undefined : printValue(file), diagnostics: diagnostics.list };
}
