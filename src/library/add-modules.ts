import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultSourceLimits } from '../files/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';
import { gitAddressProblem, looksLikeGitAddress } from './git-address.ts';
import { GitProblem, gitCloneWithTags } from './git-clone.ts';
import { openGitObjects } from './git-objects.ts';
import { type LibraryManifest, libraryFileName } from './library-manifest.ts';
import { openModuleArchive } from './module-archive.ts';
import { type ModuleVersion, packModules } from './pack-modules.ts';
import { isModulePath, versionsOfFolder, versionsOfTags } from './registry-versions.ts';
import { writeAtomic } from './write-atomic.ts';

export interface AddedModules {
  readonly manifest: LibraryManifest | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Adds the compiled modules of a registry, from a clone of the repository that they are published from: every tagged version, or the
 * one version of each module where there are no tags. Throws what the system or git refuses.
 */
export async function addModules(
  name: string,
  from: string,
  registry: string,
  { folder, now }: { folder: string; now: Date },
): Promise<AddedModules> {
  const problem = registryProblem(registry);
  if (problem !== undefined) return refused(name, problem, 'give it as <host>/<path>');
  const isFolder = statSync(from, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder && !looksLikeGitAddress(from)) {
    return refused(
      name,
      `\`${from}\` is neither a folder nor a git address`,
      'give a clone: its tags are the versions of the modules',
    );
  }
  return await withClone(from, isFolder, async (clone) => {
    const { versions, commit } = await versionsIn(clone);
    const source = isFolder ? resolve(from) : from;
    const packed = await packModules(versions, registry, {
      name,
      source,
      commit,
      addedAt: now.toISOString(),
    });
    const manifest = openModuleArchive(packed)?.manifest;
    if (manifest?.modules === undefined || manifest.modules.versions === 0) {
      return refused(
        name,
        `there is no compiled module in \`${from}\``,
        'give a clone of the repository that the modules are published from, with its tags',
      );
    }
    writeAtomic(join(folder, libraryFileName(name)), packed);
    return { manifest, diagnostics: [] };
  });
}

/** Why this is not where a registry has modules; `undefined` when it is. */
function registryProblem(registry: string): string | undefined {
  const [host = '', ...path] = registry.split('/');
  if (!/^[a-z0-9][a-z0-9.-]*(:\d{1,5})?$/i.test(host)) return `\`${host}\` is not the host of a registry`;
  return path.length === 0 || isModulePath(path.join('/'))
    ? undefined
    : `\`${path.join('/')}\` is not a path within a registry`;
}

async function withClone<Result>(
  from: string,
  isFolder: boolean,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  if (isFolder) return await use(from);
  const problem = gitAddressProblem(from);
  if (problem !== undefined) throw new GitProblem(problem);
  const folder = mkdtempSync(join(tmpdir(), 'landguard-'));
  try {
    await gitCloneWithTags(from, folder);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function versionsIn(
  folder: string,
): Promise<{ versions: AsyncIterable<ModuleVersion>; commit: string | undefined }> {
  const clone = await openGitObjects(folder, defaultSourceLimits.entryBytesMax);
  const tags = (await clone?.tags()) ?? [];
  const commit = await clone?.head();
  return {
    versions: clone !== undefined && tags.length > 0 ? versionsOfTags(clone, tags) : versionsOfFolder(folder),
    commit,
  };
}

function refused(name: string, problem: string, suggestion: string): AddedModules {
  return { manifest: undefined, diagnostics: [diagnostic('LG4003', { name, problem, suggestion })] };
}
