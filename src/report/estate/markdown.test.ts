import { describe, expect, it } from 'vitest';
import { estateReport } from './estate-report.case.ts';
import { hostileEstateReport } from './hostile-estate-report.case.ts';
import { largeEstateReport } from './large-estate.case.ts';
import { renderEstateMarkdown } from './markdown.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';

describe('markdown', () => {
  const sample = renderEstateMarkdown(sampleEstateReport());

  it('begins with its mark, the score and the states', () => {
    const lines = sample.split('\n');
    expect(lines[0]).toBe('<!-- landguard assess -->');
    expect(lines[1]).toBe('**landguard: fabrikam-landing-zone: score 49.0 of 100**');
    expect(sample).toContain('| pairs of policy and resource | 3 | 1 | 1 | 1 | 0 | 1 | 1 | 1 | 40 |');
    expect(sample).toContain('counts exempt and not attested ones as compliant');
  });

  it('shows what to fix and what was not seen, and folds the rest', () => {
    const open = sample.replace(/<details>[\s\S]*?<\/details>/g, '');
    expect(open).toContain('### Fix first (2)');
    expect(open).toContain('### What this report could not see (8)');
    expect(open).not.toContain('Owners');
    expect(sample).toContain('<details><summary>Findings (9)</summary>');
    expect(sample).toContain('| MCSB | 5 | 1 | 1 | 1 | 1 | 1 |');
    expect(sample.match(/<details>/g)).toHaveLength(sample.match(/<\/details>/g)!.length);
  });

  it('has rows as wide as their tables', () => {
    for (const table of sample.split('\n\n').filter((block) => block.startsWith('| '))) {
      const widths = table
        .trim()
        .split('\n')
        .map((row) => row.split(' | ').length);
      expect(new Set(widths).size, table).toBe(1);
    }
  });

  it('stays a comment, and says what was left out', () => {
    const text = renderEstateMarkdown(largeEstateReport(10_000));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/_\d+ more not shown here/);
    expect(text).toContain('Findings (10,000)');
    expect(text.trimEnd().endsWith('</sub>')).toBe(true);
    expect(renderEstateMarkdown(hostileEstateReport('<'.repeat(5000))).length).toBeLessThan(65_536);
  });

  it('mentions nobody and links nowhere', () => {
    const text = renderEstateMarkdown(hostileEstateReport('@octocat #1 https://evil.example [a](b)'));
    expect(text).not.toMatch(/@octocat|(?<!&)#1|https:\/\/|\]\(/);
  });

  it('says what has changed, and the score of Defender', () => {
    expect(sample).toContain('score up 2.3, 3 fewer failing since 2026-11-16. Defender secure score 62.5 %');
    expect(renderEstateMarkdown(estateReport([]))).not.toContain('since');
  });

  it('is short for an empty report', () => {
    expect(renderEstateMarkdown(estateReport([])).split('\n').length).toBeLessThan(20);
  });
});
