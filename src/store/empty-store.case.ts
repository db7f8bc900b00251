import { cpSync } from 'node:fs';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
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
  const folder = temporaryFolder();
  await (await storeIn(folder)).close();
  return folder;
}
