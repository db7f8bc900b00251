import { isAbsolute, relative, sep } from 'node:path';

/** Whether an absolute path is a folder or in it. Symbolic links are the caller's business. */
export function isWithin(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return !isAbsolute(inside) && inside !== '..' && !inside.startsWith(`..${sep}`);
}
