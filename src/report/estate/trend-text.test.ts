import { describe, expect, it } from 'vitest';
import { estateReport } from './estate-report.case.ts';
import { changeText, dayText, failingText, trendOf, trendText } from './trend-text.ts';

function point(assessedAt: string, score: number | undefined, failing: number) {
  return { assessedAt, score, compliancePercent: undefined, failing };
}

describe('trend', () => {
  it('is the change from the assessment before to this one', () => {
    const history = [
      point('2026-01-01', 10, 90),
      point('2026-02-01T08:00:00Z', 50, 40),
      point('2026-03-01', 47.5, 44),
    ];
    const trend = trendOf(estateReport([], 0, { history }))!;
    expect(trend).toMatchObject({ score: -2.5, failing: 4, since: { score: 50 } });
    expect(trendText(trend)).toBe('score down 2.5, 4 more failing since 2026-02-01');
  });

  it('is none without an assessment before', () => {
    expect(trendOf(estateReport([]))).toBeUndefined();
    expect(trendOf(estateReport([], 0, { history: [point('2026-01-01', 10, 90)] }))).toBeUndefined();
  });

  it('says nothing of a score that one of the two has not', () => {
    const history = [point('2026-01-01', undefined, 1200), point('2026-02-01', 50, 0)];
    expect(trendText(trendOf(estateReport([], 0, { history }))!)).toBe(
      '1,200 fewer failing since 2026-01-01',
    );
  });

  it.each([
    [0, 'unchanged'],
    [0.04, 'unchanged'],
    [-0.04, 'unchanged'],
    [0.05, 'up 0.1'],
    [-31.26, 'down 31.3'],
  ])('calls a change of %f %s', (change, text) => {
    expect(changeText(change)).toBe(text);
  });

  it('counts failing pairs and names days', () => {
    expect([failingText(0), failingText(-1), failingText(2)]).toEqual([
      'as many failing',
      '1 fewer failing',
      '2 more failing',
    ]);
    expect([dayText('2026-11-16T23:59:00-05:00'), dayText('soon')]).toEqual(['2026-11-17', 'soon']);
  });
});
