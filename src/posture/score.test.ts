import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { severities } from '../kernel/index.ts';
import { landguardScore } from './score.ts';

const counts = fc.array(
  fc
    .record({
      severity: fc.constantFrom(...severities),
      decided: fc.nat(1_000),
      failingShare: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ severity, decided, failingShare }) => ({
      severity,
      decided,
      failing: Math.floor(decided * failingShare),
    })),
  { maxLength: 8 },
);

describe('landguardScore', () => {
  it('is 100 without failures, and says nothing where nothing was decided', () => {
    expect(landguardScore([{ severity: 'high', decided: 5, failing: 0 }]).value).toBe(100);
    expect(landguardScore([]).value).toBeUndefined();
    expect(landguardScore([{ severity: 'info', decided: 5, failing: 5 }]).value).toBeUndefined();
  });

  it('can be done again by hand', () => {
    const score = landguardScore([
      { severity: 'medium', decided: 10, failing: 2 },
      { severity: 'low', decided: 10, failing: 5 },
    ]);
    expect(score).toMatchObject({ lost: 11, possible: 40, value: 72.5 });
  });

  it('never falls when a finding is fixed', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (list, pick) => {
        const at = list.findIndex((one, index) => index >= pick % (list.length || 1) && one.failing > 0);
        if (at === -1) return;
        const fixed = list.map((one, index) => (index === at ? { ...one, failing: one.failing - 1 } : one));
        expect(landguardScore(fixed).value ?? 0).toBeGreaterThanOrEqual(landguardScore(list).value ?? 0);
      }),
    );
  });

  it('does not let compliant resources hide a critical', () => {
    fc.assert(
      fc.property(counts, fc.nat(1_000_000), (list, more) => {
        const withCritical = [...list, { severity: 'critical' as const, decided: 1 + more, failing: 1 }];
        expect(landguardScore(withCritical).value).toBeLessThanOrEqual(49);
      }),
    );
  });
});
