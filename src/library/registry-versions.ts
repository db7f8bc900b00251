import { posix } from 'node:path';
import { folderFiles, textOfBytes } from '../files/index.ts';
import { newestFirst } from './compare-versions.ts';
import type { GitObjects } from './git-objects.ts';
import type { ModuleVersion } from './pack-modules.ts';

/**
 * Every version of every module in a clone of a registry's source, grouped by module, the newest first. A tag `<path>/<version>` is a
 * version: `main.json` in the folder of the path, or in the folder of that name in `modules`, as of that tag. That is how
 * Azure/bicep-registry-modules tags what it publishes.
 */
export async function* versionsOfTags(
  clone: GitObjects,
  tags: readonly string[],
): AsyncGenerator<ModuleVersion> {
  const wanted = tags.flatMap((tag) => tagged(tag) ?? []);
  wanted.sort((a, b) => (a.path === b.path ? newestFirst(a.version, b.version) : a.path < b.path ? -1 : 1));
  const places = wanted.flatMap(({ path, version }) =>
    folders.map((folder) => `refs/tags/${path}/${version}:${folder}${path}/main.json`),
  );
  let asked = 0;
  let found = false;
  for await (const { exists, bytes } of clone.read(places)) {
    const version = wanted[Math.floor(asked / folders.length)];
    if (asked % folders.length === 0) found = false;
    asked++;
    if (!exists || found || version === undefined) continue;
    found = true;
    yield { ...version, text: bytes === undefined ? undefined : textOfBytes(bytes) };
  }
}

const folders = ['', 'modules/'];

function tagged(tag: string): { path: string; version: string } | undefined {
  const slash = tag.lastIndexOf('/');
  const path = tag.slice(0, Math.max(slash, 0));
  const version = tag.slice(slash + 1);
  return isModulePath(path) && versionPattern.test(version) ? { path, version } : undefined;
}

/** Whether a path can be one within a registry (OCI distribution specification). */
export function isModulePath(path: string): boolean {
  return path.length <= pathLengthMax && path.split('/').every((segment) => segmentPattern.test(segment));
}

const pathLengthMax = 255;
const segmentPattern = /^[a-z0-9]+([._-][a-z0-9]+)*$/;
const versionPattern = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;

/**
 * The one version of every module in a folder without tags: a download, or a copy of a part of a clone. What `version.json` says is the
 * version when it has three numbers; else the newest one that `CHANGELOG.md` has a heading for. A module without either is not published.
 */
export async function* versionsOfFolder(folder: string): AsyncGenerator<ModuleVersion> {
  const isWanted = (name: string) => wantedNames.has(name);
  let module = '';
  let texts = new Map<string, string | undefined>();
  // The files of one folder come one after the other, by name: version.json is the last.
  for (const { path, bytes } of folderFiles(folder, undefined, undefined, isWanted).files) {
    if (posix.dirname(path) !== module) texts = new Map();
    module = posix.dirname(path);
    texts.set(posix.basename(path), textOfBytes(bytes));
    if (!texts.has('version.json') || !texts.has('main.json')) continue;
    const version = versionOf(texts.get('version.json'), texts.get('CHANGELOG.md'));
    const name = module.replace(/^(.*\/)?(?=avm\/)/, '').replace(/^modules\//, '');
    if (version !== undefined && isModulePath(name))
      yield { path: name, version, text: texts.get('main.json') };
  }
}

const wantedNames: ReadonlySet<string> = new Set(['CHANGELOG.md', 'main.json', 'version.json']);

function versionOf(versionFile: string | undefined, changes: string | undefined): string | undefined {
  const stated = /"version"\s*:\s*"(\d+\.\d+\.\d+)"/.exec(versionFile ?? '')?.[1];
  return stated ?? /^##\s+v?\[?(\d+\.\d+\.\d+)\]?/m.exec(changes ?? '')?.[1];
}
