import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';
import { isWithin } from './is-within.ts';
import { operatingProblem } from './operating-problem.ts';
import { defaultSourceLimits, isJsonFile, type SourceFile, type SourceLimits } from './source-file.ts';

/** The files under a folder that were wanted, and what could not be read of it. */
export interface FolderFiles {
  readonly files: Iterable<SourceFile>;
  /** Complete once `files` has been read to its end. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the files under a folder one by one, in the order of their names: the JSON files, or those whose name `isWanted` says. `label` turns a path inside the folder into the one
 * that people see. Hidden folders, `node_modules`, links to folders and links that lead out of the folder are left out: a clone could
 * link to anything.
 */
export function folderFiles(
  folder: string,
  label: (path: string) => string = (path) => path,
  limits: SourceLimits = defaultSourceLimits,
  isWanted: (name: string) => boolean = isJsonFile,
): FolderFiles {
  const diagnostics: Diagnostic[] = [];
  return { files: new FolderWalk(folder, label, limits, isWanted, diagnostics), diagnostics };
}

class FolderWalk implements Iterable<SourceFile> {
  readonly #folder: string;
  readonly #label: (path: string) => string;
  readonly #limits: SourceLimits;
  readonly #isWanted: (name: string) => boolean;
  readonly #diagnostics: Diagnostic[];
  #count = 0;
  #bytes = 0;

  constructor(
    folder: string,
    label: (path: string) => string,
    limits: SourceLimits,
    isWanted: (name: string) => boolean,
    diagnostics: Diagnostic[],
  ) {
    this.#folder = folder;
    this.#label = label;
    this.#limits = limits;
    this.#isWanted = isWanted;
    this.#diagnostics = diagnostics;
  }

  *[Symbol.iterator](): Generator<SourceFile> {
    const open = [''];
    for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
      const folders: string[] = [];
      for (const entry of this.#list(parent)) {
        const path = parent === '' ? entry.name : `${parent}/${entry.name}`;
        if (++this.#count > this.#limits.entryCountMax) {
          return this.#refuse(path, `the folder has more than ${this.#limits.entryCountMax} files`);
        }
        if (entry.isDirectory()) {
          if (!entry.name.startsWith('.') && entry.name !== 'node_modules') folders.push(path);
        } else if (this.#isWanted(entry.name)) {
          const file = this.#read(path, entry.isSymbolicLink());
          if (file !== undefined) yield file;
          if (this.#bytes > this.#limits.totalBytesMax) {
            return this.#refuse(
              path,
              `the folder has more than ${this.#limits.totalBytesMax} bytes of such files`,
            );
          }
        }
      }
      open.push(...folders.reverse());
    }
  }

  #list(path: string): Dirent[] {
    try {
      const entries = readdirSync(join(this.#folder, path), { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      this.#refuse(path, operatingProblem(error));
      return [];
    }
  }

  #read(path: string, isLink: boolean): SourceFile | undefined {
    const full = join(this.#folder, path);
    try {
      if (isLink && !isWithin(realpathSync(full), realpathSync(this.#folder)))
        return this.#refuse(path, 'it is a symbolic link that leads out of the folder');
      const stats = statSync(full);
      if (!stats.isFile()) return undefined;
      const { size } = stats;
      if (size > this.#limits.entryBytesMax) {
        this.#diagnostics.push(
          diagnostic('LG1002', { size, limit: this.#limits.entryBytesMax }, this.#label(path)),
        );
        return undefined;
      }
      this.#bytes += size;
      return { path: this.#label(path), bytes: readFileSync(full) };
    } catch (error) {
      return this.#refuse(path, operatingProblem(error));
    }
  }

  #refuse(path: string, problem: string): undefined {
    this.#diagnostics.push(diagnostic('LG1006', { problem }, this.#label(path)));
  }
}
