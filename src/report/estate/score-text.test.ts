import { describe, expect, it } from 'vitest';
import type { Score } from '../../kernel/index.ts';
import { scoreCap, scoreFormula, scoreText } from './score-text.ts';

const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

function score(changes: Partial<Score>): Score {
  return { value: 90, lost: 10, possible: 100, weights: none, failing: { ...none, high: 1 }, ...changes };
}

describe('score', () => {
  it('is said with its formula', () => {
    expect(scoreText(score({}))).toBe('90.0 of 100');
    expect(scoreFormula(score({}))).toBe('100 × (1 − 10 lost / 100 possible)');
    expect(scoreText(score({ value: undefined }))).toBe('n/a');
  });

  it('is said with its cap, for the most serious open severity', () => {
    const capped = score({ value: 49, failing: { ...none, critical: 1, low: 7 } });
    expect(scoreCap(capped)).toEqual({ uncapped: 90, value: 49, severity: 'critical' });
    expect(scoreFormula(capped)).toBe(
      '100 × (1 − 10 lost / 100 possible) = 90.0, at most 49.0 while a critical finding is open',
    );
  });

  it('takes no rounding for a cap', () => {
    expect(scoreCap(score({ value: 66.7, lost: 1, possible: 3 }))).toBeUndefined();
    expect(scoreCap(score({ value: 66.6, lost: 1, possible: 3 }))).toBeDefined();
    expect(scoreCap(score({ value: undefined, possible: 0 }))).toBeUndefined();
    expect(scoreCap(score({ failing: none }))).toBeUndefined();
  });
});
