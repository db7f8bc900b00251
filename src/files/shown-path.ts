import { isAbsolute, relative, resolve, sep } from 'node:path';

/** A path as people see it: relative to the working folder where it is inside, as they gave it where not; always with `/`. */
export function shownPath(path: string, workingFolder: string): string {
  const inside = relative(workingFolder, resolve(workingFolder, path));
  const isOutside = isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`);
  const shown = isOutside ? path : inside === '' ? '.' : inside;
  return shown
    .split(sep)
    .join('/')
    .replace(/(?<=.)\/+$/, '');
}
