import { z } from 'zod';
import { buildProgram } from '../src/cli/program.ts';
import type { Surroundings } from '../src/cli/surroundings.ts';
import { diagnosticCatalogue } from '../src/kernel/index.ts';
import { Config } from '../src/workspace/config.ts';
import { RoleFile } from '../src/workspace/role-file.ts';
import { WaiverFile } from '../src/workspace/waiver-file.ts';

/** Every file that is made from the code, by path, with the text it should have. */
export function generatedDocs(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/errors.md', errorsPage()],
    ['docs/cli.md', cliPage()],
    ['schemas/landguard.schema.json', schemaOf(Config, 'landguard.yaml')],
    ['schemas/waivers.schema.json', schemaOf(WaiverFile, 'waivers.yaml')],
    ['schemas/roles.schema.json', schemaOf(RoleFile, 'roles.yaml')],
  ]);
}

const rooms: Readonly<Record<string, string>> = {
  LG1: 'Reading files',
  LG2: 'Templates',
  LG3: 'Policies',
  LG4: 'Libraries',
  LG5: 'Configuration and usage',
  LG6: 'Estates',
  LG7: 'Bicep',
  LG8: 'Access',
};

function errorsPage(): string {
  const lines = [
    '# Diagnostics',
    '',
    'What landguard says about its input. Words in braces are filled in. Made from src/kernel/diagnostic-catalogue.ts by `npm run docs`.',
  ];
  for (const [prefix, title] of Object.entries(rooms)) {
    const entries = Object.entries(diagnosticCatalogue)
      .filter(([code]) => code.startsWith(prefix))
      .sort();
    lines.push('', `## ${title}`, '', '| code | level | says | advice |', '|---|---|---|---|');
    for (const [code, { level, message, advice }] of entries)
      lines.push(
        `| <a id="${code.toLowerCase()}"></a>${code} | ${level} | ${cell(message)} | ${cell(advice)} |`,
      );
  }
  return `${lines.join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

const nowhere: Surroundings = {
  workingFolder: '.',
  env: {},
  platform: 'linux',
  home: '/home/user',
  stdout: { write: () => {}, isTerminal: false, columns: undefined },
  stderr: { write: () => {}, isTerminal: false, columns: undefined },
  now: () => new Date(0),
  ticks: () => 0,
};

type Program = ReturnType<typeof buildProgram>;

function cliPage(): string {
  const program = buildProgram(nowhere, () => {});
  const sections = commandsOf(program).map(
    ({ path, command }) => `## landguard ${path}\n\n\`\`\`\n${helpText(command)}\n\`\`\``,
  );
  return `# Command line\n\nMade from the program's own help by \`npm run docs\`.\n\n${sections.join('\n\n')}\n`;
}

function commandsOf(command: Program, path = ''): { path: string; command: Program }[] {
  return command.commands
    .filter((one) => one.name() !== 'help')
    .flatMap((one) => {
      const name = `${path} ${one.name()}`.trim();
      const inner = commandsOf(one as Program, name);
      return inner.length > 0 ? inner : [{ path: name, command: one as Program }];
    });
}

function helpText(command: Program): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
    getOutHelpWidth: () => 100,
  });
  command.outputHelp();
  return text.trim();
}

function schemaOf(content: z.ZodType, title: string): string {
  const schema = z.toJSONSchema(content, { target: 'draft-2020-12' });
  return `${JSON.stringify({ ...schema, title }, null, 2)}\n`;
}
