import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Batches, RunSummary, SavedRun, StoredResource } from './assessment-store.ts';
import { identityOf } from './identity.ts';
import { addIncoming, createIncoming, findChanged } from './incoming.ts';
import { policyKeys } from './policy-keys.ts';
import { storableText } from './storable-text.ts';
import type { StoreTransaction } from './store-tables.ts';
import { beginVersions, endVanished, replaceVersions } from './write-versions.ts';

/** The run that is being saved, by its keys. */
export interface RunTarget {
  readonly estateKey: number;
  readonly number: number;
}

const batchSize = 2000;

/**
 * Saves a run: resources come in by batches, are compared with those that stand in the database itself, and only what has changed is looked at one by
 * one and written.
 */
export async function saveRun(
  db: StoreTransaction,
  run: RunSummary,
  resources: Batches<StoredResource>,
): Promise<SavedRun> {
  const target = await addRun(db, run);
  const keys = await policyKeys(db, target.estateKey, run.policies);
  await addPolicies(db, target, run, keys);
  await createIncoming(db);
  for await (const batch of resources) {
    for (let start = 0; start < batch.length; start += batchSize)
      await addIncoming(db, batch.slice(start, start + batchSize), keys);
  }
  await findChanged(db, target);
  const begun = await beginVersions(db, target);
  const gone = await endVanished(db, target);
  const replaced = await replaceVersions(db, target);
  return { number: target.number, changedResources: begun + gone + replaced };
}

/** The number of the run; the row of the estate is locked from here on, so that two processes save their runs one after the other. */
async function addRun(db: StoreTransaction, run: RunSummary): Promise<RunTarget> {
  const { estate_key: estateKey, last_run: number } = await db
    .insertInto('landguard.estates')
    .values({ name: run.estate, last_run: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ last_run: sql<number>`estates.last_run + 1` }),
    )
    .returning(['estate_key', 'last_run'])
    .executeTakeFirstOrThrow();
  await db
    .insertInto('landguard.runs')
    .values({
      estate_key: estateKey,
      number,
      assessed_at: run.assessedAt,
      tool_version: run.toolVersion,
      resources: run.resources,
      policies: run.policies.length,
      pairs: JSON.stringify(run.pairs),
      score: run.score ?? null,
      compliance_percent: run.compliancePercent ?? null,
      failing: run.failing,
      duration_ms: Math.round(run.durationMs),
      policy_set: policySetOf(run),
      lists_resources: run.listsResources,
    })
    .execute();
  return { estateKey, number };
}

/** 16 hex digits, the same for the same policies with the same effects and severities. */
function policySetOf({ policies }: RunSummary): string {
  const lines = policies.map(({ assignmentId, reference, definitionId, effect, severity }) =>
    identityOf(assignmentId, reference, definitionId, effect, severity),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16);
}

async function addPolicies(
  db: StoreTransaction,
  { estateKey, number }: RunTarget,
  run: RunSummary,
  keys: readonly number[],
): Promise<void> {
  const rows = run.policies.map(({ effect, severity, pairs }, position) => ({
    policy_key: keys[position],
    effect: storableText(effect),
    severity,
    pairs,
  }));
  await sql`insert into landguard.run_policies (estate_key, number, policy_key, effect, severity, pairs)
    select ${estateKey}::integer, ${number}::integer, policy_key, effect, severity, pairs
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as given (policy_key integer, effect text, severity text, pairs json)
    on conflict do nothing`.execute(db);
}
