import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultSourceLimits, folderFiles, type SourceFile, shownPath } from '../files/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';
import { collectPolicies, type PolicyCollection } from './collect-policies.ts';
import { gitAddressProblem, looksLikeGitAddress } from './git-address.ts';
import { GitProblem, gitClone } from './git-clone.ts';
import { knownLibrary } from './known-libraries.ts';
import { readArchive } from './read-archive.ts';

/** The policies that a source holds. `source` is its address in a form that finds it again from any folder. */
export interface BroughtSource {
  readonly source: string;
  readonly commit?: string | undefined;
  readonly collection?: PolicyCollection | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the policies of the library `name` from a folder, an archive or a git address. Throws what the system or git refuses. */
export async function bringSource(name: string, from: string): Promise<BroughtSource> {
  const stats = statSync(from, { throwIfNoEntry: false });
  if (stats?.isDirectory())
    return { source: resolve(from), ...fromFolder(name, from, `${shownPath(from, process.cwd())}/`) };
  if (stats?.isFile()) return { source: resolve(from), ...fromArchive(name, from, stats.size) };
  if (!looksLikeGitAddress(from)) {
    return { source: from, diagnostics: [diagnostic('LG5002', { path: from, folder: process.cwd() })] };
  }
  const problem = gitAddressProblem(from);
  if (problem !== undefined) throw new GitProblem(problem);
  const folder = mkdtempSync(join(tmpdir(), 'landguard-'));
  try {
    const commit = await gitClone(from, folder);
    return { source: from, commit, ...fromFolder(name, folder, '') };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

type Content = Pick<BroughtSource, 'commit' | 'collection' | 'diagnostics'>;

/** `base` is what the paths that people see begin with. */
function fromFolder(name: string, folder: string, base: string): Content {
  const { files, diagnostics } = folderFiles(folder, (path) => base + path);
  const collection = collectPolicies(select(name, files, base));
  return { collection, diagnostics: [...diagnostics, ...collection.diagnostics] };
}

function fromArchive(name: string, path: string, size: number): Content {
  if (size > defaultSourceLimits.totalBytesMax) {
    return { diagnostics: [diagnostic('LG1002', { size, limit: defaultSourceLimits.totalBytesMax }, path)] };
  }
  const archive = readArchive(readFileSync(path), path);
  if ('refusal' in archive) return { diagnostics: [archive.refusal] };
  const { files, commit } = archive.content;
  const collection = collectPolicies(select(name, files, ''));
  return { commit, collection, diagnostics: collection.diagnostics };
}

function select(name: string, files: Iterable<SourceFile>, base: string): Iterable<SourceFile> {
  const known = knownLibrary(name);
  if (known === undefined) return files;
  const all = [...files];
  const chosen = known.select(all.map((file) => file.path.slice(base.length)));
  return all.filter((file) => chosen.has(file.path.slice(base.length)));
}
