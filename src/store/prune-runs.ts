import { sql } from 'kysely';
import type { StoreTransaction } from './store-tables.ts';

/** Forgets all but the last `keep` runs of an estate; answers how many were forgotten. */
export async function pruneRuns(db: StoreTransaction, estate: string, keep: number): Promise<number> {
  const found = await db
    .selectFrom('landguard.estates')
    .select('estate_key')
    .where('name', '=', estate)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) return 0;
  const key = found.estate_key;
  const kept = await db
    .selectFrom('landguard.runs')
    .select('number')
    .where('estate_key', '=', key)
    .where('is_pruned', '=', false)
    .orderBy('number', 'desc')
    .limit(keep)
    .execute();
  const oldest = kept.at(-1)?.number;
  if (oldest === undefined) return 0;
  const pruned = await db
    .updateTable('landguard.runs')
    .set({ is_pruned: true })
    .where('estate_key', '=', key)
    .where('number', '<', oldest)
    .where('is_pruned', '=', false)
    .executeTakeFirst();
  // What stood in the run just before the oldest tells there what is open from what has come back.
  await sql`delete from landguard.resource_versions
    where estate_key = ${key}::integer and to_run < ${oldest}::integer`.execute(db);
  await sql`delete from landguard.run_policies
    where estate_key = ${key}::integer and number < ${oldest - 1}::integer`.execute(db);
  await sql`delete from landguard.resources resource where estate_key = ${key}::integer
    and not exists (select from landguard.resource_versions version where version.resource_key = resource.resource_key)`.execute(
    db,
  );
  await sql`delete from landguard.policies policy where estate_key = ${key}::integer
    and not exists (select from landguard.run_policies run where run.policy_key = policy.policy_key)`.execute(
    db,
  );
  return Number(pruned.numUpdatedRows);
}
