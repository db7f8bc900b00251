import { join } from 'node:path';
import { operatingProblem } from '../files/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';
import { addModules } from './add-modules.ts';
import { bringSource } from './bring-source.ts';
import { GitProblem } from './git-clone.ts';
import { knownLibraries, knownLibrary } from './known-libraries.ts';
import { type LibraryManifest, libraryFileName, libraryNameProblem } from './library-manifest.ts';
import { libraryLayout, packLibrary } from './library-pack.ts';
import { writeAtomic } from './write-atomic.ts';

export interface AddOptions {
  /** The folder of the libraries, see {@link libraryFolder}. */
  readonly folder: string;
  /** A folder, an archive or a git address; the known address of the library when it is not given. */
  readonly from?: string | undefined;
  /**
   * Adds the compiled modules of this registry instead of policies: its host and what the paths of its modules begin with, as
   * `contoso.azurecr.io/bicep`. Known for the public registry.
   */
  readonly registry?: string | undefined;
  readonly now: Date;
}

export interface AddedLibrary {
  /** `undefined` when nothing was added; a library of that name that was there before is untouched then. */
  readonly manifest: LibraryManifest | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Brings a library to this machine, or replaces it. Files in it that cannot be read are left out and reported. */
export async function addLibrary(name: string, options: AddOptions): Promise<AddedLibrary> {
  const { folder, from, now } = options;
  const nameProblem = libraryNameProblem(name);
  if (nameProblem !== undefined) return refused(name, nameProblem, 'give it another name');
  const address = from ?? knownLibrary(name)?.address;
  if (address === undefined) {
    const names = knownLibraries.map((library) => `\`${library.name}\``).join(', ');
    return refused(
      name,
      'it has no known address',
      `give one with --from <folder, archive or git address>; ${names} have one`,
    );
  }
  const registry = options.registry ?? knownLibrary(name)?.registry;
  try {
    if (registry !== undefined) return await addModules(name, address, registry, { folder, now });
    const { source, commit, collection, diagnostics } = await bringSource(name, address);
    if (collection === undefined) return { manifest: undefined, diagnostics };
    if (collection.policies.length === 0) {
      const none = refused(name, `there is no policy in \`${address}\``, 'check what --from names');
      return { manifest: undefined, diagnostics: [...diagnostics, ...none.diagnostics] };
    }
    const packed = packLibrary(collection, { name, source, commit, addedAt: now.toISOString() });
    writeAtomic(join(folder, libraryFileName(name)), packed);
    const layout = libraryLayout(packed)!;
    return { manifest: JSON.parse(packed.toString('utf8', layout.manifest, layout.index)), diagnostics };
  } catch (error) {
    if (error instanceof GitProblem) {
      return refused(name, error.message, 'check the address, or give a folder or an archive with --from');
    }
    return refused(
      name,
      operatingProblem(error),
      'check the folder of the libraries and the free space there',
    );
  }
}

function refused(name: string, problem: string, suggestion: string): AddedLibrary {
  return { manifest: undefined, diagnostics: [diagnostic('LG4003', { name, problem, suggestion })] };
}
