import { type Command, Option } from 'commander';
import { type CheckOptions, openCheckSession } from '../check-session.ts';
import { packageVersion } from '../package-folder.ts';
import type { Surroundings } from '../surroundings.ts';
import { addSessionOptions } from './check.ts';

/** `landguard lsp`: the language server, over the standard streams. */
export function lspCommand(program: Command, surroundings: Surroundings): void {
  addSessionOptions(program.command('lsp'))
    .description('serve an editor by the Language Server Protocol, over the standard streams')
    .option('--stdio', 'the standard streams, which are what is used anyway')
    // Editors name their process, which is in the initialize request too.
    .addOption(new Option('--clientProcessId <id>', 'the process of the editor').hideHelp())
    .addHelpText(
      'after',
      `
An editor starts it; docs/editor.md says how. Every folder is checked with the landguard.yaml
that is nearest to the file, and with these options over it.

Examples:
  $ landguard lsp
  $ landguard lsp --policies alz --management-group online
`,
    )
    .action(async (options: CheckOptions) => {
      const { serveLanguage } = await import('../../lsp/index.ts');
      serveLanguage({
        input: process.stdin,
        output: process.stdout,
        open: (workingFolder, overlay) =>
          openCheckSession(options, { ...surroundings, workingFolder }, overlay),
        now: surroundings.now,
        version: packageVersion(),
      });
    });
}
