import { sql } from 'kysely';
import type { PolicyIdentity } from './assessment-store.ts';
import { identityOf } from './identity.ts';
import { storableText } from './storable-text.ts';
import type { StoreTransaction } from './store-tables.ts';

/** The keys of policies, in their order; those that the store does not know get one. The row of the estate is locked. */
export async function policyKeys(
  db: StoreTransaction,
  estateKey: number,
  policies: readonly PolicyIdentity[],
): Promise<readonly number[]> {
  const identities = policies.map(policyIdentity);
  const rows = policies.map(({ assignmentId, reference, definitionId }, position) => ({
    identity: identities[position],
    assignment_id: storableText(assignmentId),
    reference: storableText(reference),
    definition_id: storableText(definitionId),
  }));
  await sql`insert into landguard.policies (estate_key, identity, assignment_id, reference, definition_id)
    select distinct on (identity) ${estateKey}::integer, identity, assignment_id, reference, definition_id
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as given (identity uuid, assignment_id text, reference text, definition_id text)
    where not exists (
      select from landguard.policies known
      where known.estate_key = ${estateKey}::integer and known.identity = given.identity
    )`.execute(db);
  const keys = new Map(
    (
      await db
        .selectFrom('landguard.policies')
        .select(['identity', 'policy_key'])
        .where('estate_key', '=', estateKey)
        .execute()
    ).map(({ identity, policy_key: key }) => [identity, key]),
  );
  return identities.map((identity) => {
    const key = keys.get(identity);
    if (key === undefined) throw new Error(`the policy ${identity} was not interned`);
    return key;
  });
}

/** What a policy is known by, across runs. */
export function policyIdentity({ assignmentId, reference, definitionId }: PolicyIdentity): string {
  return identityOf(assignmentId, reference, definitionId);
}
