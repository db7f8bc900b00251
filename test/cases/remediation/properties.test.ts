import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remediationOf } from '../../../src/assess/index.ts';
import { applyChanges } from '../../../src/assess/remediation/property-change.ts';
import {
  type AssignedPolicy,
  bindPolicy,
  evaluatePolicy,
  parseDefinition,
  policySubject,
} from '../../../src/policy/index.ts';
import { aliases, condition, parameters, resource } from '../policy/generators.ts';
import { expectCompliant, expectMinimal, expectOnlyNamed } from './proof-laws.ts';

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 1500) };

test('whatever is proved is compliant for both engines, changes only what it names and is minimal', () => {
  const counts = { proved: 0, unknown: 0 };
  fc.assert(
    fc.property(condition, parameters, resource, (rule, given, body) => {
      const parsed = parseDefinition({ if: rule, then: { effect: 'deny' } });
      if ('problem' in parsed) return;
      const { policy } = bindPolicy(parsed.definition, { parameters: given });
      if (policy === undefined) return;
      const options = { resolver: { aliases }, evaluationCountMax: 300 };
      const evaluation = evaluatePolicy(policy, policySubject(body), options);
      if (evaluation.verdict !== 'non-compliant') return;
      const before = structuredClone(body);
      const assigned = { policy, assignment: { id: '', scope: '' } } as AssignedPolicy;
      const remediation = remediationOf(evaluation, assigned, options);
      expect(body).toEqual(before);
      if (remediation.kind !== 'change') {
        expect(remediation).toMatchObject({ kind: 'unknown', reason: expect.stringMatching(/./) });
        counts.unknown++;
        return;
      }
      counts.proved++;
      const { changes } = remediation;
      expect(changes.length).toBeGreaterThan(0);
      expectCompliant(policy, applyChanges(body, changes), options);
      expectOnlyNamed(body, changes);
      if (changes.length <= 8) expectMinimal(policy, body, changes, options);
      for (const { path } of changes) expect(['id', 'type']).not.toContain(String(path[0]).toLowerCase());
    }),
    runs,
  );
  // Rules made at random are often about nothing that can change; enough of them are not.
  expect(counts.proved).toBeGreaterThan(runs.numRuns / 20);
});
