import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that readers see the old content or the new one, never a part: to a temporary file beside it, which then takes
 * its place. Throws what the operating system says; the temporary file is removed then.
 */
export function writeAtomic(path: string, bytes: Uint8Array): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  removeAbandoned(folder);
  const temporary = join(folder, `.${basename(path)}.${randomUUID()}${temporaryEnding}`);
  try {
    const file = openSync(temporary, 'wx');
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const temporaryEnding = '.partial';
const abandonedAfterMs = 60 * 60 * 1000;

/** Removes what a killed process left behind. A younger file may be the work of a process that still runs. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('.') || !name.endsWith(temporaryEnding)) continue;
    const path = join(folder, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Number.POSITIVE_INFINITY };
    if (Date.now() - mtimeMs > abandonedAfterMs) rmSync(path, { force: true });
  }
}
