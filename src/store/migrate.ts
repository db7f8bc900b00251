import { type Kysely, sql } from 'kysely';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';
import { type Migration, migrations as ownMigrations } from './migrations/index.ts';
import type { StoreTables } from './store-tables.ts';

/** One number for all of landguard, so that of two processes that open a new database one makes the tables. */
const advisoryLock = 7_268_145_001;

/**
 * Brings the tables to the version of this landguard, in one transaction. A store of a newer version is left as it is; the diagnostic names both.
 * `store` is the store as people see it.
 */
export async function migrate(
  db: Kysely<StoreTables>,
  store: string,
  migrations: readonly Migration[] = ownMigrations,
): Promise<Diagnostic | undefined> {
  const known = migrations.at(-1)?.version ?? 0;
  const found = await versionOf(db);
  if (found > known) return diagnostic('LG6200', { store, found, known });
  if (found === known) return undefined;
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${advisoryLock}::bigint)`.execute(transaction);
    const begun = await versionOf(transaction);
    if (begun > known) return diagnostic('LG6200', { store, found: begun, known });
    for (const migration of migrations) {
      if (migration.version <= begun) continue;
      if (migration.version === 1) await createVersions(transaction);
      for (const statement of migration.statements) await sql.raw(statement).execute(transaction);
      const { version, name } = migration;
      await transaction.insertInto('landguard.versions').values({ version, name }).execute();
    }
    return undefined;
  });
}

/** 0: there are no tables. */
async function versionOf(db: Kysely<StoreTables>): Promise<number> {
  // to_regclass would answer from a cache that may not have heard yet what another process has made.
  const { rows } = await sql`select from pg_catalog.pg_tables
    where schemaname = 'landguard' and tablename = 'versions'`.execute(db);
  if (rows.length === 0) return 0;
  const row = await db
    .selectFrom('landguard.versions')
    .select((by) => by.fn.max('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** A schema that an administrator has made beforehand is used: to make one takes a right on the whole database. */
async function createVersions(db: Kysely<StoreTables>): Promise<void> {
  const { rows } = await sql`select from pg_catalog.pg_namespace where nspname = 'landguard'`.execute(db);
  if (rows.length === 0) await sql`create schema landguard`.execute(db);
  await sql`create table landguard.versions (
    version integer primary key, name text not null, migrated_at timestamptz not null default now()
  )`.execute(db);
}
