import { describe, expect, it } from 'vitest';
import { renderConsole } from './console.ts';
import { finding, plainOptions, report, sampleFindings, sampleReport } from './report.case.ts';

const esc = '\u001b';

describe('console', () => {
  it('says where, what, why and from where', () => {
    expect(renderConsole(report([finding()]), plainOptions)).toBe(
      [
        'infra/storage.json:41:24  deny  Storage accounts should disable public network access',
        '    stprod (Microsoft.Storage/storageAccounts)  properties.publicNetworkAccess is "Enabled", must be "Disabled"',
        '    from parameter publicAccess (infra/storage.parameters.json:12:20) · assigned at corp · MCSB NS-2',
        '',
        'explain: landguard explain 0123456789abcdef',
        '12 templates · 148 resources · 312 policies · 1 denied · 0 non-compliant · 0 undecided · 0.4 s',
        '',
      ].join('\n'),
    );
  });

  it('is the counts alone when there is nothing to say, or when asked to be quiet', () => {
    const counts =
      '12 templates · 148 resources · 312 policies · 0 denied · 0 non-compliant · 0 undecided · 0.4 s\n';
    expect(renderConsole(report([]), plainOptions)).toBe(counts);
    expect(renderConsole(sampleReport(), { ...plainOptions, quiet: true }).split('\n')).toHaveLength(2);
  });

  it('collapses copies, keeps the undecided and the failed apart', () => {
    const text = renderConsole(report(sampleFindings().slice(0, -1)), plainOptions);
    const blocks = text.split('\n\n');
    expect(blocks).toHaveLength(4);
    expect(blocks[0]).toContain('disk0 (Microsoft.Compute/disks) and 2 more: disk1, disk2  ');
    expect(blocks[0]).not.toContain('undecided');
    expect(blocks[1]).toMatch(/^infra\/storage\.json:60:1 {2}error {2}Broken policy/);
    expect(blocks[2]).toMatch(/^infra\/compute\.json:20:3 {2}undecided {2}Allowed locations/);
    expect(blocks[2]).toContain('because parameter location has no value');
  });

  it('puts diagnostics in a block of their own, with their advice', () => {
    const { diagnostics } = sampleReport();
    const text = renderConsole(report([], { diagnostics: diagnostics.slice(0, 1) }), plainOptions);
    expect(text).toMatch(
      /^infra\/a\.json:3:5 {2}error LG1001 {2}not valid JSON: .*\n {4}correct the text here; .*\n\n12/,
    );
  });

  it('says that policies were not evaluated, and why when asked', () => {
    const { notEvaluated } = sampleReport();
    const given = report([], { notEvaluated: notEvaluated.slice(0, 1) });
    expect(renderConsole(given, plainOptions)).toMatch(
      /^36 policies were not evaluated \(--verbose says why\)\n/,
    );
    expect(renderConsole(given, { ...plainOptions, verbose: true })).toContain(
      '    36: the effect manual needs an attestation, e.g. Attest this, And that\n',
    );
  });

  it('gives every copy, reason, fix, fingerprint and description when verbose', () => {
    const text = renderConsole(report(sampleFindings().slice(0, -1)), { ...plainOptions, verbose: true });
    for (const wanted of [
      'fingerprint: copy2',
      'fix: set publicNetworkAccess to Disabled',
      'about: To improve the security of storage accounts.',
      'Microsoft.Storage/storageAccounts/publicNetworkAccess notEquals "Disabled" (infra/storage.json:41:24)',
      'assigned at corp: Deny public access through Public network access',
    ]) {
      expect(text).toContain(wanted);
    }
  });

  it('colours by outcome, and only when asked', () => {
    const text = renderConsole(report(sampleFindings()), { ...plainOptions, color: true });
    expect(text).toContain(`${esc}[31mdeny${esc}[39m`);
    expect(text).toContain(`${esc}[33maudit${esc}[39m`);
    expect(text).toContain(`${esc}[36mundecided${esc}[39m`);
    expect(text).toContain(`${esc}[35merror${esc}[39m`);
    expect(renderConsole(sampleReport(), plainOptions)).not.toContain(esc);
  });

  it('lets through no escape sequence but its own', () => {
    const text = renderConsole(sampleReport(), { color: true, verbose: true, quiet: false, width: 60 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about them.
    const own = /\u001b\[(1|2|22|31|33|35|36|39)m/g;
    expect(text.replaceAll(own, '')).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
  });
});
