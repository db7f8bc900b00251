import type { Command } from 'commander';
import { ActionLimitError } from '../../access/index.ts';
import { jsonText, plainText } from '../../report/index.ts';
import { exitCodes } from '../exit-code.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';
import { type AccessOptions, type OpenedAccess, openAccess } from './open-access.ts';

/** What the commands of `landguard access` say to whoever started them, beside what all commands say. */
export const accessExitCodes = { ...exitCodes, no: 1, open: 3 } as const;

/** What a question came to. */
export interface AccessResult {
  readonly json: unknown;
  /** Lines for people, without what could obey. */
  readonly lines: readonly string[];
  /** 0 unless stated. */
  readonly exitCode?: number | undefined;
  /** The whole text instead of lines or JSON: a sheet. */
  readonly sheet?: string | undefined;
}

/** One question of `landguard access`. A new one is a file and a line in `commands/access.ts`. */
export interface AccessCommand<Options extends AccessOptions = AccessOptions> {
  readonly name: string;
  readonly arguments: readonly (readonly [name: string, description: string])[];
  readonly description: string;
  /** The estate that is asked, where an argument says so. */
  readonly estateOf?: (args: readonly string[]) => string | undefined;
  readonly addOptions?: (command: Command) => void;
  readonly examples: readonly string[];
  /** What the exit codes mean, where they are not those of all commands. */
  readonly exitCodes?: string | undefined;
  readonly answer: (
    args: readonly string[],
    options: Options,
    opened: OpenedAccess,
  ) => AccessResult | Promise<AccessResult>;
}

/** Adds the options that all questions have. */
function addAccessOptions(command: Command): Command {
  return command
    .option('--estate <folder>', 'the exported estate (default: `estate` of landguard.yaml, else ./estate)')
    .option('--at <time>', 'the moment that is asked about, in ISO 8601 (default: that of the export)')
    .option('--activate', 'count what can be activated as if it were')
    .option(
      '--exported <source>',
      'a source that was exported in full, though it may be empty; may be repeated; all for every one',
      (value: string, previous: string[] = []) => [...previous, value],
    )
    .option('--config <file>', 'the configuration, instead of landguard.yaml')
    .option('--json', 'print it as JSON');
}

/** Makes a question a command below `parent`. */
export function addAccessCommand<Options extends AccessOptions>(
  parent: Command,
  question: AccessCommand<Options>,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  const command = parent.command(question.name).description(question.description);
  for (const [name, description] of question.arguments) command.argument(name, description);
  question.addOptions?.(command);
  addAccessOptions(command).addHelpText('after', helpOf(question));
  command.action(async (...given: unknown[]) => {
    const args = given.slice(0, question.arguments.length).filter((one) => typeof one === 'string');
    const options = given[question.arguments.length] as Options;
    const estate = question.estateOf?.(args) ?? options.estate;
    const opened = await openAccess(
      { ...options, ...(estate === undefined ? {} : { estate }) },
      surroundings,
    );
    printDiagnostics(opened.diagnostics, surroundings);
    const result = await answerOf(question, args, options, opened);
    surroundings.stdout.write(textOf(result, options));
    const isBroken = opened.diagnostics.some(({ level }) => level === 'error');
    finish(isBroken ? accessExitCodes.badInput : (result.exitCode ?? accessExitCodes.clean));
  });
}

/** Roles of a great many patterns cannot be compared; that is said, and no answer given. */
async function answerOf<Options extends AccessOptions>(
  question: AccessCommand<Options>,
  args: readonly string[],
  options: Options,
  opened: OpenedAccess,
): Promise<AccessResult> {
  try {
    return await question.answer(args, options, opened);
  } catch (error) {
    if (error instanceof ActionLimitError)
      throw new UsageError(`roles of the estate state more than can be compared: ${error.message}`);
    throw error;
  }
}

function textOf({ json, lines, sheet }: AccessResult, options: AccessOptions): string {
  if (sheet !== undefined) return sheet;
  if (options.json === true) return jsonText(json);
  return lines.map((line) => `${plainText(line)}\n`).join('');
}

function helpOf({ examples, exitCodes: codes }: Pick<AccessCommand, 'examples' | 'exitCodes'>): string {
  const said = codes === undefined ? '' : `\nExit codes: ${codes}\n`;
  return `\nExamples:\n${examples.map((one) => `  $ landguard access ${one}\n`).join('')}${said}`;
}
