import { type ReadFile, readTextFile } from '../files/index.ts';
import { diagnostic } from '../kernel/index.ts';

/** Texts that win over the disk, by their path as people see it: what an editor has not saved yet. */
export type Overlay = ReadonlyMap<string, string>;

export const noOverlay: Overlay = new Map();

/** Reads a file of the workspace: what the overlay says of it, or else what is on the disk. */
export function readOverlaid(full: string, shown: string, bytesMax: number, overlay: Overlay): ReadFile {
  const text = overlay.get(shown);
  if (text === undefined) return readTextFile(full, shown, bytesMax);
  if (text.length > bytesMax)
    return { problem: diagnostic('LG1002', { size: text.length, limit: bytesMax }, shown) };
  return { text };
}
