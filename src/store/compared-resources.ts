import { sql } from 'kysely';
import type { RunKey } from './compared-policies.ts';
import type { DifferenceTally, Standing } from './difference-tally.ts';
import { stoodIn } from './resource-version.ts';
import type { StoreTransaction } from './store-tables.ts';
import { asVersion, type VersionRow, versionRows } from './version-row.ts';

const pageSize = 2000;

/** Hands the tally every resource that does not stand by the same version in both runs, page by page. */
export async function compareResources(
  db: StoreTransaction,
  from: RunKey,
  to: RunKey,
  tally: DifferenceTally,
): Promise<void> {
  await sql`declare compared no scroll cursor for
    select resource_key from ${standing(from)} one full join ${standing(to)} other using (resource_key)
    where one.from_run is distinct from other.from_run`.execute(db);
  for (let count = pageSize; count === pageSize; ) {
    const { rows } = await sql<{ readonly resource_key: number }>`
      fetch ${sql.raw(String(pageSize))} from compared`.execute(db);
    count = rows.length;
    const histories = await versionRows(
      db,
      rows.map((row) => row.resource_key),
    );
    for (const [key, history] of histories)
      tally.add(key, standingIn(history, from.number), standingIn(history, to.number));
  }
  await sql`close compared`.execute(db);
}

/** Which versions stand in a run. */
function standing({ estate_key, number }: RunKey) {
  return sql`(
    select resource_key, from_run from landguard.resource_versions
    where estate_key = ${estate_key}::integer and from_run <= ${number}::integer
      and (to_run is null or to_run > ${number}::integer)
  )`;
}

function standingIn(history: readonly VersionRow[], run: number): Standing | undefined {
  const row = history.find((one) => stoodIn(asVersion(one), run));
  return row && { pairs: asVersion(row).pairs, contentHash: row.content_hash ?? undefined };
}

/** What a resource is called. */
export interface ResourceName {
  readonly id: string;
  readonly type: string;
}

export async function resourceNames(
  db: StoreTransaction,
  keys: readonly number[],
): Promise<ReadonlyMap<number, ResourceName>> {
  const { rows } = await sql<ResourceName & { readonly resource_key: number }>`
    select resource_key, id, type from landguard.resources
    where resource_key = any(${[...new Set(keys)]}::bigint[])`.execute(db);
  return new Map(rows.map(({ resource_key: key, id, type }) => [key, { id, type }]));
}
