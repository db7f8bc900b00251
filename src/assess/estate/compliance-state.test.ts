import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ComplianceState,
  compliancePercent,
  complianceStates,
  rollUp,
  StateCounter,
  type StateCounts,
  stateOfVerdict,
} from './compliance-state.ts';

/** The documented rank (compliance-states.md); `undecided` and `notEvaluated` are landguard's own. */
const documented: readonly ComplianceState[] = [
  'nonCompliant',
  'compliant',
  'error',
  'conflicting',
  'protected',
  'exempt',
  'unknown',
];
const state = fc.constantFrom(...complianceStates);

function counted(numbers: Partial<StateCounts>): StateCounts {
  const counter = new StateCounter();
  for (const [name, count] of Object.entries(numbers)) counter.add(name as ComplianceState, count);
  return counter.counts;
}

describe('rollUp', () => {
  it.each(documented.flatMap((a, at) => documented.slice(at).map((b) => [a, b] as const)))(
    '%s before %s',
    (winner, other) => {
      expect(rollUp(winner, other)).toBe(winner);
      expect(rollUp(other, winner)).toBe(winner);
    },
  );

  it('does not let a pass hide what is undecided, nor anything hide a failure', () => {
    expect(rollUp('compliant', 'undecided')).toBe('undecided');
    expect(rollUp('undecided', 'nonCompliant')).toBe('nonCompliant');
    for (const other of documented) expect(rollUp('notEvaluated', other)).toBe(other);
  });

  it('does not mind the order of policies', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1 }), (states) => {
        const of = (list: readonly ComplianceState[]) =>
          list.reduce<ComplianceState | undefined>((own, one) => rollUp(own, one), undefined);
        expect(of(states)).toBe(of(states.toReversed()));
        expect(states).toContain(of(states));
      }),
    );
  });
});

describe('compliancePercent', () => {
  it.each<[Partial<StateCounts>, number | undefined]>([
    [{ compliant: 19, nonCompliant: 1 }, 95],
    [{ compliant: 1, exempt: 1, unknown: 1, nonCompliant: 1, conflicting: 1, error: 1 }, 50],
    [{ unknown: 2, nonCompliant: 2 }, 50],
    [{ exempt: 3, error: 1 }, 75],
    [{ conflicting: 4 }, 0],
    [{ compliant: 1, protected: 99, notEvaluated: 99 }, 100],
    [{ protected: 3, notEvaluated: 3 }, undefined],
    [{}, undefined],
  ])('of %j is %s', (numbers, percent) => {
    expect(compliancePercent(counted(numbers))).toBe(percent);
  });

  it('falls with every failure', () => {
    const numbers = fc.record(
      Object.fromEntries(complianceStates.map((one) => [one, fc.nat(20)])) as Record<
        ComplianceState,
        fc.Arbitrary<number>
      >,
    );
    fc.assert(
      fc.property(numbers, (counts) => {
        const worse = compliancePercent({ ...counts, nonCompliant: counts.nonCompliant + 1 });
        const now = compliancePercent(counts);
        expect(worse).toBeDefined();
        if (now !== undefined && now > 0) expect(worse).toBeLessThan(now);
      }),
    );
  });
});

describe('stateOfVerdict', () => {
  it('tells what nobody attested from what cannot be decided', () => {
    expect(stateOfVerdict('unknown')).toBe('undecided');
    expect(stateOfVerdict('not-applicable')).toBeUndefined();
    expect(stateOfVerdict('not-evaluated')).toBe('notEvaluated');
  });
});
