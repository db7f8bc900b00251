import { describe } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { describeStore } from './assessment-store-contract.case.ts';
import { openServerStore } from './open-server-store.ts';
import { storeIn, storeOf } from './opened-store.case.ts';
import { findPostgres, startPostgres } from './postgres-server.case.ts';

describeStore('PGlite', () => storeIn(temporaryFolder()));

const { found, missing } = findPostgres();
for (const programs of found) {
  describeStore(programs.name, async () =>
    storeOf(await openServerStore(`${await startPostgres(programs)}/postgres`)),
  );
}
for (const reason of missing) {
  console.warn(`skipped: the store on a server - ${reason}`);
  describe.skip(`the store on a server (${reason})`, () => {});
}
