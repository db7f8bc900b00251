import type { Command } from 'commander';

/** The shells that completion is written for. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

interface CommandWords {
  /** `library add`; empty for the program itself. */
  readonly path: string;
  readonly description: string;
  readonly words: readonly string[];
}

/** A completion script made from the commands there are, so that it never says anything else than the help. */
export function completionScript(shell: (typeof shells)[number], program: Command): string {
  const commands = commandWords(program, '');
  switch (shell) {
    case 'bash':
      return bashScript(commands);
    case 'zsh':
      return `#compdef landguard\nautoload -U +X bashcompinit && bashcompinit\n${bashScript(commands)}`;
    case 'fish':
      return fishScript(commands);
    case 'powershell':
      return powershellScript(commands);
    default:
      return shell satisfies never;
  }
}

function commandWords(command: Command, path: string): CommandWords[] {
  const subcommands = command.commands.filter((one) => one.name() !== 'help');
  const options = command.options.filter((option) => option.long !== undefined).map((option) => option.long!);
  const own = {
    path,
    description: command.description(),
    words: [...subcommands.map((one) => one.name()), ...options],
  };
  return [
    own,
    ...subcommands.flatMap((one) => commandWords(one, path === '' ? one.name() : `${path} ${one.name()}`)),
  ];
}

function bashScript(commands: readonly CommandWords[]): string {
  const cases = commands.map(({ path, words }) => `    '${path}') words='${words.join(' ')}' ;;`).join('\n');
  const paths = commands.map(({ path }) => path).filter((path) => path !== '');
  return `_landguard() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path='' candidate word words=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) continue ;; esac
    candidate="\${path:+$path }$word"
    case "|${paths.join('|')}|" in *"|$candidate|"*) path="$candidate" ;; *) break ;; esac
  done
  case "$path" in
${cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _landguard landguard
`;
}

function fishScript(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap(({ path, words }) => {
    const condition =
      path === '' ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${path.split(' ').at(-1)}`;
    return words.map((word) => {
      const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-f -a ${word}`;
      return `complete -c landguard -n '${condition}' ${what}`;
    });
  });
  return `${lines.join('\n')}\n`;
}

function powershellScript(commands: readonly CommandWords[]): string {
  const table = commands
    .map(({ path, words }) => `    '${path}' = @(${words.map((word) => `'${word}'`).join(', ')})`)
    .join('\n');
  return `Register-ArgumentCompleter -Native -CommandName landguard -ScriptBlock {
  param($word, $ast, $position)
  $commands = @{
${table}
  }
  $path = ''
  foreach ($element in $ast.CommandElements | Select-Object -Skip 1) {
    $candidate = ("$path " + $element.ToString()).Trim()
    if ($commands.ContainsKey($candidate)) { $path = $candidate }
  }
  $commands[$path] | Where-Object { $_ -like "$word*" }
}
`;
}
