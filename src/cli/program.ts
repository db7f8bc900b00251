import { Command, CommanderError } from 'commander';
import { diagnostic } from '../kernel/index.ts';
import { accessCommand } from './commands/access.ts';
import { assessCommand } from './commands/assess.ts';
import { buildCommand } from './commands/build.ts';
import { checkCommand } from './commands/check.ts';
import { collectCommand } from './commands/collect.ts';
import { completionCommand } from './commands/completion.ts';
import { diffCommand } from './commands/diff.ts';
import { estateCommand } from './commands/estate.ts';
import { expandCommand } from './commands/expand.ts';
import { explainCommand } from './commands/explain.ts';
import { factsCommand } from './commands/facts.ts';
import { historyCommand } from './commands/history.ts';
import { libraryCommand } from './commands/library.ts';
import { lspCommand } from './commands/lsp.ts';
import { remediateCommand } from './commands/remediate.ts';
import { simulateCommand } from './commands/simulate.ts';
import { exitCodes } from './exit-code.ts';
import { packageVersion } from './package-folder.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** Every command; a new one is a file and a line here. */
const commands = [
  checkCommand,
  assessCommand,
  simulateCommand,
  accessCommand,
  historyCommand,
  diffCommand,
  estateCommand,
  collectCommand,
  explainCommand,
  remediateCommand,
  expandCommand,
  buildCommand,
  libraryCommand,
  factsCommand,
  lspCommand,
  completionCommand,
];

/** Builds the program; `finish` is told the exit code of the command that was run. */
export function buildProgram(surroundings: Surroundings, finish: (exitCode: number) => void): Command {
  const program = new Command('landguard');
  program
    .description('The security engine for cloud landing zones')
    .version(packageVersion())
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      writeErr: (text) => surroundings.stderr.write(text),
    })
    .addHelpText('after', examples)
    .showHelpAfterError('(landguard --help says what there is)')
    .exitOverride();
  for (const add of commands) add(program, surroundings, finish);
  for (const command of allCommands(program))
    command.exitOverride().configureOutput(program.configureOutput());
  return program;
}

const examples = `
Examples:
  $ landguard check infra                       what Azure Policy would say to the templates in infra
  $ landguard explain 1f0c9a2b infra            how one of its findings came to be
  $ landguard library add alz                   Microsoft's landing zone policies, for --policies alz
  $ landguard help check                        every option of a command
`;

function allCommands(command: Command): Command[] {
  return command.commands.flatMap((one) => [one as Command, ...allCommands(one as Command)]);
}

/** Runs one command line; answers the exit code. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let exitCode: number = exitCodes.clean;
  const program = buildProgram(surroundings, (code) => {
    exitCode = code;
  });
  try {
    if (args.length === 0) {
      program.outputHelp();
      return exitCodes.badInput;
    }
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.badInput;
    if (!(error instanceof UsageError)) throw error;
    printDiagnostics(
      [diagnostic('LG5004', { problem: error.message, command: args[0] ?? '' })],
      surroundings,
    );
    return exitCodes.badInput;
  }
}
