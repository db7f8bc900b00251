import { readFileSync, statSync } from 'node:fs';
import { type Diagnostic, defaultLimits, diagnostic } from '../kernel/index.ts';
import { operatingProblem } from './operating-problem.ts';
import { textOfBytes } from './text-of-bytes.ts';

/** The text of a file, or why there is none. */
export type ReadFile = { readonly text: string } | { readonly problem: Diagnostic };

/** Reads a text file in UTF-8 or UTF-16. Its size is looked at first: a file beyond the limit is never read. */
export function readTextFile(
  path: string,
  shown: string = path,
  bytesMax: number = defaultLimits.fileBytesMax,
): ReadFile {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return { problem: diagnostic('LG1006', { problem: 'it is not a file' }, shown) };
    if (stats.size > bytesMax) {
      return { problem: diagnostic('LG1002', { size: stats.size, limit: bytesMax }, shown) };
    }
    const text = textOfBytes(readFileSync(path));
    return text === undefined ? { problem: diagnostic('LG1007', {}, shown) } : { text };
  } catch (error) {
    return { problem: diagnostic('LG1006', { problem: operatingProblem(error, path) }, shown) };
  }
}
