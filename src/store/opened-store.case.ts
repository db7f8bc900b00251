import type { Diagnostic } from '../kernel/index.ts';
import type { AssessmentStore } from './assessment-store.ts';
import { openFolderStore } from './open-folder-store.ts';
import type { OpenedStore } from './opened-store.ts';

/** The store in a folder, made where there is none. */
export async function storeIn(folder: string, lockWaitMs = 0): Promise<AssessmentStore> {
  return storeOf(await openFolderStore({ folder, shown: 'store', create: true, lockWaitMs }));
}

/** The store that was opened; a problem ends the test. */
export function storeOf(opened: OpenedStore): AssessmentStore {
  if (opened.problem !== undefined) throw new Error(opened.problem.message);
  return opened.store;
}

/** What is wrong with a store; one that opens ends the test. */
export async function problemOf(opening: Promise<OpenedStore>): Promise<Diagnostic> {
  const opened = await opening;
  if (opened.problem !== undefined) return opened.problem;
  await opened.store.close();
  throw new Error('the store opened');
}
