import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { BicepFiles } from '../../src/bicep/index.ts';
import { defaultLimits } from '../../src/kernel/index.ts';
import { bicepFilesOf } from '../../src/workspace/index.ts';

/** The files of a corpus, and what was asked of registries. */
export interface CorpusSources {
  readonly files: BicepFiles;
  /** References to registries by how they were resolved, each with how often it was asked for. */
  readonly references: ReadonlyMap<string, Map<string, number>>;
  /** Milliseconds that went into registries. */
  readonly registryMs: () => number;
  /** Every text that was read since the last call of it, for proofs. */
  takeTexts(): string[];
}

/** Reads a corpus from the disk, with modules of registries from a library, or from the corpus where it is a clone of the public registry. */
export function corpusSources(folder: string, libraryFolder: string): CorpusSources {
  const disk = bicepFilesOf({
    workingFolder: folder,
    paths: ['.'],
    limits: defaultLimits,
    libraryFolder,
    homeFolder: posix.join(folder, '.no-cache'),
    environment: {},
  });
  const references = new Map<string, Map<string, number>>();
  let texts: string[] = [];
  let spent = 0;
  const count = (how: string, reference: string) => {
    const byReference = references.get(how) ?? new Map<string, number>();
    byReference.set(reference, (byReference.get(reference) ?? 0) + 1);
    references.set(how, byReference);
  };
  const files: BicepFiles = {
    ...disk,
    readText(from, path) {
      const file = disk.readText(from, path);
      if ('text' in file) texts.push(file.text);
      return file;
    },
    readArtifact(from, reference) {
      const started = performance.now();
      const stored = disk.readArtifact(from, reference);
      const file = 'problem' in stored ? (fromClone(folder, reference) ?? stored) : stored;
      spent += performance.now() - started;
      count('problem' in file ? 'not found' : file === stored ? 'library' : 'HEAD of the clone', reference);
      if ('text' in file) texts.push(file.text);
      return file;
    },
  };
  const takeTexts = () => {
    const taken = texts;
    texts = [];
    return taken;
  };
  return { files, references, registryMs: () => spent, takeTexts };
}

/** A module of the public registry in the state of the clone, where its change log begins with the version asked for. */
function fromClone(folder: string, reference: string): { path: string; text: string } | undefined {
  const [, path, version] =
    /^br(?:\/public:|:mcr\.microsoft\.com\/bicep\/)(avm\/[\w/-]+):([\w.-]+)$/.exec(reference) ?? [];
  if (path === undefined) return undefined;
  const compiled = posix.join(folder, path, 'main.json');
  const changes = posix.join(folder, path, 'CHANGELOG.md');
  if (!existsSync(compiled) || !existsSync(changes)) return undefined;
  const newest = /^## (\S+)/m.exec(readFileSync(changes, 'utf8'))?.[1];
  return newest === version ? { path: reference, text: readFileSync(compiled, 'utf8') } : undefined;
}
