import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts other content in a file that is there, so that readers see the old or the new, never a part: it is written beside it and then takes its place. The mode stays.
 * Throws what the operating system says; nothing is left behind then. `path` leads through no symbolic link.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const { mode } = statSync(path);
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.partial`);
  try {
    const file = openSync(temporary, 'wx', mode);
    try {
      // The process's mask does not count for a file that has a mode already.
      fchmodSync(file, mode);
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
