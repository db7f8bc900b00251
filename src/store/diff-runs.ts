import { comparedPolicies } from './compared-policies.ts';
import { compareResources, resourceNames } from './compared-resources.ts';
import { DifferenceTally } from './difference-tally.ts';
import type { ComparedRun, FindingDifference, ResourceList, RunDifference } from './run-difference.ts';
import { StoreError } from './store-error.ts';
import type { StoreTransaction } from './store-tables.ts';

/** Compares two runs of an estate, of which the first need not be the earlier one. Of each kind of change, `limit` are listed. */
export async function diffRuns(
  db: StoreTransaction,
  estate: string,
  numbers: readonly [from: number, to: number],
  limit: number,
): Promise<RunDifference> {
  const from = await findRun(db, estate, numbers[0]);
  const to = await findRun(db, estate, numbers[1]);
  const policies = await comparedPolicies(db, from, to);
  const tally = new DifferenceTally(limit, (key) => {
    const policy = policies.get(key);
    return policy?.after?.severity ?? policy?.before?.severity ?? 'medium';
  });
  await compareResources(db, from, to, tally);
  const findings = tally.findings();
  const lists = [tally.added, tally.removed, tally.changed];
  const keys = [...findings.map((one) => one.resourceKey), ...lists.flatMap((list) => list.keys)];
  const names = await resourceNames(db, keys);
  const named = ({ count, keys: own }: { count: number; keys: readonly number[] }): ResourceList => ({
    count,
    ids: own.flatMap((key) => names.get(key)?.id ?? []).sort(),
  });
  return {
    from: comparedRun(from),
    to: comparedRun(to),
    counts: tally.counts,
    findings: findings.flatMap((finding): FindingDifference[] => {
      const policy = policies.get(finding.policyKey);
      const resource = names.get(finding.resourceKey);
      const setting = policy?.after ?? policy?.before;
      if (policy === undefined || resource === undefined || setting === undefined) return [];
      const { assignmentId, reference, definitionId } = policy;
      const { change, before, after } = finding;
      const about = { resourceId: resource.id, resourceType: resource.type };
      return [{ change, ...about, assignmentId, reference, definitionId, ...setting, before, after }];
    }),
    policies: [...policies.values()].filter(
      ({ before, after }) => before?.effect !== after?.effect || before?.severity !== after?.severity,
    ),
    resources:
      from.lists_resources && to.lists_resources
        ? { added: named(tally.added), removed: named(tally.removed), changed: named(tally.changed) }
        : undefined,
  };
}

type RunRow = Awaited<ReturnType<typeof findRun>>;

async function findRun(db: StoreTransaction, estate: string, number: number) {
  const row = await db
    .selectFrom('landguard.runs as run')
    .innerJoin('landguard.estates as estate', 'estate.estate_key', 'run.estate_key')
    .select([
      'run.estate_key',
      'run.number',
      'run.assessed_at',
      'run.score',
      'run.failing',
      'run.lists_resources',
    ])
    .where('estate.name', '=', estate)
    .where('run.number', '=', number)
    .where('run.is_pruned', '=', false)
    .executeTakeFirst();
  if (row === undefined) throw new StoreError('missing', `it holds no run ${number} of \`${estate}\``);
  return row;
}

function comparedRun({ number, assessed_at, score, failing }: RunRow): ComparedRun {
  return { number, assessedAt: assessed_at.toISOString(), score: score ?? undefined, failing };
}
