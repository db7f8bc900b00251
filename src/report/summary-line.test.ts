import { describe, expect, it } from 'vitest';
import { report } from './report.case.ts';
import { counted, grouped, summaryLine } from './summary-line.ts';

describe('summaryLine', () => {
  const { summary } = report([]);

  it('says the counts', () => {
    expect(summaryLine({ ...summary, denied: 3, nonCompliant: 9, undecided: 2 })).toBe(
      '12 templates · 148 resources · 312 policies · 3 denied · 9 non-compliant · 2 undecided · 0.4 s',
    );
  });

  it('says errors and exclusions only when there are some', () => {
    const line = summaryLine({
      ...summary,
      templates: 1,
      policies: 1,
      errors: 1,
      excluded: 4,
      durationMs: 40,
    });
    expect(line).toBe(
      '1 template · 148 resources · 1 policy · 0 denied · 0 non-compliant · 0 undecided · 1 error · 4 excluded · 0.04 s',
    );
  });

  it('counts', () => {
    expect(counted(1, 'finding')).toBe('1 finding');
    expect(counted(0, 'finding')).toBe('0 findings');
    expect([999, 1000, 1234567].map(grouped)).toEqual(['999', '1,000', '1,234,567']);
  });
});
