import { join } from 'node:path';
import type { Command } from 'commander';
import { type Diagnostic, diagnostic } from '../../kernel/index.ts';
import {
  type AddedLibrary,
  addLibrary,
  knownLibraries,
  type LibraryManifest,
  libraryFolder,
  listLibraries,
  type PolicyEntry,
  removeLibrary,
  showPolicy,
  updateLibrary,
} from '../../library/index.ts';
import { plainText } from '../../report/index.ts';
import { exitCodes } from '../exit-code.ts';
import { packageFolder } from '../package-folder.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { Surroundings } from '../surroundings.ts';

/** `landguard library`: policies of others on this machine. */
export function libraryCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  const folder = libraryFolder(surroundings);
  const library = program
    .command('library')
    .description('bring policies to this machine, and look at what is there')
    .addHelpText(
      'after',
      '\nExamples:\n  $ landguard library add alz\n  $ landguard library list\n  $ landguard library show storage-min-tls\n',
    );
  const known = knownLibraries.map((one) => `  ${one.name.padEnd(14)} ${one.title}`).join('\n');
  library
    .command('add')
    .argument('<name>', 'the name it is to have')
    .description('bring a library: a known one, or any other with --from')
    .option('--from <source>', 'a folder, an archive (.zip, .tar, .tar.gz) or a git address')
    .addHelpText(
      'after',
      `\nKnown libraries:\n${known}\n\nExamples:\n  $ landguard library add azure-policy\n  $ landguard library add alz --from ../Azure-Landing-Zones-Library\n`,
    )
    .action(async (name: string, { from }: { from?: string }) => {
      finish(
        report(
          await addLibrary(name, {
            folder,
            ...(from === undefined ? {} : { from }),
            now: surroundings.now(),
          }),
          surroundings,
        ),
      );
    });
  library
    .command('update')
    .argument('<name>', 'the library')
    .description('bring a library again from where it came')
    .addHelpText('after', '\nExamples:\n  $ landguard library update alz\n')
    .action(async (name: string) =>
      finish(report(await updateLibrary(name, folder, surroundings.now()), surroundings)),
    );
  library
    .command('remove')
    .argument('<name>', 'the library')
    .description('remove a library from this machine')
    .addHelpText('after', '\nExamples:\n  $ landguard library remove contoso\n')
    .action((name: string) => {
      const problem = removeLibrary(name, folder);
      finish(conclude(problem === undefined ? [] : [problem], surroundings));
    });
  library
    .command('list')
    .description('list the libraries on this machine')
    .addHelpText('after', '\nExamples:\n  $ landguard library list\n')
    .action(() => finish(list(folder, surroundings)));
  library
    .command('show')
    .argument('<policy>', 'its name, id or display name')
    .description('print a policy definition, initiative or assignment')
    .addHelpText(
      'after',
      '\nExamples:\n  $ landguard library show storage-min-tls\n  $ landguard library show "Storage accounts require TLS 1.2 or newer"\n',
    )
    .action((policy: string) => finish(show(policy, folder, surroundings)));
}

function report({ manifest, diagnostics }: AddedLibrary, surroundings: Surroundings): number {
  if (manifest !== undefined) surroundings.stdout.write(`${describe(manifest)}\n`);
  return conclude(diagnostics, surroundings);
}

const shownKinds = [
  ['definition', 'definitions'],
  ['initiative', 'initiatives'],
  ['assignment', 'assignments'],
  ['exemption', 'exemptions'],
  ['archetype', 'archetypes'],
  ['architecture', 'architectures'],
] as const;

function describe({ name, counts, addedAt, source }: LibraryManifest): string {
  const kinds = shownKinds.flatMap(([kind, plural]) => {
    const count = counts.kinds[kind] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? kind : plural}`];
  });
  return plainText(`${name.padEnd(14)} ${kinds.join(' · ')} · added ${addedAt.slice(0, 10)} from ${source}`);
}

function list(folder: string, surroundings: Surroundings): number {
  const { libraries, diagnostics } = listLibraries(folder);
  const { stdout } = surroundings;
  stdout.write('baseline       comes with landguard\n');
  for (const manifest of libraries) stdout.write(`${describe(manifest)}\n`);
  const missing = knownLibraries.filter((one) => !libraries.some((manifest) => manifest.name === one.name));
  for (const one of missing)
    stdout.write(`${one.name.padEnd(14)} not here: landguard library add ${one.name}\n`);
  return conclude(diagnostics, surroundings);
}

function show(policy: string, folder: string, surroundings: Surroundings): number {
  const { matches, closest, diagnostics } = showPolicy(policy, {
    folder,
    baseline: join(packageFolder(), 'library', 'baseline'),
  });
  for (const { source, entry } of matches)
    surroundings.stdout.write(`${heading(source, entry)}\n${JSON.stringify(entry.value(), null, 2)}\n`);
  if (matches.length > 0) return conclude(diagnostics, surroundings);
  const suggestion =
    closest === undefined ? 'landguard library list shows the libraries' : `did you mean \`${closest}\`?`;
  return conclude([...diagnostics, diagnostic('LG4005', { name: policy, suggestion })], surroundings);
}

function heading(source: string, entry: PolicyEntry): string {
  return plainText(`${entry.kind} ${entry.name} in ${source} (${entry.file})`);
}

function conclude(diagnostics: readonly Diagnostic[], surroundings: Surroundings): number {
  printDiagnostics(diagnostics, surroundings);
  return diagnostics.some((entry) => entry.level === 'error') ? exitCodes.badInput : exitCodes.clean;
}
