import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { assignmentOf, grantFacts, grantsIn, vault } from '../../../../src/assess/access/grants.case.ts';

interface GrantCase {
  readonly role: string;
  readonly at: 'subscription' | 'resource group' | 'vault';
  /** The first thing that is said of it. */
  readonly can: string;
  readonly tier: string;
  readonly severity: string;
}

const { cases } = parse(readFileSync(new URL('roles.yaml', import.meta.url), 'utf8')) as {
  readonly cases: readonly GrantCase[];
};
const principalId = '00000000-0000-0000-0000-000000000001';

test.each(cases)('$role at $at', ({ role, at, can, tier, severity }) => {
  const assignment = assignmentOf(role, { principalId }, at === 'vault' ? {} : { scope: undefined });
  const template = at === 'subscription' ? 'subscriptionDeployment' : 'deployment';
  const [grant] = grantsIn(at === 'vault' ? [vault, assignment] : [assignment], {}, grantFacts, template);
  expect({ can: grant?.abilities[0], tier: grant?.tier, severity: grant?.severity }).toEqual({
    can,
    tier,
    severity,
  });
});
