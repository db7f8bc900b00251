import { readFileSync, statSync } from 'node:fs';
import { operatingProblem, shownPath } from '../files/index.ts';
import { diagnostic, type Limits } from '../kernel/index.ts';
import type { FileBoundary } from './file-boundary.ts';
import { type Overlay, readOverlaid } from './overlay.ts';

/** What files are read with on behalf of a template. */
export interface BoundedReading {
  readonly workingFolder: string;
  readonly boundary: FileBoundary;
  readonly limits: Limits;
  readonly overlay: Overlay;
}

/** The text of a file within the boundary, or of one that is not saved yet. A problem is half a sentence. */
export function textWithin(
  path: string,
  { workingFolder, boundary, limits, overlay }: BoundedReading,
): { readonly path: string; readonly text: string } | { readonly problem: string } {
  const shown = shownPath(path, workingFolder);
  const place = boundary.admit(path);
  const isUnsaved = 'problem' in place && place.isMissing && overlay.has(shown);
  if ('problem' in place && !isUnsaved) return { problem: place.problem };
  const real = 'real' in place ? place.real : path;
  const file = readOverlaid(real, shown, limits.fileBytesMax, overlay);
  return 'text' in file ? { path: shown, text: file.text } : { problem: file.problem.message };
}

/** The bytes of a file, as {@link textWithin}. What is not saved yet is in UTF-8. */
export function bytesWithin(
  path: string,
  { workingFolder, boundary, limits, overlay }: BoundedReading,
): { readonly path: string; readonly bytes: Uint8Array } | { readonly problem: string } {
  const shown = shownPath(path, workingFolder);
  const place = boundary.admit(path);
  const unsaved = overlay.get(shown);
  if (unsaved !== undefined && ('real' in place || place.isMissing))
    return { path: shown, bytes: Buffer.from(unsaved) };
  if ('problem' in place) return { problem: place.problem };
  try {
    const stats = statSync(place.real);
    if (!stats.isFile()) return { problem: diagnostic('LG1006', { problem: 'it is not a file' }).message };
    const limit = limits.fileBytesMax;
    if (stats.size > limit) return { problem: diagnostic('LG1002', { size: stats.size, limit }).message };
    return { path: shown, bytes: readFileSync(place.real) };
  } catch (error) {
    return { problem: diagnostic('LG1006', { problem: operatingProblem(error, place.real) }).message };
  }
}
