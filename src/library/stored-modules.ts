import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operatingProblem } from '../files/index.ts';
import { closest } from '../kernel/index.ts';
import { knownLibraries } from './known-libraries.ts';
import { libraryFileName } from './library-manifest.ts';
import { type ModuleArchive, openModuleArchive } from './module-archive.ts';
import { listLibraries } from './stored-libraries.ts';

/** The compiled modules of registries that were added as libraries. */
export interface StoredModules {
  /** The compiled template of a module, by where it is in its registry. */
  find(registry: string, repository: string, tag: string): FoundModule;
  /** The libraries that hold a module of that path, with its versions, the newest first. */
  holding(path: string): readonly HeldModule[];
}

export interface HeldModule {
  readonly library: string;
  readonly registry: string;
  readonly versions: readonly string[];
  /** The compiled template of a version; `undefined` when it is not one of them, or damaged. */
  template(version: string): string | undefined;
}

/** `problem` is half a sentence: what is here instead. */
export type FoundModule =
  | { readonly library: string; readonly text: string }
  | { readonly problem: string; readonly advice: string };

/** The modules in a folder of libraries. Nothing is read before the first one is asked for; a library is read once. */
export function storedModules(folder: string): StoredModules {
  let read: readonly OpenedLibrary[] | undefined;
  const opened = () => {
    read ??= openAll(folder);
    return read;
  };
  return {
    holding: (path) =>
      opened().flatMap(({ name, archive }) => {
        const versions = typeof archive === 'string' ? [] : archive.versions(path);
        if (typeof archive === 'string' || versions.length === 0) return [];
        const template = (version: string) => archive.template(path, version);
        return [{ library: name, registry: archive.registry, versions, template }];
      }),
    find: (registry, repository, tag) => {
      const artifact = `${registry.toLowerCase()}/${repository}`;
      const problems: { problem: string; advice: string }[] = [];
      for (const { name, prefix, archive } of opened()) {
        if (!artifact.startsWith(prefix)) continue;
        const found = findIn(name, archive, artifact.slice(prefix.length), tag);
        if ('text' in found) return found;
        problems.push(found);
      }
      return (
        problems[0] ?? {
          problem: `no library here holds modules of \`${registry}\``,
          advice: howToAdd(registry),
        }
      );
    },
  };
}

interface OpenedLibrary {
  readonly name: string;
  /** Host in lower case and path, with a slash at the end. */
  readonly prefix: string;
  /** Or why it cannot be opened. */
  readonly archive: ModuleArchive | string;
}

function openAll(folder: string): OpenedLibrary[] {
  return listLibraries(folder).libraries.flatMap(({ name, modules }) => {
    if (modules === undefined) return [];
    const [host = '', ...path] = modules.registry.split('/');
    const prefix = `${[host.toLowerCase(), ...path].join('/')}/`;
    return [{ name, prefix, archive: openOne(join(folder, libraryFileName(name))) }];
  });
}

function openOne(path: string): ModuleArchive | string {
  try {
    return openModuleArchive(readFileSync(path)) ?? 'its file is damaged';
  } catch (error) {
    return operatingProblem(error, path);
  }
}

function findIn(library: string, archive: ModuleArchive | string, path: string, tag: string): FoundModule {
  const advice = `landguard library update ${library}`;
  if (typeof archive === 'string')
    return { problem: `the library \`${library}\` cannot be read: ${archive}`, advice };
  const versions = archive.versions(path);
  if (versions.includes(tag)) {
    const text = archive.template(path, tag);
    return text === undefined
      ? { problem: `the library \`${library}\` is damaged`, advice }
      : { library, text };
  }
  if (versions.length > 0) {
    return {
      problem: `the library \`${library}\` has versions ${listed(versions)} of it, not \`${tag}\``,
      advice,
    };
  }
  const near = closest(path, archive.paths);
  return {
    problem: `the library \`${library}\` has no module \`${path}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
    advice,
  };
}

function howToAdd(registry: string): string {
  const known = knownLibraries.find((library) => library.registry?.split('/')[0] === registry);
  return `landguard library add ${known?.name ?? `<name> --registry ${registry}/<path> --from <clone>`}`;
}

function listed(versions: readonly string[]): string {
  const shown = versions.slice(0, shownVersionsMax).map((version) => `\`${version}\``);
  return versions.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ');
}

const shownVersionsMax = 3;
