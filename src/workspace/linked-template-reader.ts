import { realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isWithin, operatingProblem, readTextFile, shownPath } from '../files/index.ts';
import { type Limits, parseJson } from '../kernel/index.ts';
import type { LinkedTemplateReader } from '../template/index.ts';

/**
 * Reads linked templates from the disk, by their path relative to the template that links them. Nothing outside the working folder and
 * the paths that are checked is read, neither by `..` nor through a symbolic link.
 */
export function linkedTemplateReader(
  workingFolder: string,
  paths: readonly string[],
  limits: Limits,
): LinkedTemplateReader {
  const cache = new Map<string, ReturnType<LinkedTemplateReader>>();
  const folders = [workingFolder, ...paths.map((path) => folderOf(resolve(workingFolder, path)))].map(
    realPath,
  );
  const read = (path: string): ReturnType<LinkedTemplateReader> => {
    const shown = shownPath(path, workingFolder);
    try {
      const real = realpathSync(path);
      if (!folders.some((folder) => isWithin(real, folder))) return outside;
      const file = readTextFile(real, shown, limits.fileBytesMax);
      return 'text' in file ? parseJson(shown, file.text, limits) : { problem: file.problem.message };
    } catch (error) {
      // Whether there is a file at all is not said of what is outside.
      if (!folders.some((folder) => isWithin(path, folder))) return outside;
      return { problem: operatingProblem(error, path) };
    }
  };
  return (fromPath, relativePath) => {
    const path = resolve(workingFolder, dirname(fromPath), relativePath);
    const result = cache.get(path) ?? read(path);
    cache.set(path, result);
    return result;
  };
}

const outside = { problem: 'it is outside the folder that is checked' };

function folderOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
