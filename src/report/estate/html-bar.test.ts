import { describe, expect, it } from 'vitest';
import { states } from './estate-report.case.ts';
import { htmlBar, htmlLegend, stateParts } from './html-bar.ts';

const widthsOf = (bar: string) => [...bar.matchAll(/ width="([\d.]+)"/g)].map(([, width]) => Number(width));

describe('bar', () => {
  it('is drawn to scale, and its label says the numbers', () => {
    const bar = htmlBar(stateParts(states({ nonCompliant: 1, compliant: 3 })));
    expect(widthsOf(bar)).toEqual([250, 750]);
    expect(bar).toContain('aria-label="1 non-compliant, 3 compliant"');
  });

  it('shows the smallest part, and is never longer than it is', () => {
    const widths = widthsOf(
      htmlBar(stateParts(states({ nonCompliant: 1, undecided: 1, compliant: 1_000_000 }))),
    );
    expect(widths).toHaveLength(3);
    expect(Math.min(...widths)).toBeGreaterThan(3);
    expect(widths.reduce((sum, width) => sum + width)).toBeCloseTo(1000, 0);
  });

  it('is nothing without anything to show', () => {
    expect(htmlBar(stateParts(states({})))).toBe('');
    expect(htmlLegend(stateParts(states({})))).toBe('<ul class="legend"></ul>');
  });
});
