import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { diagnostic } from '../kernel/index.ts';
import { migrate } from './migrate.ts';
import type { OpenedStore } from './opened-store.ts';
import { parseServerAddress, type ServerAddress, shownServer } from './server-address.ts';
import { SqlAssessmentStore } from './sql-assessment-store.ts';
import { storeError } from './store-error.ts';
import type { StoreTables } from './store-tables.ts';

const connectionCountMax = 4;
const connectTimeoutMs = 10_000;

/** Opens the store on a server, which any number of processes may share. `url` is what DATABASE_URL holds; it appears in no message. */
export async function openServerStore(url: string): Promise<OpenedStore> {
  const address = parseServerAddress(url);
  if (typeof address === 'string') return { problem: diagnostic('LG6202', { problem: address }) };
  let pool: pg.Pool | undefined;
  try {
    pool = await connect(address);
    const db = new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) });
    const problem = await migrate(db, shownServer(url));
    if (problem === undefined) return { store: new SqlAssessmentStore(db, async () => {}) };
    await db.destroy();
    return { problem };
  } catch (error) {
    await pool?.end();
    throw storeError(error);
  }
}

async function connect({ connectionString, tls }: ServerAddress): Promise<pg.Pool> {
  const pool = poolOf(connectionString, tls?.options ?? false);
  try {
    (await pool.connect()).release();
    return pool;
  } catch (error) {
    await pool.end();
    const hasNoTls = error instanceof Error && error.message.includes('does not support SSL');
    if (tls?.optional !== true || !hasNoTls) throw error;
    const plain = poolOf(connectionString, false);
    (await plain.connect()).release();
    return plain;
  }
}

function poolOf(connectionString: string, ssl: pg.PoolConfig['ssl']): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    ssl,
    max: connectionCountMax,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: 'landguard',
    types: { getTypeParser },
  });
  // A connection that breaks while no query runs has nobody to tell, and would end the process; the next query says so, or opens another one.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Keys and counts come as numbers, as they do from PGlite; the driver would make texts of them. */
function getTypeParser(id: number, format?: 'text' | 'binary'): ReturnType<typeof pg.types.getTypeParser> {
  return id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format);
}
