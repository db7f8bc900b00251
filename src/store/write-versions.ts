import { sql } from 'kysely';
import { packPairs } from './packed-pairs.ts';
import { nextPairs } from './resource-version.ts';
import type { RunTarget } from './save-run.ts';
import type { StoreTransaction } from './store-tables.ts';
import type { StoredState } from './stored-state.ts';
import { asVersion, stateList, type VersionRow, versionRows } from './version-row.ts';

const pageSize = 2000;

/** Resources without a history: their versions are what came in. Answers how many. */
export async function beginVersions(db: StoreTransaction, { estateKey, number }: RunTarget): Promise<number> {
  const states = sql.raw(stateList());
  const { numAffectedRows } = await sql`
    insert into landguard.resource_versions (resource_key, from_run, estate_key, content_hash, ${states})
    select resource_key, ${number}::integer, ${estateKey}::integer, content_hash, ${states}
    from changed where is_new`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Resources that stand and did not come in. Answers how many. */
export async function endVanished(db: StoreTransaction, { estateKey, number }: RunTarget): Promise<number> {
  const { numAffectedRows } = await sql`
    update landguard.resource_versions standing set to_run = ${number}::integer
    where estate_key = ${estateKey}::integer and to_run is null and from_run < ${number}::integer
      and not exists (
        select from landguard.resources known join incoming on incoming.identity = known.identity
        where known.estate_key = ${estateKey}::integer and known.resource_key = standing.resource_key
      )`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Resources with a history: the versions before tell what is new from what has come back. Answers how many. */
export async function replaceVersions(db: StoreTransaction, target: RunTarget): Promise<number> {
  let count = 0;
  for (let page = await changedAfter(db, 0); page.length > 0; ) {
    await replacePage(db, target, page);
    count += page.length;
    page = await changedAfter(db, page.at(-1)?.resource_key ?? 0);
  }
  return count;
}

async function changedAfter(db: StoreTransaction, key: number): Promise<readonly VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select resource_key, content_hash, ${sql.raw(stateList())}, 0 as from_run, null as to_run,
      null as first_runs, null as reopened
    from changed where not is_new and resource_key > ${key}::bigint
    order by resource_key limit ${pageSize}::integer`.execute(db);
  return rows;
}

async function replacePage(
  db: StoreTransaction,
  { estateKey, number }: RunTarget,
  page: readonly VersionRow[],
): Promise<void> {
  const keys = page.map((row) => row.resource_key);
  const histories = await versionRows(db, keys);
  const rows = page.map((row) => {
    const history = histories.get(row.resource_key) ?? [];
    const next = nextPairs(history.map(asVersion), statesOf(row), number);
    return {
      resource_key: row.resource_key,
      from_run: number,
      estate_key: estateKey,
      content_hash: row.content_hash ?? history.at(-1)?.content_hash,
      ...packPairs(next, number),
    };
  });
  await sql`update landguard.resource_versions set to_run = ${number}::integer
    where to_run is null and estate_key = ${estateKey}::integer and resource_key = any(${keys}::bigint[])`.execute(
    db,
  );
  await sql`insert into landguard.resource_versions
    select * from json_populate_recordset(null::landguard.resource_versions, ${JSON.stringify(rows)}::json)`.execute(
    db,
  );
}

function statesOf(row: VersionRow): Map<number, StoredState> {
  return new Map([...asVersion(row).pairs].map(([policy, { state }]) => [policy, state]));
}
