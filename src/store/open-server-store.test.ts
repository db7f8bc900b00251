import { spawnSync } from 'node:child_process';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openServerStore } from './open-server-store.ts';
import { problemOf, storeOf } from './opened-store.case.ts';
import { findPostgres, password, startPostgres } from './postgres-server.case.ts';
import { policy, resources, summary } from './run.case.ts';
import type { StoreTables } from './store-tables.ts';

const [programs] = findPostgres().found;
if (programs === undefined) console.warn('skipped: the store on a server - there is no PostgreSQL here');

/** A certificate for 127.0.0.1 that no authority has signed; `undefined` where there is no openssl to make it. */
const certificate = (() => {
  const folder = temporaryFolder();
  const [key, cert] = [`${folder}/server.key`, `${folder}/server.crt`];
  const { status } = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...[
      '-subj',
      '/CN=contoso',
      '-addext',
      'subjectAltName=DNS:db.contoso.example',
      '-keyout',
      key,
      '-out',
      cert,
    ],
  ]);
  return status === 0 ? { key, cert } : undefined;
})();
if (certificate === undefined)
  console.warn('skipped: the store on a server with TLS - there is no openssl here');

describe.skipIf(programs === undefined)('the store on a server', () => {
  let server: string;
  beforeAll(async () => {
    if (programs !== undefined) server = await startPostgres(programs);
  });

  /** A database of its own for a test. */
  async function newDatabase(name: string): Promise<string> {
    await execute(`${server}/postgres`, `create database ${name}`);
    return `${server}/${name}`;
  }

  async function execute(url: string, statement: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  it('is made once, though many open it at the same time, and is shared', async () => {
    const url = await newDatabase('shared');
    const stores = (await Promise.all([1, 2, 3, 4].map(() => openServerStore(url)))).map(storeOf);
    const saved = await Promise.all(
      stores.map((store, index) =>
        store.saveRun(summary('estate'), [resources({ [`r${index}`]: { tls: 'nonCompliant' } })]),
      ),
    );
    expect(saved.map((run) => run.number).sort()).toEqual([1, 2, 3, 4]);
    for (const store of stores) {
      expect(await store.history('estate', 10)).toHaveLength(4);
      await store.close();
    }
    expect(await execute(url, 'select version, name from landguard.versions')).toEqual(
      migrations.map(({ version, name }) => ({ version, name })),
    );
  });

  it('of a newer version is refused with both versions, and no password', async () => {
    const url = await newDatabase('newer');
    await storeOf(await openServerStore(url)).close();
    await execute(url, "insert into landguard.versions (version, name) values (9, 'of the future')");
    const { code, message } = await problemOf(openServerStore(url));
    expect(code).toBe('LG6200');
    expect(message).toContain('has version 9, and this landguard knows versions up to 1');
    expect(message).not.toContain(password);
  });

  it('is brought to a new version as a whole or not at all', async () => {
    const url = await newDatabase('migrated');
    const store = storeOf(await openServerStore(url));
    await store.saveRun(summary('estate', { policies: [policy('tls')] }), []);
    await store.close();
    const db = new Kysely<StoreTables>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) }),
    });
    const next = (statements: string[]) => [...migrations, { version: 2, name: 'next', statements }];
    const add = 'alter table landguard.runs add column note text';
    await expect(migrate(db, 'store', next([add, 'select 1 / 0']))).rejects.toThrow('division by zero');
    await expect(sql`select note from landguard.runs`.execute(db)).rejects.toThrow('does not exist');
    expect(await migrate(db, 'store', next([add]))).toBeUndefined();
    expect((await sql`select note from landguard.runs`.execute(db)).rows).toEqual([{ note: null }]);
    expect(await migrate(db, 'store', next(['select 1 / 0']))).toBeUndefined();
    await db.destroy();
    expect((await problemOf(openServerStore(url))).code).toBe('LG6200');
  });

  it('uses a schema that an administrator has made for a user who may make none', async () => {
    const url = await newDatabase('restricted');
    await execute(url, `create role guest login password '${password}'`);
    const guest = url.replace('landguard:', 'guest:');
    await expect(openServerStore(guest)).rejects.toMatchObject({ problem: 'refused' });
    await execute(url, 'create schema landguard authorization guest');
    await storeOf(await openServerStore(guest)).close();
  });

  it.each<[string, (url: string) => string, string]>([
    ['a wrong password', (url) => url.replace(`:${password}@`, ':other-secret@'), 'refused'],
    ['a database that is not there', (url) => `${url}/nowhere`, 'refused'],
    ['a port where nobody listens', () => `postgresql://x:${password}@127.0.0.1:1/x`, 'unreachable'],
    ['TLS that the server does not have', (url) => `${url}/postgres?sslmode=require`, 'refused'],
  ])('tells %s without the password', async (_, change, problem) => {
    const error = await openServerStore(change(server)).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'StoreError', problem });
    expect(String(error)).not.toMatch(new RegExp(`${password}|other-secret`));
  });

  it('says of an address what is wrong with it', async () => {
    expect(await problemOf(openServerStore(`mysql://x:${password}@host/x`))).toMatchObject({
      code: 'LG6202',
      message: 'the address in DATABASE_URL is not usable: it begins with `mysql:`, not with `postgresql:`',
    });
  });

  it('tells a server that ends in the middle of a run, and has nothing of the run', async () => {
    const url = await newDatabase('ended');
    const store = storeOf(await openServerStore(url));
    async function* cutOff() {
      yield resources({ a: { tls: 'nonCompliant' } });
      await execute(
        `${server}/postgres`,
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'ended'",
      );
      yield resources({ b: { tls: 'nonCompliant' } });
    }
    await expect(store.saveRun(summary('estate'), cutOff())).rejects.toMatchObject({
      problem: 'unreachable',
    });
    expect(await store.history('estate', 10)).toEqual([]);
    expect((await store.saveRun(summary('estate'), [])).number).toBe(1);
    await store.close();
  });

  describe.skipIf(certificate === undefined)('with TLS', () => {
    let secured: string;
    beforeAll(async () => {
      if (programs !== undefined && certificate !== undefined)
        secured = `${await startPostgres(programs, certificate)}/postgres`;
    });

    it.each<[string, string | undefined]>([
      ['', undefined],
      ['?sslmode=prefer', undefined],
      ['?sslmode=require', undefined],
      ['?sslmode=require&sslrootcert=CA', undefined],
      ['?sslmode=verify-ca&sslrootcert=CA', undefined],
      ['?sslmode=verify-ca', 'the server cannot be trusted'],
      ['?sslmode=verify-full', 'the server cannot be trusted'],
      // Its name is db.contoso.example, and it is called 127.0.0.1.
      ['?sslmode=verify-full&sslrootcert=CA', 'the server cannot be trusted'],
      // This server takes nothing without TLS.
      ['?sslmode=disable', 'the server does not accept'],
    ])('%s: %s', async (query, refusal) => {
      const opening = openServerStore(secured + query.replace('CA', certificate?.cert ?? ''));
      if (refusal === undefined) await storeOf(await opening).close();
      else await expect(opening).rejects.toThrow(refusal);
    });
  });
});
