import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const folders: string[] = [];

/** A folder for one test, with these files in it; removed when the tests of the file are done. */
export function temporaryFolder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'landguard-test-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The public corpus beside the checkout; tests that need it are skipped, with this reason, where it is not there. */
export const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
export const corpusMissing = existsSync(corpus) ? undefined : '../shared/corpus is not beside this checkout';

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
