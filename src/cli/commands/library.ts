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
  type ModuleCounts,
  type PolicyEntry,
  removeLibrary,
  showPolicy,
  storedModules,
  updateLibrary,
} from '../../library/index.ts';
import { plainText } from '../../report/index.ts';
import { exitCodes } from '../exit-code.ts';
import { packageFolder } from '../package-folder.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { Surroundings } from '../surroundings.ts';

/** `landguard library`: policies and modules of others on this machine. */
export function libraryCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  const folder = libraryFolder(surroundings);
  const library = program
    .command('library')
    .description('bring policies and Bicep modules to this machine, and look at what is there')
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
    .option(
      '--registry <host/path>',
      'take the compiled Bicep modules of a clone, as published to this registry, instead of policies',
    )
    .addHelpText(
      'after',
      `\nKnown libraries:\n${known}\n\nExamples:\n  $ landguard library add azure-policy\n  $ landguard library add alz --from ../Azure-Landing-Zones-Library\n  $ landguard library add bicep-registry --from ../bicep-registry-modules\n  $ landguard library add contoso --from ../modules --registry contoso.azurecr.io/bicep\n`,
    )
    .action(async (name: string, { from, registry }: { from?: string; registry?: string }) => {
      finish(
        report(
          await addLibrary(name, {
            folder,
            from,
            registry,
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
    .argument('<policy>', 'its name, id or display name; or the path of a module, or path:version')
    .description('print a policy definition, initiative or assignment, or a Bicep module')
    .addHelpText(
      'after',
      '\nExamples:\n  $ landguard library show storage-min-tls\n  $ landguard library show "Storage accounts require TLS 1.2 or newer"\n  $ landguard library show avm/res/storage/storage-account\n',
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

function describe({ name, counts, modules, addedAt, source }: LibraryManifest): string {
  const content = modules === undefined ? policiesOf(counts) : modulesOf(modules);
  return plainText(`${name.padEnd(14)} ${content} · added ${addedAt.slice(0, 10)} from ${source}`);
}

function modulesOf({ registry, modules, versions }: ModuleCounts): string {
  return `${modules} module${modules === 1 ? '' : 's'} · ${versions} version${versions === 1 ? '' : 's'} · ${registry}`;
}

function policiesOf(counts: LibraryManifest['counts']): string {
  const kinds = shownKinds.flatMap(([kind, plural]) => {
    const count = counts.kinds[kind] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? kind : plural}`];
  });
  return kinds.join(' · ');
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
  if (matches.length > 0 || showModule(policy, folder, surroundings))
    return conclude(diagnostics, surroundings);
  const suggestion =
    closest === undefined ? 'landguard library list shows the libraries' : `did you mean \`${closest}\`?`;
  return conclude([...diagnostics, diagnostic('LG4005', { name: policy, suggestion })], surroundings);
}

/** The versions of a module, or the template of one; whether there is one. */
function showModule(reference: string, folder: string, { stdout }: Surroundings): boolean {
  const [path = '', version] = reference.replace(/^br\/public:/, '').split(':');
  let isShown = false;
  for (const { library, registry, versions, template } of storedModules(folder).holding(path)) {
    const text = version === undefined ? undefined : template(version);
    if (version !== undefined && text === undefined) continue;
    isShown = true;
    stdout.write(`${plainText(`module ${path} in ${library} (${registry})`)}\n`);
    stdout.write(`${text === undefined ? versions.join('\n') : JSON.stringify(JSON.parse(text), null, 2)}\n`);
  }
  return isShown;
}

function heading(source: string, entry: PolicyEntry): string {
  return plainText(`${entry.kind} ${entry.name} in ${source} (${entry.file})`);
}

function conclude(diagnostics: readonly Diagnostic[], surroundings: Surroundings): number {
  printDiagnostics(diagnostics, surroundings);
  return diagnostics.some((entry) => entry.level === 'error') ? exitCodes.badInput : exitCodes.clean;
}
