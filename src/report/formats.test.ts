import { describe, expect, it } from 'vitest';
import { formats } from './index.ts';
import { finding, nastyFinding, place, plainOptions, report, sampleReport } from './report.case.ts';

const manyFindings = Array.from({ length: 3000 }, (_, index) =>
  finding({
    fingerprint: index.toString(16).padStart(16, '0'),
    effect: index % 3 === 0 ? 'deny' : 'audit',
    resource: { ...finding().resource, name: `st${index}` },
    place: place(`infra/${index % 40}.json`, index + 1),
  }),
);

it('names each format once', () => {
  const names = formats.map((format) => format.name);
  expect(new Set(names).size).toBe(names.length);
  for (const format of formats) {
    expect(format.name).toMatch(/^[a-z][a-z-]*$/);
    expect(format.extension).toMatch(/^[a-z]+$/);
    expect(format.description).not.toBe('');
  }
});

describe.each(formats.map((format) => [format.name, format] as const))('%s', (name, { render }) => {
  it('renders an empty report', () => {
    const text = render(report([]), plainOptions);
    expect(text === '' || text.endsWith('\n')).toBe(true);
  });

  it('renders the same text each time, and leaves the report alone', () => {
    const given = sampleReport();
    const before = JSON.stringify(given);
    expect(render(given, plainOptions)).toBe(render(given, plainOptions));
    expect(JSON.stringify(given)).toBe(before);
  });

  it('names every finding of the sample', () => {
    const text = render(sampleReport(), { ...plainOptions, verbose: true });
    for (const wanted of [
      'disk0',
      'disk1',
      'disk2',
      'stprod',
      'Allowed locations',
      'LG1001',
      'location has no value',
    ]) {
      expect(text).toContain(wanted);
    }
  });

  it('renders 3,000 findings in time', { timeout: 20_000 }, () => {
    const text = render(report(manyFindings), plainOptions);
    expect(text.length).toBeLessThan(name === 'markdown' ? 65_536 : 20_000_000);
    if (name !== 'markdown') {
      for (let index = 0; index < manyFindings.length; index += 97) expect(text).toContain(`st${index}`);
    }
  });

  it.each([
    ['plain', plainOptions],
    ['verbose and wrapped', { ...plainOptions, verbose: true, width: 50 }],
  ])('lets hostile text do nothing, %s', (_, options) => {
    const text = render({ ...sampleReport(), findings: [nastyFinding()] }, options);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\uffff]/u);
    for (const line of text.split('\n')) {
      // Its own commands begin a line and are at most one a line.
      const rest =
        name === 'github' || name === 'azure-pipelines' ? line.slice(2) : line.replace(/^### (?=[A-Z])/, '');
      expect(rest).not.toMatch(/#\p{Default_Ignorable_Code_Point}*#/u);
      if (name !== 'github') expect(rest).not.toMatch(/^[\s\p{Default_Ignorable_Code_Point}]*::/u);
    }
  });
});
