import { Argument, type Command } from 'commander';
import { completionScript, shells } from '../completion.ts';
import type { Surroundings } from '../surroundings.ts';

/** `landguard completion`: a script that teaches a shell the commands and options. */
export function completionCommand(
  program: Command,
  { stdout }: Surroundings,
  finish: (exitCode: number) => void,
): void {
  program
    .command('completion')
    .description('print a completion script for a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices([...shells]))
    .addHelpText(
      'after',
      '\nExamples:\n  $ source <(landguard completion bash)\n  $ landguard completion zsh > "${fpath[1]}/_landguard"\n  $ landguard completion fish > ~/.config/fish/completions/landguard.fish\n  > landguard completion powershell | Out-String | Invoke-Expression\n',
    )
    .action((shell: (typeof shells)[number]) => {
      stdout.write(completionScript(shell, program));
      finish(0);
    });
}
