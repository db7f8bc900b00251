import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { embeddedVersion, openFolderStore } from './open-folder-store.ts';
import { problemOf, storeIn } from './opened-store.case.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { PgliteThread } from './pglite-thread.ts';
import { resources, summary } from './run.case.ts';

const open = (folder: string) => openFolderStore({ folder, shown: 'store', create: false, lockWaitMs: 0 });

/** Runs SQL in a store that nobody has open. */
async function execute(folder: string, statement: string): Promise<readonly unknown[]> {
  const db = new Kysely({ dialect: pgliteDialect(await PgliteThread.open(`${folder}/data`)) });
  try {
    return (await sql.raw(statement).execute(db)).rows;
  } finally {
    await db.destroy();
  }
}

describe('the store in a folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = `${temporaryFolder()}/a/b`;
    const store = await storeIn(folder);
    await store.saveRun(summary('estate'), [resources({ a: { tls: 'nonCompliant' } })]);
    await store.close();
  });

  it('is made with the folders it needs, kept out of git, and left without a lock', () => {
    expect(readdirSync(folder).sort()).toEqual(['.gitignore', 'data']);
    expect(readFileSync(`${folder}/.gitignore`, 'utf8')).toBe('*\n');
  });

  it('is the PostgreSQL that its version says', async () => {
    const [row] = await execute(folder, 'show server_version');
    expect(row).toEqual({ server_version: expect.stringMatching(new RegExp(`^${embeddedVersion}\\.`)) });
  });

  it('has what was saved when it is opened again', async () => {
    const store = await storeIn(folder);
    expect(await store.history('estate', 10)).toHaveLength(1);
    await store.close();
  });

  it('is not made by those who only read', async () => {
    const nowhere = `${temporaryFolder()}/store`;
    expect(await problemOf(open(nowhere))).toMatchObject({
      code: 'LG6203',
      message: 'there is no store at `store`',
    });
    expect(existsSync(nowhere)).toBe(false);
  });

  it('is open once, even in one process', async () => {
    const store = await storeIn(folder);
    await expect(open(folder)).rejects.toMatchObject({ problem: 'locked' });
    await store.close();
  });

  it('of a newer version is refused, and left as it is', async () => {
    await execute(folder, "insert into landguard.versions (version, name) values (9, 'of the future')");
    expect(await problemOf(open(folder))).toMatchObject({
      code: 'LG6200',
      message: 'the store `store` has version 9, and this landguard knows versions up to 1',
    });
    expect(await execute(folder, 'delete from landguard.versions where version = 9 returning name')).toEqual([
      { name: 'of the future' },
    ]);
    await (await storeIn(folder)).close();
  });

  it('of another PostgreSQL is refused before anything reads it', async () => {
    const other = temporaryFolder({ 'data/PG_VERSION': '17\n' });
    expect(await problemOf(open(other))).toMatchObject({
      code: 'LG6201',
      message: 'the store `store` was written by PostgreSQL 17, and this landguard brings PostgreSQL 18',
    });
    expect(readdirSync(other)).toEqual(['data']);
  });

  it('begins anew where the making of it was cut off', async () => {
    const half = temporaryFolder({ 'data.new/PG_VERSION': '18\n', 'data.new/base/1': 'half' });
    await (await storeIn(half)).close();
    expect(readdirSync(half).sort()).toEqual(['.gitignore', 'data']);
  });

  it('tells what the disk refuses', async () => {
    const file = `${temporaryFolder({ store: 'a file' })}/store`;
    await expect(storeIn(file)).rejects.toMatchObject({ problem: 'disk' });
    await expect(storeIn(`${file}/below`)).rejects.toMatchObject({ problem: 'disk' });
  });

  it('that is damaged is told as such, and its lock is released', async () => {
    const damaged = temporaryFolder({ 'data/PG_VERSION': '18\n' });
    mkdirSync(`${damaged}/data/global`);
    writeFileSync(`${damaged}/data/global/pg_control`, 'nothing');
    await expect(storeIn(damaged)).rejects.toMatchObject({ name: 'StoreError', problem: 'damaged' });
    expect(existsSync(`${damaged}/lock`)).toBe(false);
  });
});
