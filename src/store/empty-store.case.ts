import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssessmentStore } from './assessment-store.ts';
import { storeIn } from './opened-store.case.ts';

let template: Promise<string> | undefined;

/** An empty store in a new folder: a copy of the one that this process has made, because to make one takes seconds. */
export async function emptyStoreIn(folder: string): Promise<AssessmentStore> {
  template ??= makeTemplate();
  cpSync(await template, folder, { recursive: true });
  return storeIn(folder);
}

async function makeTemplate(): Promise<string> {
  // Several files of tests may run in one process, one after the other: it outlives each.
  const folder = mkdtempSync(join(tmpdir(), 'landguard-store-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await (await storeIn(folder)).close();
  return folder;
}
