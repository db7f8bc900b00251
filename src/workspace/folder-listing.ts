import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { FileProblem, ListedFile } from '../bicep/index.ts';
import { defaultSourceLimits, operatingProblem } from '../files/index.ts';
import type { BoundedReading } from './read-within.ts';

/**
 * The files directly in a folder whose names match a pattern, by their path relative to the file that asks, in the order of the
 * alphabet (articles/azure-resource-manager/bicep/bicep-functions-files.md#loaddirectoryfileinfo). Files that are not saved yet count.
 */
export function listWithin(
  folder: string,
  fromPath: string,
  pattern: string,
  { workingFolder, boundary, overlay }: BoundedReading,
): readonly ListedFile[] | FileProblem {
  const place = boundary.admit(folder);
  if ('problem' in place) return { problem: place.problem };
  const names = new Set<string>();
  try {
    const entries = readdirSync(place.real, { withFileTypes: true });
    if (entries.length > defaultSourceLimits.entryCountMax)
      return { problem: `the folder has more than ${defaultSourceLimits.entryCountMax} files` };
    for (const entry of entries) {
      if (entry.isFile() || (entry.isSymbolicLink() && isFileWithin(join(place.real, entry.name), boundary)))
        names.add(entry.name);
    }
  } catch (error) {
    return { problem: operatingProblem(error, place.real) };
  }
  for (const path of overlay.keys()) {
    const full = resolve(workingFolder, path);
    if (dirname(full) === folder) names.add(basename(full));
  }
  const from = dirname(resolve(workingFolder, fromPath));
  return [...names]
    .filter((name) => matchesFileName(name, pattern))
    .map((name) => ({
      relativePath: relative(from, join(folder, name)).split(sep).join('/'),
      baseName: name,
      extension: extname(name),
    }))
    .sort((a, b) => (a.relativePath.toUpperCase() < b.relativePath.toUpperCase() ? -1 : 1));
}

function isFileWithin(path: string, boundary: BoundedReading['boundary']): boolean {
  const place = boundary.admit(path);
  return 'real' in place && statSync(place.real, { throwIfNoEntry: false })?.isFile() === true;
}

/** Whether a name matches a pattern in which `*` stands for any characters and `?` for one; `*.*` is every name. */
export function matchesFileName(name: string, pattern: string): boolean {
  if (pattern === '*.*' || pattern === '') return true;
  let [inName, inPattern, star, afterStar] = [0, 0, -1, 0];
  while (inName < name.length) {
    if (pattern[inPattern] === '*') {
      star = inPattern++;
      afterStar = inName;
    } else if (pattern[inPattern] === '?' || pattern[inPattern] === name[inName]) {
      inPattern++;
      inName++;
    } else if (star === -1) {
      return false;
    } else {
      // The last star takes one character more.
      inPattern = star + 1;
      inName = ++afterStar;
    }
  }
  while (pattern[inPattern] === '*') inPattern++;
  return inPattern === pattern.length;
}
