import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isWithin, operatingProblem } from '../files/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';

/** A file of an estate, as it was when the estate was opened. */
export interface EstateFile {
  readonly path: string;
  /** As people see it. */
  readonly shown: string;
  readonly size: number;
  readonly changedMs: number;
}

const estateFileName = /\.(json|ndjson|jsonl)(\.gz)?$/i;

/**
 * Lists the JSON and NDJSON files of a folder, or one file, in the order of their names. Hidden folders, `node_modules`, links to folders and links that lead
 * out of the folder are left out: a clone could link to anything.
 */
export function listEstateFiles(
  path: string,
  shown: string,
  fileCountMax: number,
  diagnostics: Diagnostic[],
): EstateFile[] {
  const files: EstateFile[] = [];
  const refuse = (at: string, problem: string) => {
    diagnostics.push(diagnostic('LG1006', { problem }, at));
  };
  const add = (file: string, name: string) => {
    const stats = statSync(file);
    if (stats.isFile()) files.push({ path: file, shown: name, size: stats.size, changedMs: stats.mtimeMs });
  };
  try {
    if (!statSync(path).isDirectory()) {
      add(path, shown);
      return files;
    }
  } catch (error) {
    refuse(shown, operatingProblem(error, path));
    return files;
  }
  const open = [''];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    const folders: string[] = [];
    for (const entry of entriesOf(join(path, parent), (problem) => refuse(join(shown, parent), problem))) {
      const inside = parent === '' ? entry.name : `${parent}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') folders.push(inside);
        continue;
      }
      if (!estateFileName.test(entry.name)) continue;
      if (files.length >= fileCountMax) {
        refuse(shown, `the folder has more than ${fileCountMax} files`);
        return files;
      }
      const label = shown === '.' ? inside : `${shown}/${inside}`;
      try {
        const leadsOut =
          entry.isSymbolicLink() && !isWithin(realpathSync(join(path, inside)), realpathSync(path));
        if (leadsOut) refuse(label, 'it is a symbolic link that leads out of the folder');
        else add(join(path, inside), label);
      } catch (error) {
        refuse(label, operatingProblem(error, join(path, inside)));
      }
    }
    open.push(...folders.reverse());
  }
  return files;
}

function entriesOf(folder: string, refuse: (problem: string) => void): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    refuse(operatingProblem(error, folder));
    return [];
  }
}
