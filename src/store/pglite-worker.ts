import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { PgliteAnswer, PgliteRequest } from './pglite-thread.ts';

// Runs in a thread of its own: PGlite answers a query without a pause, and nothing else could happen meanwhile. This file imports nothing of ours but types,
// so that it can be started from the source as well as from the build.
const port = parentPort;
if (port === null) throw new Error('this file is the code of a worker thread');
const { folder } = workerData as { readonly folder: string };

const opening = PGlite.create(folder, {
  // Nobody runs a checkpoint in the background; without these two the log would stay as large as the largest run has made it.
  postgresqlconf: ['max_wal_size = 64MB', 'min_wal_size = 32MB'],
});
opening.then(
  () => answer({ id: 0, rows: [], affected: undefined }),
  (error) => answer(failure(0, error)),
);

port.on('message', async ({ id, query }: PgliteRequest) => {
  try {
    const db = await opening;
    if (query === undefined) {
      await db.exec('checkpoint');
      await db.close();
      answer({ id, rows: [], affected: undefined });
      port.close();
      return;
    }
    const { rows, affectedRows } = await db.query(query.sql, [...query.parameters]);
    answer({ id, rows, affected: affectedRows });
  } catch (error) {
    answer(failure(id, error));
  }
});

function answer(message: PgliteAnswer): void {
  port?.postMessage(message);
}

function failure(id: number, error: unknown): PgliteAnswer {
  const { code } = error as { readonly code?: unknown };
  return {
    id,
    error: {
      message: error instanceof Error ? error.message : String(error),
      code: typeof code === 'string' ? code : undefined,
    },
  };
}
