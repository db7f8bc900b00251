import { relative, resolve, sep } from 'node:path';
import { isWithin } from './is-within.ts';

/** A path as people see it: relative to the working folder where it is inside, as they gave it where not; always with `/`. */
export function shownPath(path: string, workingFolder: string): string {
  const full = resolve(workingFolder, path);
  const shown = isWithin(full, workingFolder) ? relative(workingFolder, full) || '.' : path;
  return shown
    .split(sep)
    .join('/')
    .replace(/(?<=.)\/+$/, '');
}
