import { closeSync, openSync, readdirSync, readFileSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { operatingProblem } from '../files/index.ts';
import { type Diagnostic, diagnostic, suggest } from '../kernel/index.ts';
import { type AddedLibrary, addLibrary } from './add-library.ts';
import { knownLibrary } from './known-libraries.ts';
import {
  type LibraryManifest,
  libraryFileEnding,
  libraryFileName,
  libraryNameProblem,
} from './library-manifest.ts';
import { headBytesMax, libraryLayout, unpackLibrary } from './library-pack.ts';
import { type PolicySource, policySource } from './policy-source.ts';

/** A library that was added. */
export interface Library extends PolicySource {
  readonly manifest: LibraryManifest;
}

/** The libraries in a folder, by name. Only their manifests are read. */
export function listLibraries(folder: string): { libraries: LibraryManifest[]; diagnostics: Diagnostic[] } {
  const libraries: LibraryManifest[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of namesIn(folder, diagnostics)) {
    try {
      const manifest = readManifest(join(folder, libraryFileName(name)));
      if (manifest === undefined) diagnostics.push(damaged(name));
      else libraries.push(manifest);
    } catch (error) {
      diagnostics.push(unreadable(name, error));
    }
  }
  return { libraries, diagnostics };
}

/** Opens a library: its index is read, definitions when they are asked for. Exactly one of the two is given. */
export function openLibrary(name: string, folder: string): { library: Library } | { problem: Diagnostic } {
  if (libraryNameProblem(name) !== undefined) return { problem: missing(name, folder) };
  try {
    const unpacked = unpackLibrary(readFileSync(join(folder, libraryFileName(name))));
    if (unpacked === undefined) return { problem: damaged(name) };
    const { manifest, entries } = unpacked;
    return { library: { ...policySource(name, entries), manifest } };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { problem: isMissing ? missing(name, folder) : unreadable(name, error) };
  }
}

/** Adds a library again from where it came from. */
export async function updateLibrary(name: string, folder: string, now: Date): Promise<AddedLibrary> {
  const opened = openLibrary(name, folder);
  if ('problem' in opened) return { manifest: undefined, diagnostics: [opened.problem] };
  const { source, modules } = opened.library.manifest;
  return await addLibrary(name, { folder, from: source, registry: modules?.registry, now });
}

/** Removes a library; a diagnostic when there is none or it cannot be removed. */
export function removeLibrary(name: string, folder: string): Diagnostic | undefined {
  if (libraryNameProblem(name) !== undefined) return missing(name, folder);
  try {
    rmSync(join(folder, libraryFileName(name)));
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? missing(name, folder)
      : unreadable(name, error);
  }
}

function namesIn(folder: string, diagnostics: Diagnostic[]): string[] {
  try {
    const files = readdirSync(folder).filter(
      (file) => file.endsWith(libraryFileEnding) && !file.startsWith('.'),
    );
    return files.map((file) => file.slice(0, -libraryFileEnding.length)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      diagnostics.push(diagnostic('LG1006', { problem: operatingProblem(error) }, folder));
    }
    return [];
  }
}

function readManifest(path: string): LibraryManifest | undefined {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(headBytesMax);
    readSync(file, head, 0, headBytesMax, 0);
    const layout = libraryLayout(head);
    if (layout === undefined) return undefined;
    const text = Buffer.alloc(layout.index - layout.manifest);
    readSync(file, text, 0, text.length, layout.manifest);
    return JSON.parse(text.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  } finally {
    closeSync(file);
  }
}

function missing(name: string, folder: string): Diagnostic {
  const add = `landguard library add ${knownLibrary(name) === undefined ? '<name> --from <folder, archive or git address>' : name}`;
  return diagnostic('LG4001', { name, suggestion: suggest(name, namesIn(folder, []), `add it: ${add}`) });
}

function damaged(name: string): Diagnostic {
  const suggestion = 'add it again: landguard library add, with the same --from';
  return diagnostic('LG4003', {
    name,
    problem: 'its file is damaged or of another version of landguard',
    suggestion,
  });
}

function unreadable(name: string, error: unknown): Diagnostic {
  const suggestion = 'check the folder of the libraries';
  return diagnostic('LG4003', { name, problem: operatingProblem(error), suggestion });
}
