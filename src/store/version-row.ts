import { sql } from 'kysely';
import { type PackedPairs, stateColumns, unpackPairs } from './packed-pairs.ts';
import type { ResourceVersion } from './resource-version.ts';
import type { StoreTransaction } from './store-tables.ts';

/** A row of `landguard.resource_versions`. */
export interface VersionRow extends PackedPairs {
  readonly resource_key: number;
  readonly from_run: number;
  readonly to_run: number | null;
  readonly content_hash: string | null;
}

/** The columns of the states, for SQL: `a.non_compliant, a.conflicting ...`. */
export function stateList(table?: string): string {
  return Object.values(stateColumns)
    .map((column) => (table === undefined ? column : `${table}.${column}`))
    .join(', ');
}

export function asVersion(row: VersionRow): ResourceVersion {
  return { fromRun: row.from_run, toRun: row.to_run ?? undefined, pairs: unpackPairs(row, row.from_run) };
}

/** Every version of these resources that is kept, by the key of the resource, in the order of their runs. */
export async function versionRows(
  db: StoreTransaction,
  resourceKeys: readonly number[],
): Promise<ReadonlyMap<number, readonly VersionRow[]>> {
  const { rows } = await sql<VersionRow>`select * from landguard.resource_versions
    where resource_key = any(${resourceKeys}::bigint[]) order by resource_key, from_run`.execute(db);
  const byResource = new Map<number, VersionRow[]>();
  for (const row of rows) {
    const own = byResource.get(row.resource_key);
    if (own === undefined) byResource.set(row.resource_key, [row]);
    else own.push(row);
  }
  return byResource;
}
