import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readTextFile, shownPath } from '../../files/index.ts';
import { importFacts } from '../../library/index.ts';
import { exitCodes } from '../exit-code.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { Surroundings } from '../surroundings.ts';

const largestProviderListBytes = 512 * 1024 * 1024;

/** `landguard facts import`: fresher aliases than those that came with landguard. */
export function factsCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  program
    .command('facts')
    .description('refresh what landguard knows of resource types and aliases')
    .addHelpText('after', examples)
    .command('import')
    .argument('<file>', 'the file that holds it')
    .description('import the output of: az provider list --expand resourceTypes/aliases')
    .requiredOption('--to <folder>', 'the folder to write; name it as `facts` in landguard.yaml')
    .addHelpText('after', examples)
    .action((file: string, { to }: { to: string }) => finish(run(file, to, surroundings)));
}

const examples = `
Examples:
  $ az provider list --expand resourceTypes/aliases > providers.json
  $ landguard facts import providers.json --to .landguard/facts
`;

function run(file: string, to: string, surroundings: Surroundings): number {
  const { workingFolder, stdout } = surroundings;
  const shown = shownPath(file, workingFolder);
  const read = readTextFile(resolve(workingFolder, file), shown, largestProviderListBytes);
  if ('problem' in read) {
    printDiagnostics([read.problem], surroundings);
    return exitCodes.badInput;
  }
  const imported = importFacts(read.text, shown, resolve(workingFolder, to));
  printDiagnostics(imported.diagnostics, surroundings);
  const failed = imported.diagnostics.some((entry) => entry.level === 'error');
  if (!failed)
    stdout.write(
      `${imported.aliases} aliases of ${imported.types} types in ${imported.namespaces} namespaces; add \`facts: ${to}\` to landguard.yaml\n`,
    );
  return failed ? exitCodes.badInput : exitCodes.clean;
}
