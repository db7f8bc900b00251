import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isWithin, operatingProblem } from '../files/index.ts';

/** What may be read on behalf of a template: the working folder and the paths that are checked, neither by `..` nor through a symbolic link more. */
export interface FileBoundary {
  /** The path without symbolic links of what may be read, or why it may not. */
  admit(path: string): { readonly real: string } | RefusedPath;
  /** Whether a path is inside by its name, whatever is there. */
  names(path: string): boolean;
}

export interface RefusedPath {
  readonly problem: string;
  /** Inside, but nothing is there. Whether there is a file at all is not said of what is outside. */
  readonly isMissing: boolean;
}

/** The boundary around a working folder and the paths that are checked. */
export function fileBoundary(workingFolder: string, paths: readonly string[]): FileBoundary {
  const named = [workingFolder, ...paths.map((path) => folderOf(resolve(workingFolder, path)))];
  const folders = [...new Set(named.map(realPath))];
  const all = [...new Set([...named, ...folders])];
  const names = (path: string) => all.some((folder) => isWithin(path, folder));
  return {
    names,
    admit: (path) => {
      try {
        const real = realpathSync(path);
        return folders.some((folder) => isWithin(real, folder)) ? { real } : outside;
      } catch (error) {
        // The path that the system names is not the one that people see.
        const { path: named } = error as NodeJS.ErrnoException;
        return names(path) ? { problem: operatingProblem(error, named), isMissing: true } : outside;
      }
    },
  };
}

const outside: RefusedPath = { problem: 'it is outside the folder that is checked', isMissing: false };

function folderOf(path: string): string {
  // What is below a file is not there either; asking for it directly would fail.
  return existsSync(path) && statSync(path).isDirectory() ? path : dirname(path);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
