import { describe, expect, it } from 'vitest';
import { definition, definitionId, inForce, initiative, isStorage } from './assess.case.ts';
import { controlsOf } from './controls.ts';

function controls(metadata: object, groupNames?: string[]): string[] {
  const one = definition('one', isStorage, 'audit', { metadata });
  if (groupNames === undefined) return controlsOf(inForce(one)[0]!);
  const reference = {
    policyDefinitionId: definitionId('one'),
    policyDefinitionReferenceId: 'one',
    groupNames,
  };
  return controlsOf(inForce(initiative('i', [reference]), one)[0]!);
}

describe('the controls of a policy', () => {
  it.each<[string, object, string[] | undefined, string[]]>([
    ['its metadata', { controls: ['MCSB NS-2', 3] }, undefined, ['MCSB NS-2']],
    ['the benchmark by its old name', {}, ['Azure_Security_Benchmark_v3.0_NS-2'], ['MCSB NS-2']],
    ['the benchmark by its new name', {}, ['MCSB_DP-3', 'MCSB_v1.0_dp-4'], ['MCSB DP-3', 'MCSB DP-4']],
    ['other frameworks by their own words', {}, ['NIST_SP_800-53_R5_AC-2'], ['NIST SP 800-53 R5 AC-2']],
    ['each once', { controls: ['MCSB NS-2'] }, ['MCSB_NS-2'], ['MCSB NS-2']],
    [
      'six at most',
      {},
      Array.from({ length: 9 }, (_, index) => `MCSB_NS-${index}`),
      Array.from({ length: 6 }, (_, index) => `MCSB NS-${index}`),
    ],
    ['none', {}, undefined, []],
  ])('are %s', (_, metadata, groups, expected) => {
    expect(controls(metadata, groups)).toEqual(expected);
  });
});
