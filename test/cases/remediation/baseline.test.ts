import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { policySet, remediationOf } from '../../../src/assess/index.ts';
import { applyChanges } from '../../../src/assess/remediation/property-change.ts';
import { fold, type ValueObject } from '../../../src/kernel/index.ts';
import { loadAliases, openPolicyFolder } from '../../../src/library/index.ts';
import {
  type EvaluationOptions,
  evaluatePolicy,
  type PolicySubject,
  policySubject,
} from '../../../src/policy/index.ts';
import { expectCompliant, expectMinimal } from './proof-laws.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { source } = openPolicyFolder('library/baseline', root);
const policies = policySet({ source }).policies;
const aliases = loadAliases(`${root}/facts`);

interface Example {
  readonly note: string;
  readonly resources: readonly ValueObject[];
}

const definitions = source
  .ofKind('definition')
  .map(
    (entry) => entry.value() as unknown as { name: string; examples: { nonCompliant: readonly Example[] } },
  );

/** The examples that no change puts right: the resource itself is what the policy is against, or nothing says what would be right. */
const unsolved = [
  'no-retired-services: PostgreSQL single server',
  'no-retired-services: a machine of the classic model',
  'database-firewall-no-wide-range: many networks at once',
];

describe('the examples of the baseline that are not compliant', () => {
  it('are put right, or say why not', () => {
    const without: string[] = [];
    let count = 0;
    for (const { name, examples } of definitions) {
      const assigned = policies.find(({ policy }) => policy.definition.name === name)!;
      for (const { note, resources } of examples.nonCompliant) {
        const subjects = resources.map((resource) => policySubject(resource));
        for (const subject of subjects) {
          const options = optionsAmong(subjects);
          const evaluation = evaluatePolicy(assigned.policy, subject, options);
          if (evaluation.verdict !== 'non-compliant') continue;
          count++;
          const remediation = remediationOf(evaluation, assigned, options);
          if (remediation.kind === 'unknown') {
            expect(remediation.reason).toMatch(/.{20}/);
            without.push(`${name}: ${note}`);
          }
          if (remediation.kind !== 'change') continue;
          expectCompliant(assigned.policy, applyChanges(subject.body, remediation.changes), options);
          expectMinimal(assigned.policy, subject.body, remediation.changes, options);
        }
      }
    }
    expect(count).toBeGreaterThan(300);
    expect(without).toEqual(unsolved);
  });
});

function optionsAmong(subjects: readonly PolicySubject[]): EvaluationOptions {
  return {
    resolver: { aliases },
    context: { now: '2026-06-15T12:00:00Z' },
    related: ({ type }) => ({ resources: subjects.filter((one) => fold(one.type) === type), complete: true }),
  };
}
