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

/** Opens what `--policies` names: `baseline`, a folder or file, a library, or one policy of a library as `library:policy`. */
export function openPolicies(names: readonly string[], surroundings: Surroundings): OpenedPolicies {
  const folder = libraryFolder(surroundings);
  const diagnostics: Diagnostic[] = [];
  const selections: OpenedPolicies['selections'][number][] = [];
  for (const name of names) {
    const selection = openOne(name, folder, surroundings, diagnostics);
    if (selection !== undefined) selections.push(selection);
  }
  const onlyBaseline = names.every((name) => name.split(':')[0] === 'baseline');
  return { selections, libraries: onlyBaseline ? [] : allLibraries(folder, diagnostics), diagnostics };
}

function openOne(
  name: string,
  folder: string,
  { workingFolder }: Surroundings,
  diagnostics: Diagnostic[],
): OpenedPolicies['selections'][number] | undefined {
  if (existsSync(resolve(workingFolder, name)) && name !== 'baseline') {
    const opened = openPolicyFolder(name, workingFolder);
    diagnostics.push(...opened.diagnostics);
    return { source: opened.source, pick: undefined };
  }
  const colon = name.indexOf(':');
  const library = colon === -1 ? name : name.slice(0, colon);
  const pick = colon === -1 ? undefined : name.slice(colon + 1);
  if (library === 'baseline') return { source: baseline(diagnostics), pick };
  const stored = listLibraries(folder).libraries.map((one) => one.name);
  if (!stored.includes(library)) {
    diagnostics.push(
      diagnostic('LG4001', { name: library, suggestion: missingLibraryAdvice(library, stored) }),
    );
    return undefined;
  }
  const opened = openLibrary(library, folder);
  if ('library' in opened) return { source: opened.library, pick };
  diagnostics.push(opened.problem);
  return undefined;
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

/** Definitions of one library refer to those of another: Azure Landing Zones assigns Microsoft's built-ins. */
function allLibraries(folder: string, diagnostics: Diagnostic[]): PolicySource[] {
  return listLibraries(folder).libraries.flatMap(({ name }): PolicySource[] => {
    const opened = openLibrary(name, folder);
    if ('library' in opened) return [opened.library];
    diagnostics.push(opened.problem);
    return [];
  });
}
