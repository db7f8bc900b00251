import { join, resolve } from 'node:path';
import { shownPath } from '../files/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';
import type { AssessmentStore, StoreProblem } from '../store/index.ts';
import type { Surroundings } from './surroundings.ts';

export interface StoreUse {
  /** Makes the store where there is none. */
  readonly create: boolean;
}

/** What came of using the store, or what is wrong with it or with what it was asked. */
export type StoreOutcome<Result> =
  | { readonly result: Result; readonly problem?: undefined }
  | { readonly problem: Diagnostic };

const lockWaitMs = 5000;

/**
 * Opens the store, does the work and closes it: the folder LANDGUARD_STORE, else the server DATABASE_URL, else `.landguard/store` in the working folder. Only
 * a command that calls this pays for a database.
 */
export async function withStore<Result>(
  surroundings: Surroundings,
  { create }: StoreUse,
  work: (store: AssessmentStore) => Promise<StoreOutcome<Result>>,
): Promise<StoreOutcome<Result>> {
  const { openFolderStore, openServerStore, shownServer, StoreError } = await import('../store/index.ts');
  const place = placeOf(surroundings);
  const shown = 'url' in place ? shownServer(place.url) : place.shown;
  try {
    const opened =
      'url' in place
        ? await openServerStore(place.url)
        : await openFolderStore({ ...place, create, lockWaitMs });
    if (opened.problem !== undefined) return opened;
    try {
      return await work(opened.store);
    } finally {
      await opened.store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const details = { store: shown, problem: error.message, advice: advice[error.problem] };
    return { problem: diagnostic('LG6204', details) };
  }
}

type Place = { readonly url: string } | { readonly folder: string; readonly shown: string };

/** DATABASE_URL may be there for another program; a folder that is named is meant. */
function placeOf({ env, workingFolder }: Surroundings): Place {
  const named = env.LANDGUARD_STORE;
  if (named !== undefined && named !== '')
    return { folder: resolve(workingFolder, named), shown: shownPath(named, workingFolder) };
  const url = env.DATABASE_URL;
  if (url !== undefined && url !== '') return { url };
  return { folder: join(workingFolder, '.landguard', 'store'), shown: '.landguard/store' };
}

const advice: Readonly<Record<StoreProblem, string>> = {
  locked: 'wait until it ends; a server, named by DATABASE_URL, takes many processes at a time',
  refused: 'check user, password, database, rights and certificates: docs/history.md',
  unreachable: 'check host, port and network; what was not acknowledged is not saved',
  disk: 'make room, or correct the rights on the folder; what was saved before is still there',
  damaged:
    'put the folder aside and assess into a new store; everything in it can be derived from the estates again',
  missing: '`landguard history` lists the runs that are kept',
};
