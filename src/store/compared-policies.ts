import { sql } from 'kysely';
import type { PolicyDifference, PolicySetting } from './run-difference.ts';
import type { StoreTransaction } from './store-tables.ts';

/** A run by its keys. */
export interface RunKey {
  readonly estate_key: number;
  readonly number: number;
}

/** The policies that are in force in either run, by their keys, with their settings in each. */
export async function comparedPolicies(
  db: StoreTransaction,
  from: RunKey,
  to: RunKey,
): Promise<ReadonlyMap<number, PolicyDifference>> {
  const settings = (run: RunKey) => sql`(
    select policy_key, jsonb_build_object('effect', effect, 'severity', severity) as setting
    from landguard.run_policies where estate_key = ${run.estate_key}::integer and number = ${run.number}::integer
  )`;
  const { rows } = await sql<PolicyRow>`
    select policy.policy_key, policy.assignment_id, policy.reference, policy.definition_id,
      before.setting as before, after.setting as after
    from ${settings(from)} before full join ${settings(to)} after using (policy_key)
    join landguard.policies policy using (policy_key)
    order by policy.assignment_id, policy.reference, policy.definition_id`.execute(db);
  return new Map(
    rows.map(({ policy_key, assignment_id, reference, definition_id, before, after }) => [
      policy_key,
      {
        assignmentId: assignment_id,
        reference,
        definitionId: definition_id,
        before: before ?? undefined,
        after: after ?? undefined,
      },
    ]),
  );
}

interface PolicyRow {
  readonly policy_key: number;
  readonly assignment_id: string;
  readonly reference: string;
  readonly definition_id: string;
  readonly before: PolicySetting | null;
  readonly after: PolicySetting | null;
}
