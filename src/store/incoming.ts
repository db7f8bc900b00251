import { sql } from 'kysely';
import type { StoredResource } from './assessment-store.ts';
import { identityOf } from './identity.ts';
import { packPairs } from './packed-pairs.ts';
import type { VersionedPair } from './resource-version.ts';
import type { RunTarget } from './save-run.ts';
import { storableText } from './storable-text.ts';
import type { StoreTransaction } from './store-tables.ts';
import { stateList } from './version-row.ts';

/** A table for what a run brings, which is gone with the transaction. A resource that comes twice is refused by its key. */
export async function createIncoming(db: StoreTransaction): Promise<void> {
  const states = sql.raw(stateList().replaceAll(',', ' integer[],'));
  await sql`create temporary table incoming (
    identity uuid primary key, id text not null, type text not null, content_hash text, ${states} integer[]
  ) on commit drop`.execute(db);
}

/** Adds resources; `keys` are those of the policies, by their position. */
export async function addIncoming(
  db: StoreTransaction,
  resources: readonly StoredResource[],
  keys: readonly number[],
): Promise<void> {
  const rows = resources.map(({ id, type, contentHash, pairs }) => ({
    identity: identityOf(id),
    id: storableText(id),
    type: storableText(type),
    content_hash: contentHash,
    ...packPairs(versioned(pairs, keys), 0),
  }));
  const columns = sql.raw(`identity, id, type, content_hash, ${stateList()}`);
  await sql`insert into incoming (${columns})
    select ${columns} from json_populate_recordset(null::incoming, ${JSON.stringify(rows)}::json)`.execute(
    db,
  );
}

function versioned(pairs: StoredResource['pairs'], keys: readonly number[]): Map<number, VersionedPair> {
  return new Map(
    pairs.map(({ policy, state }) => {
      const key = keys[policy];
      if (key === undefined) throw new Error(`the run has no policy at position ${policy}`);
      return [key, { state, firstRun: 0, reopened: 0 }];
    }),
  );
}

/**
 * Interns the resources and makes the table `changed` of those that do not stand as they came in: other pairs, other content, or no version that stands.
 * Content that is not given is not known to have changed.
 */
export async function findChanged(db: StoreTransaction, { estateKey }: RunTarget): Promise<void> {
  // New tables have no statistics, and joins with them would be planned for a few rows.
  await sql`analyze incoming`.execute(db);
  await sql`insert into landguard.resources (estate_key, identity, id, type)
    select ${estateKey}::integer, identity, id, type from incoming
    where not exists (
      select from landguard.resources known
      where known.estate_key = ${estateKey}::integer and known.identity = incoming.identity
    )`.execute(db);
  const own = sql.raw(stateList('incoming'));
  const standing = sql.raw(stateList('standing'));
  await sql`create temporary table changed on commit drop as
    select known.resource_key, incoming.content_hash, ${own},
      not exists (
        select from landguard.resource_versions version where version.resource_key = known.resource_key
      ) as is_new
    from incoming
    join landguard.resources known
      on known.estate_key = ${estateKey}::integer and known.identity = incoming.identity
    left join landguard.resource_versions standing
      on standing.estate_key = ${estateKey}::integer and standing.resource_key = known.resource_key
        and standing.to_run is null
    where standing.resource_key is null
      or (${own}) is distinct from (${standing})
      or (incoming.content_hash is not null and incoming.content_hash is distinct from standing.content_hash)`.execute(
    db,
  );
  await sql`create index on changed (resource_key)`.execute(db);
  await sql`analyze changed`.execute(db);
}
