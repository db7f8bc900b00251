import { describe, expect, it } from 'vitest';
import { fitSections } from './markdown-section.ts';

const rows = Array.from({ length: 10 }, (_, index) => `row ${index}\n`);

describe('fitSections', () => {
  it('leaves all in when there is room', () => {
    expect(fitSections([{ head: 'H\n', rows, foot: 'F\n' }], 1000)).toBe(`H\n${rows.join('')}F\n`);
  });

  it('cuts with a count, the first sections last, and stays within the limit', () => {
    const sections = [
      { head: 'A\n', rows, foot: '' },
      { head: 'B\n', rows, foot: 'F\n' },
    ];
    const text = fitSections(sections, 290);
    expect(text.length).toBeLessThanOrEqual(290);
    expect(text).toMatch(/^A\n(row \d\n){10}B\n(row \d\n){4}\n_6 more not shown here/);
    expect(text.endsWith('F\n')).toBe(true);
  });
});
