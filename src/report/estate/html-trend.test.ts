import { expect, it } from 'vitest';
import { estateReport } from './estate-report.case.ts';
import { trendCard } from './html-trend.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';

const point = (score: number | undefined) => ({
  assessedAt: '2026-01-01',
  score,
  compliancePercent: 50,
  failing: 3,
});

function dotsOf(scores: readonly (number | undefined)[]): number[][] {
  const card = trendCard(estateReport([], 0, { history: scores.map(point) }));
  return [...card.matchAll(/class="dot" d="M ([\d.]+) ([\d.]+) h 0"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
}

it('draws each score at its place, and a gap where there is none', () => {
  const [top, bottom, ...others] = dotsOf([100, 0, undefined, 50]);
  expect(others).toHaveLength(1);
  expect(top![1]).toBeLessThan(bottom![1]!);
  expect(others[0]![1]).toBe((top![1]! + bottom![1]!) / 2);
  expect(others[0]![0]! - bottom![0]!).toBeCloseTo(2 * (bottom![0]! - top![0]!), 0);
});

it('says the numbers besides, the latest first', () => {
  const card = trendCard(sampleEstateReport());
  expect(card).toContain('aria-label="Score from 2026-11-16: 46.7 to 2026-11-23: 49.0"');
  expect(card.indexOf('<th scope="row">2026-11-23')).toBeLessThan(card.indexOf('<th scope="row">2026-11-09'));
});

it('shows the last of many, and nothing without an assessment before', () => {
  const many = Array.from({ length: 400 }, (_, index) => index / 4);
  expect(dotsOf(many)).toHaveLength(60);
  expect(trendCard(estateReport([], 0, { history: many.map(point) }))).toContain('last 60 of 400');
  expect(trendCard(estateReport([]))).toBe('');
  expect(trendCard(estateReport([], 0, { history: [point(5)] }))).toBe('');
});
