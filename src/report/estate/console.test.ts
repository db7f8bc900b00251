import { describe, expect, it } from 'vitest';
import { renderEstateConsole } from './console.ts';
import { estateFinding, estateReport, plainOptions } from './estate-report.case.ts';
import { largeEstateReport } from './large-estate.case.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';

describe('console', () => {
  it('says the score and its formula, what to fix, whose it is, and the counts', () => {
    expect(renderEstateConsole(estateReport([estateFinding()], 3), plainOptions)).toBe(
      [
        'fabrikam-landing-zone  assessed 2026-11-23 09:35 UTC',
        'score 37.5 of 100   compliance 75.0 %   4 resources   312 policies',
        '    score = 100 × (1 − 10 lost / 16 possible); each evaluated pair of policy and resource weighs by severity: critical 50, high 10, medium 3, low 1, info 0',
        "    compliance is Azure's formula over resources, which counts exempt and not attested ones as compliant; 75.0 % are proven compliant",
        '    4 pairs: 1 non-compliant, 3 compliant',
        '',
        'fix first',
        '    high      Storage accounts should disable public network access  1 non-compliant',
        '              set publicNetworkAccess to Disabled',
        '',
        'owners',
        '    critical  high  medium  low  info  resources  owner',
        '           0     1       0    0     0          1  shop-team',
        '',
        'assignments',
        '    non-compliant  undecided  compliant  compliance  proven  assignment',
        '                1          0          3      75.0 %  75.0 %  Deny public access at corp',
        '',
        'score 37.5 of 100 · 4 resources · 4 assignments · 312 policies · 1 non-compliant · 0 undecided · 1.2 s',
        '',
      ].join('\n'),
    );
  });

  it('is the last line alone when asked to be quiet', () => {
    expect(renderEstateConsole(sampleEstateReport(), { ...plainOptions, quiet: true })).toBe(
      'score 49.0 of 100 · 49 resources · 4 assignments · 312 policies · 3 non-compliant · 1 undecided · 1 error · 1 conflicting · 1 exempt · 1.2 s\n',
    );
  });

  it('fits a screen, however large the estate', () => {
    const lines = renderEstateConsole(largeEstateReport(10_000), plainOptions).split('\n');
    expect(lines.length).toBeLessThan(55);
    expect(lines.join('\n')).toContain('and 2 more policies (--verbose)');
  });

  it('puts what nobody owns first, and says what was not seen', () => {
    const text = renderEstateConsole(sampleEstateReport(), plainOptions);
    expect(text).toMatch(/owner\n +1 +0 +0 +0 +0 +1 {2}nobody\n/);
    expect(text).toContain(
      'MCSB  9 controls: 5 tested (1 failing), 1 attested, 1 inherited, 1 not evaluable, 1 not covered',
    );
    expect(text).toContain('2 scopes without any assignment');
    expect(text).toContain('1 related type not in the export');
    expect(text).toContain('36 policies not evaluated');
    expect(text).toContain('LG1006');
    expect(text).toContain('2 findings waived (1 waiver in force, 1 expired;');
    expect(text).toContain('score up 2.3, 3 fewer failing since 2026-11-16\n');
    expect(text).toContain('Defender secure score 62.5 %, 6.25 of 10 points\n');
    expect(text).not.toContain('findings\n');
  });

  it('shows every finding with its evidence when asked for more', () => {
    const text = renderEstateConsole(sampleEstateReport(), { ...plainOptions, verbose: true });
    expect(text).toContain('critical non-compliant  Key vaults should have purge protection');
    expect(text).toContain('high undecided  Storage accounts should disable public network access');
    expect(text).toContain('    exemption: erp-waiver, waiver, until 2027-01-31');
    expect(text).toContain('owner shop-team by tag owner');
    expect(text).toContain('    open, first seen 2026-09-01, last seen 2026-11-23\n');
  });

  it('says that nothing was evaluated, rather than that all is well', () => {
    const text = renderEstateConsole(estateReport([]), plainOptions);
    expect(text).toContain('score n/a   compliance n/a');
    expect(text).toContain('nothing was evaluated');
  });

  it('colours only when asked to', () => {
    expect(renderEstateConsole(sampleEstateReport(), plainOptions)).not.toContain('\u001b');
    expect(renderEstateConsole(sampleEstateReport(), { ...plainOptions, color: true })).toContain(
      '\u001b[31m',
    );
  });
});
