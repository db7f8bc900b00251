import type { Command } from 'commander';
import { type Diagnostic, defaultLimits } from '../../kernel/index.ts';
import { expand, snapshotOf } from '../../template/index.ts';
import { linkedTemplateReader, loadConfig } from '../../workspace/index.ts';
import type { CheckOptions } from '../check-session.ts';
import { findCheckedTemplates } from '../checked-templates.ts';
import { exitCodes } from '../exit-code.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { Surroundings } from '../surroundings.ts';

/** `landguard expand`: the resources that a template would make, in the format of `bicep snapshot`. */
export function expandCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  program
    .command('expand')
    .description('print what a template would make, in the format of bicep snapshot')
    .argument('<template>', 'the file of the template')
    .option(
      '--parameters <file>',
      'the parameter file, instead of the first one beside the template',
      (file) => [file],
    )
    .option('--subscription <id>', 'the subscription that is deployed to')
    .option('--resource-group <name>', 'the resource group that is deployed to')
    .option('--location <name>', 'the location that is deployed to')
    .option('--config <file>', 'the configuration, instead of landguard.yaml')
    .addHelpText(
      'after',
      `
Examples:
  $ landguard expand main.json --parameters main.prod.parameters.json
  $ landguard expand main.json --subscription 00000000-0000-0000-0000-000000000000 --resource-group rg-shop
`,
    )
    .action(async (template: string, options: CheckOptions) =>
      finish(await expandOne(template, options, surroundings)),
    );
}

async function expandOne(path: string, options: CheckOptions, surroundings: Surroundings): Promise<number> {
  const { config, diagnostics: configDiagnostics } = await loadConfig(
    surroundings.workingFolder,
    options.config,
  );
  const found = findCheckedTemplates([path], options, config, surroundings);
  const diagnostics: Diagnostic[] = [...configDiagnostics, ...found.diagnostics];
  const [template] = found.templates;
  if (template !== undefined) {
    const expansion = expand(template.document, {
      parameters: template.parameters,
      readLinked: linkedTemplateReader(surroundings.workingFolder, [path], defaultLimits),
      ...(template.target === undefined ? {} : { target: template.target }),
    });
    diagnostics.push(...expansion.diagnostics);
    surroundings.stdout.write(`${snapshotText(snapshotOf(expansion))}\n`);
  }
  printDiagnostics(diagnostics, surroundings);
  return diagnostics.some((entry) => entry.level === 'error') ? exitCodes.badInput : exitCodes.clean;
}

/** JSON with indentation; JSON has no integers beyond 2^53 that other tools read alike. */
function snapshotText(snapshot: ReturnType<typeof snapshotOf>): string {
  return JSON.stringify(
    snapshot,
    (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value),
    2,
  );
}
