import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type BicepConfig,
  type BicepText,
  cacheFolderOf,
  type FileProblem,
  fullReference,
  parseArtifactReference,
  type ResolvedReference,
  resolveReference,
} from '../bicep/index.ts';
import { isWithin, readTextFile } from '../files/index.ts';
import { type StoredModules, storedModules } from '../library/index.ts';
import type { BoundedReading } from './read-within.ts';

/** Where artifacts are looked for on this machine. */
export interface ArtifactPlaces {
  /** Where libraries are kept, see `libraryFolder`. */
  readonly libraryFolder: string;
  readonly homeFolder: string;
  /** The modules of the libraries when they are open already: a program that stays does not read them for each check. */
  readonly modules?: StoredModules | undefined;
}

/**
 * Reads the compiled templates behind references: from the user's Bicep cache, which is what `bicep build` would take, or else from the
 * modules that were added as a library. Nothing is fetched. The path of a text is its reference without aliases, wherever it came from.
 */
export function artifactFiles(
  { libraryFolder, homeFolder, modules = storedModules(libraryFolder) }: ArtifactPlaces,
  reading: BoundedReading,
): (reference: string, config: BicepConfig) => BicepText | FileProblem {
  const known = new Map<string, BicepText>();

  const inLibrary = (resolved: ResolvedReference): { text: string } | { problem: string; advice: string } => {
    if ('subscription' in resolved) return { problem: 'libraries hold no template specs', advice: '' };
    if (resolved.tag === undefined) return { problem: 'libraries know tags, no digests', advice: '' };
    return modules.find(resolved.registry, resolved.repository, resolved.tag);
  };
  const read = (resolved: ResolvedReference, root: CacheRoot): BicepText | FileProblem => {
    const path = fullReference(resolved);
    const folder = cacheFolderOf(resolved);
    const cached = join(root.folder, ...folder.split('/'), 'main.json');
    if (existsSync(cached)) {
      const file = readTextFile(cached, path, reading.limits.fileBytesMax);
      return 'text' in file ? { path, text: file.text } : { problem: file.problem.message };
    }
    const found = inLibrary(resolved);
    if ('text' in found) return { path, text: found.text };
    const restore = ['`bicep restore`', ...(found.advice === '' ? [] : [`\`${found.advice}\``])].join(' or ');
    return {
      problem: `it is not in the Bicep cache (\`${root.shown}/${folder}\`)${root.remark}, and ${found.problem}; run ${restore}`,
    };
  };

  return (written, config) => {
    const reference = parseArtifactReference(written);
    if ('problem' in reference) return reference;
    const resolved = resolveReference(reference, config);
    if ('problem' in resolved) return resolved;
    const root = cacheRoot(config, homeFolder, reading);
    const key = `${root.folder} ${fullReference(resolved)}`;
    const result = known.get(key) ?? read(resolved, root);
    if ('text' in result) known.set(key, result);
    return result;
  };
}

interface CacheRoot {
  readonly folder: string;
  /** As problems show it. */
  readonly shown: string;
  readonly remark: string;
}

/**
 * The folder of the Bicep cache. A bicepconfig.json belongs to whoever wrote the templates: one that names a folder outside of the
 * user's own and of what is checked is not followed.
 */
function cacheRoot(
  { cacheRootDirectory }: BicepConfig,
  homeFolder: string,
  { workingFolder, boundary }: BoundedReading,
): CacheRoot {
  const standard: CacheRoot = { folder: join(homeFolder, '.bicep'), shown: '~/.bicep', remark: '' };
  if (cacheRootDirectory === undefined || cacheRootDirectory.trim() === '') return standard;
  const folder = resolve(
    workingFolder,
    cacheRootDirectory.replace(/^~(?=$|[/\\])/, () => homeFolder),
  );
  if (isWithin(folder, homeFolder) || boundary.names(folder))
    return { folder, shown: cacheRootDirectory, remark: '' };
  return { ...standard, remark: ' (the cacheRootDirectory of bicepconfig.json is not followed there)' };
}
