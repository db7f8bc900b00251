import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Kysely } from 'kysely';
import { diagnostic } from '../kernel/index.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import type { OpenedStore } from './opened-store.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { PgliteThread } from './pglite-thread.ts';
import { SqlAssessmentStore } from './sql-assessment-store.ts';
import { storeError } from './store-error.ts';
import type { StoreTables } from './store-tables.ts';

/** The PostgreSQL that PGlite is; a folder that another one wrote cannot be read. */
export const embeddedVersion = '18';

export interface FolderStoreOptions {
  readonly folder: string;
  /** The folder as people see it. */
  readonly shown: string;
  /** Makes the store where there is none. */
  readonly create: boolean;
  /** How long to wait while another process has it open. */
  readonly lockWaitMs: number;
}

/** Opens the store in a folder: PostgreSQL's tables in this process, which no other may open meanwhile. */
export async function openFolderStore(options: FolderStoreOptions): Promise<OpenedStore> {
  const { folder, shown, create, lockWaitMs } = options;
  const data = join(folder, 'data');
  try {
    if (!create && !existsSync(data)) return { problem: diagnostic('LG6203', { store: shown }) };
    mkdirSync(folder, { recursive: true });
    const lock = await lockFolder(join(folder, 'lock'), lockWaitMs);
    try {
      const opened = await openDatabase(data, shown, () => lock.release());
      if ('problem' in opened) lock.release();
      return opened;
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw storeError(error);
  }
}

async function openDatabase(data: string, shown: string, released: () => void): Promise<OpenedStore> {
  if (!existsSync(data)) await createDatabase(data);
  const found = readFileSync(join(data, 'PG_VERSION'), 'latin1').trim();
  if (found !== embeddedVersion)
    return { problem: diagnostic('LG6201', { store: shown, found, known: embeddedVersion }) };
  const db = new Kysely<StoreTables>({ dialect: pgliteDialect(await PgliteThread.open(data)) });
  let problem: OpenedStore['problem'];
  try {
    problem = await migrate(db, shown);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  if (problem === undefined) return { store: new SqlAssessmentStore(db, async () => released()) };
  await db.destroy();
  return { problem };
}

/** Made beside its place, so that a process that is killed meanwhile leaves no half of a database. */
async function createDatabase(data: string): Promise<void> {
  const beside = `${data}.new`;
  rmSync(beside, { recursive: true, force: true });
  const thread = await PgliteThread.open(beside);
  await thread.close();
  // The store stands in a work folder, and what can be derived does not belong into git.
  writeFileSync(join(dirname(data), '.gitignore'), '*\n');
  renameSync(beside, data);
}
