import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Diagnostic, diagnostic, suggest } from '../kernel/index.ts';
import {
  knownLibraries,
  libraryFolder,
  listLibraries,
  openLibrary,
  openPolicyFolder,
  type PolicySource,
} from '../library/index.ts';
import { packageFolder } from './package-folder.ts';
import type { Surroundings } from './surroundings.ts';

/** The sources that `--policies` names, and every library there is for what they refer to. */
export interface OpenedPolicies {
  readonly selections: readonly { readonly source: PolicySource; readonly pick: string | undefined }[];
  readonly libraries: readonly PolicySource[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Opens what `--policies` names: `baseline`, a folder or file, a library, or one policy of a library as `library:policy`. Libraries are opened when something
 * may refer to them: for more than the baseline, or where `withLibraries` says so.
 */
export function openPolicies(
  names: readonly string[],
  surroundings: Surroundings,
  withLibraries = false,
): OpenedPolicies {
  const diagnostics: Diagnostic[] = [];
  const onlyBaseline = !withLibraries && names.every((name) => name.split(':')[0] === 'baseline');
  const libraries = onlyBaseline ? [] : allLibraries(libraryFolder(surroundings), diagnostics);
  const selections = names.flatMap((name) => openOne(name, libraries, surroundings, diagnostics) ?? []);
  return { selections, libraries: libraries.flatMap(({ library }) => library ?? []), diagnostics };
}

function openOne(
  name: string,
  libraries: readonly StoredLibrary[],
  { workingFolder }: Surroundings,
  diagnostics: Diagnostic[],
): OpenedPolicies['selections'][number] | undefined {
  if (existsSync(resolve(workingFolder, name)) && name !== 'baseline') {
    const opened = openPolicyFolder(name, workingFolder);
    diagnostics.push(...opened.diagnostics);
    return { source: opened.source, pick: undefined };
  }
  const colon = name.indexOf(':');
  const wanted = colon === -1 ? name : name.slice(0, colon);
  const pick = colon === -1 ? undefined : name.slice(colon + 1);
  if (wanted === 'baseline') return { source: baseline(diagnostics), pick };
  const stored = libraries.find((one) => one.name === wanted);
  if (stored === undefined) {
    const names = libraries.map((one) => one.name);
    diagnostics.push(diagnostic('LG4001', { name: wanted, suggestion: missingLibraryAdvice(wanted, names) }));
  }
  return stored?.library && { source: stored.library, pick };
}

function missingLibraryAdvice(name: string, stored: readonly string[]): string {
  if (knownLibraries.some((one) => one.name === name)) return `bring it with: landguard library add ${name}`;
  return suggest(
    name,
    [...stored, 'baseline', ...knownLibraries.map((one) => one.name)],
    `there are ${['baseline', ...stored].join(', ')}; a folder is named by its path`,
  );
}

/** The policies that come with landguard: packed by the build, or the folder itself where nothing was built. */
export function baseline(diagnostics: Diagnostic[]): PolicySource {
  const packed = openLibrary('baseline', join(packageFolder(), 'dist'));
  if ('library' in packed) return packed.library;
  const opened = openPolicyFolder(join(packageFolder(), 'library', 'baseline'), packageFolder());
  diagnostics.push(...opened.diagnostics);
  return { ...opened.source, name: 'baseline' };
}

/** A library on this machine; `library` is absent when it cannot be opened, which is said. */
interface StoredLibrary {
  readonly name: string;
  readonly library: PolicySource | undefined;
}

/** Definitions of one library refer to those of another: Azure Landing Zones assigns Microsoft's built-ins. */
function allLibraries(folder: string, diagnostics: Diagnostic[]): StoredLibrary[] {
  return listLibraries(folder).libraries.map(({ name }) => {
    const opened = openLibrary(name, folder);
    if ('library' in opened) return { name, library: opened.library };
    diagnostics.push(opened.problem);
    return { name, library: undefined };
  });
}
