import { dirname, resolve } from 'node:path';
import { type Limits, parseJson } from '../kernel/index.ts';
import type { LinkedTemplateReader } from '../template/index.ts';
import { fileBoundary } from './file-boundary.ts';
import { noOverlay, type Overlay } from './overlay.ts';
import { textWithin } from './read-within.ts';

/**
 * Reads linked templates from the disk, by their path relative to the template that links them. Nothing outside the working folder and
 * the paths that are checked is read, neither by `..` nor through a symbolic link.
 */
export function linkedTemplateReader(
  workingFolder: string,
  paths: readonly string[],
  limits: Limits,
  overlay: Overlay = noOverlay,
): LinkedTemplateReader {
  const cache = new Map<string, ReturnType<LinkedTemplateReader>>();
  const reading = { workingFolder, boundary: fileBoundary(workingFolder, paths), limits, overlay };
  const read = (path: string): ReturnType<LinkedTemplateReader> => {
    const file = textWithin(path, reading);
    return 'text' in file ? parseJson(file.path, file.text, limits) : file;
  };
  return (fromPath, relativePath) => {
    const path = resolve(workingFolder, dirname(fromPath), relativePath);
    const result = cache.get(path) ?? read(path);
    cache.set(path, result);
    return result;
  };
}
