import { sql } from 'kysely';
import type { FindingIdentity } from './assessment-store.ts';
import { type FindingLife, findingRuns } from './finding-life.ts';
import { identityOf } from './identity.ts';
import { policyIdentity } from './policy-keys.ts';
import type { StoreTransaction } from './store-tables.ts';
import { asVersion, versionRows } from './version-row.ts';

const pageSize = 2000;

/** What became of each of these findings up to the last run, in their order. */
export async function findingLives(
  db: StoreTransaction,
  estate: string,
  findings: readonly FindingIdentity[],
): Promise<readonly (FindingLife | undefined)[]> {
  const found = await db
    .selectFrom('landguard.estates')
    .select(['estate_key', 'last_run'])
    .where('name', '=', estate)
    .executeTakeFirst();
  if (found === undefined) return findings.map(() => undefined);
  const policies = await keysOf(db, 'policies', 'policy_key', found.estate_key, findings.map(policyIdentity));
  const moments = await momentsOf(db, found.estate_key);
  const lives: (FindingLife | undefined)[] = [];
  for (let start = 0; start < findings.length; start += pageSize) {
    const page = findings.slice(start, start + pageSize);
    const identities = page.map((finding) => identityOf(finding.resourceId));
    const resources = await keysOf(db, 'resources', 'resource_key', found.estate_key, identities);
    const histories = await versionRows(db, [...new Set(resources.values())]);
    for (const [index, finding] of page.entries()) {
      const history = histories.get(resources.get(identities[index] ?? '') ?? 0) ?? [];
      const policy = policies.get(policyIdentity(finding));
      const runs =
        policy === undefined ? undefined : findingRuns(history.map(asVersion), policy, found.last_run);
      lives.push(
        runs && {
          stage: runs.stage,
          firstSeen: moments.get(runs.firstRun) ?? '',
          lastSeen: moments.get(runs.lastRun) ?? '',
          reopened: runs.reopened,
        },
      );
    }
  }
  return lives;
}

async function keysOf(
  db: StoreTransaction,
  table: 'policies' | 'resources',
  column: 'policy_key' | 'resource_key',
  estateKey: number,
  identities: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly identity: string; readonly key: number }>`
    select identity, ${sql.raw(column)} as key from ${sql.raw(`landguard.${table}`)}
    where estate_key = ${estateKey}::integer and identity = any(${[...new Set(identities)]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ identity, key }) => [identity, key]));
}

/** When each run was, those that are pruned too. */
async function momentsOf(db: StoreTransaction, estateKey: number): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('landguard.runs')
    .select(['number', 'assessed_at'])
    .where('estate_key', '=', estateKey)
    .execute();
  return new Map(rows.map(({ number, assessed_at }) => [number, assessed_at.toISOString()]));
}
