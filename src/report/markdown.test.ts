import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';
import { finding, nastyFinding, report, sampleReport } from './report.case.ts';

describe('markdown', () => {
  it('puts the verdict and what is denied first', () => {
    const text = renderMarkdown(report([finding()]));
    expect(text).toContain('**landguard: 1 finding would stop this deployment**');
    expect(text).toContain('| 1 | 0 | 0 | 0 | 1,204 | 0 |');
    expect(text).toContain(
      '| infra/storage.json:41:24 | stprod (Microsoft.Storage/storageAccounts) | ' +
        'deny: Storage accounts should disable public network access<br>' +
        'properties.publicNetworkAccess is "Enabled", must be "Disabled" | set publicNetworkAccess to Disabled |',
    );
    expect(text).not.toContain('<details>');
  });

  it('folds the rest, each kind on its own', () => {
    const text = renderMarkdown(sampleReport());
    const summaries = [...text.matchAll(/<summary>(.*?)<\/summary>/g)].map((match) => match[1]);
    expect(summaries).toEqual([
      'Errors (1)',
      'Input (4)',
      'Non-compliant (4)',
      'Undecided (1)',
      'Not evaluated (1)',
    ]);
    expect(text).toContain('37 policies not evaluated');
  });

  it('does not call an undecided or unreadable check clean', () => {
    expect(renderMarkdown(report([]))).toContain('**landguard: no findings**');
    expect(renderMarkdown(report([finding({ verdict: 'unknown' })]))).toContain('**landguard: 1 undecided**');
    const { diagnostics } = sampleReport();
    expect(renderMarkdown(report([], { diagnostics }))).toContain('**landguard: 3 problems in the input**');
  });

  it('is only the markup that it means', () => {
    const text = renderMarkdown(report([nastyFinding()], { diagnostics: sampleReport().diagnostics }));
    const tags = new Set([...text.matchAll(/<\/?([a-z!-]+)/g)].map((match) => match[1]));
    expect([...tags].sort()).toEqual(['!--', 'br', 'details', 'sub', 'summary']);
    expect(text).not.toMatch(/[@`~\\]|\]\(|:\/\//);
    const row = text.split('\n').find((line) => line.includes('octocat'));
    expect(row?.split('|')).toHaveLength(6);
  });

  it('cuts with a count before the limit of GitHub', () => {
    const many = Array.from({ length: 3000 }, () => nastyFinding());
    const text = renderMarkdown(report(many));
    expect(text.length).toBeLessThan(65_536);
    const shown = text.split('\n').filter((line) => line.includes('octocat')).length;
    expect(text).toContain(`_${3000 - shown} more not shown here`);
  });
});
