import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { estateFormats } from './estate-formats.ts';
import { estateFinding, estateReport, plainOptions } from './estate-report.case.ts';
import { hostileEstateReport } from './hostile-estate-report.case.ts';
import { renderEstateHtml } from './html.ts';
import { elementsOf } from './html-elements.case.ts';
import { htmlScript } from './html-script.ts';
import { htmlStyle } from './html-style.ts';
import { largeEstateReport } from './large-estate.case.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';

function shapeOf(page: string): string[] {
  return elementsOf(page).map(({ name, attributes }) => name + attributes.replace(/="[^"]*"/g, ''));
}

function dataOf(page: string): { policies: Record<string, string>[]; findings: Record<string, unknown>[] } {
  const data = elementsOf(page).filter(({ attributes }) => attributes.includes('application/json'));
  expect(data).toHaveLength(1);
  return JSON.parse(data[0]!.text);
}

describe('html', () => {
  const sample = renderEstateHtml(sampleEstateReport());

  it('is one well-formed page without anything from elsewhere', () => {
    const elements = elementsOf(sample);
    expect(
      elements.filter(({ name }) => ['link', 'img', 'iframe', 'object', 'base', 'form'].includes(name)),
    ).toEqual([expect.objectContaining({ name: 'form' })]);
    for (const { attributes } of elements) {
      expect(attributes).not.toMatch(/ (src|style|on[a-z]+|action)=/);
      for (const [, link] of attributes.matchAll(/ href="([^"]*)"/g)) expect(link).toMatch(/^#[a-z]+$/);
    }
    expect(htmlStyle).not.toMatch(/url\(|@import/);
    expect(htmlScript).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|eval|fetch|XMLHttp|import\(/,
    );
  });

  it('lets no script and no style run but its own two', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(sample)![1]!;
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toContain('unsafe');
    for (const { name, attributes, text } of elementsOf(sample)) {
      if ((name !== 'script' && name !== 'style') || attributes !== '') continue;
      expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    }
  });

  it('has the elements that a harmless text gives, whatever the text', () => {
    const shape = shapeOf(renderEstateHtml(hostileEstateReport('harmless')));
    const texts = [
      '</script><script>alert(1)</script>',
      '" onload="x',
      "<!-- ' > & \u2028",
      '<svg/onload=1>',
      '</style>',
    ];
    for (const text of texts) expect(shapeOf(renderEstateHtml(hostileEstateReport(text)))).toEqual(shape);
  });

  it('gives the script every finding, with its texts as they are', () => {
    const finding = estateFinding({ message: '</script><!-- \u2028 & "é" 😀', owner: '' });
    const page = renderEstateHtml(estateReport([finding, estateFinding()]));
    const { policies, findings } = dataOf(page);
    expect(policies).toHaveLength(1);
    expect(policies[0]).toMatchObject({
      title: finding.policy.displayName,
      effect: 'audit',
      version: '1.0.1',
    });
    expect(findings[0]).toMatchObject({
      policy: 0,
      message: '</script><!--   & "é" 😀',
      owner: 'nobody',
      id: finding.resource.id,
      controls: 'MCSB NS-2',
    });
    expect(findings[0]).not.toHaveProperty('exemption');
    expect(dataOf(renderEstateHtml(largeEstateReport(10_000))).findings).toHaveLength(10_000);
  });

  it('has a script that is a script', () => {
    expect(() => new Function(htmlScript)).not.toThrow();
  });

  it('says the score with what it was computed from', () => {
    const { score } = sampleEstateReport().summary;
    expect(score.lost).toBe(61);
    expect(sample).toContain('aria-label="Score 49.0 of 100"');
    expect(sample).toContain(
      '100 × (1 − 61 lost / 141 possible) = 56.7, at most 49.0 while a critical finding is open',
    );
    expect(renderEstateHtml(estateReport([]))).toContain('nothing evaluated');
  });

  it('says green of nothing but what is proven', () => {
    const green = [...htmlStyle.matchAll(/\.(?:fill|state|outcome|severity)-(\w+) \{[^}]*--green/g)].map(
      ([, kind]) => kind,
    );
    expect([...new Set(green)].sort()).toEqual(['compliant', 'passing']);
    const passing = [
      ...sample.matchAll(
        /<tr><th scope="row" class="broad"><span class="name">([^<]*)<\/span>[^<]*<\/th><td><span class="badge outcome-passing"/g,
      ),
    ];
    expect(passing.map(([, id]) => id)).toEqual(['BR-1']);
  });

  it('says what it could not see, and what Azure counts as compliant', () => {
    for (const text of [
      '2 scopes without any assignment',
      '2 exemptions expired',
      'microsoft.insights/diagnosticsettings',
      '36 policies not evaluated',
    ]) {
      expect(sample).toContain(text);
    }
    expect(sample).toContain('counts 1 exempt and 0 not attested as compliant');
    expect(sample).toContain('2 remarks on the input');
    const cut = { ...sampleEstateReport(), findings: sampleEstateReport().findings.slice(0, 4) };
    expect(renderEstateHtml(cut)).toContain('4 of 9 pairs that are not compliant are listed here');
  });

  it('names what nobody owns first', () => {
    expect(sample.indexOf('data-owner="nobody"')).toBeLessThan(sample.indexOf('data-owner="shop-team"'));
  });

  it('is the format html', () => {
    expect(
      estateFormats.find(({ name }) => name === 'html')!.render(sampleEstateReport(), plainOptions),
    ).toBe(sample);
  });
});
