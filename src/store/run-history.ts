import { sql } from 'kysely';
import type { StoredEstate, StoredRun } from './assessment-store.ts';
import type { StoreTransaction } from './store-tables.ts';

/** The last runs of an estate that are kept, oldest first. */
export async function runHistory(
  db: StoreTransaction,
  estate: string,
  limit: number,
): Promise<readonly StoredRun[]> {
  const rows = await db
    .selectFrom('landguard.runs as run')
    .innerJoin('landguard.estates as estate', 'estate.estate_key', 'run.estate_key')
    .selectAll('run')
    .where('estate.name', '=', estate)
    .where('run.is_pruned', '=', false)
    .orderBy('run.number', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map((row) => ({
    number: row.number,
    assessedAt: row.assessed_at.toISOString(),
    toolVersion: row.tool_version,
    resources: row.resources,
    policies: row.policies,
    pairs: row.pairs,
    score: row.score ?? undefined,
    compliancePercent: row.compliance_percent ?? undefined,
    failing: row.failing,
    durationMs: row.duration_ms,
    policySet: row.policy_set,
  }));
}

/** The estates with runs that are kept, by name. */
export async function storedEstates(db: StoreTransaction): Promise<readonly StoredEstate[]> {
  const { rows } = await sql<{ name: string; runs: number; last_assessed_at: Date }>`
    select estate.name, count(*)::integer as runs,
      (array_agg(run.assessed_at order by run.number desc))[1] as last_assessed_at
    from landguard.estates estate join landguard.runs run using (estate_key)
    where not run.is_pruned group by estate.name order by estate.name collate "C"`.execute(db);
  return rows.map(({ name, runs, last_assessed_at }) => ({
    name,
    runs,
    lastAssessedAt: last_assessed_at.toISOString(),
  }));
}
