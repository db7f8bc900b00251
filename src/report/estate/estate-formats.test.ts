import { describe, expect, it } from 'vitest';
import { estateFormats } from '../index.ts';
import { estateReport, nasty, plainOptions } from './estate-report.case.ts';
import { hostileEstateReport } from './hostile-estate-report.case.ts';
import { elementsOf, type HtmlElement, withoutOwnScript } from './html-elements.case.ts';
import { largeEstateReport } from './large-estate.case.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';

const large = largeEstateReport(10_000);
/** What each of these would do where it is not escaped. */
const hostileTexts = [
  nasty,
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]><img src=x onerror=alert(1)>',
  '"onmouseover="alert(1)',
  "'onfocus='alert(1)",
  '=HYPERLINK("https://evil.example")',
  '`|</details></table>',
];

/** An element without what may differ: the values of attributes, and the text of the element that holds the data. */
function kindOf({ name, attributes, text }: HtmlElement): readonly string[] {
  return [name, attributes.replace(/="[^"]*"/g, ''), attributes === '' ? text : ''];
}

/** The tags and comments in a text of Markdown, in which HTML is written as it is. */
function tagsOf(text: string): string[] {
  return text.match(/<[^>]*>?/g) ?? [];
}

it('names each format once', () => {
  const names = estateFormats.map((format) => format.name);
  expect(names).toEqual(['console', 'json', 'html', 'csv', 'markdown', 'ocsf', 'sarif', 'oscal']);
  for (const format of estateFormats) {
    expect(format.extension).toMatch(/^[a-z]+$/);
    expect(format.description).not.toBe('');
  }
});

describe.each(estateFormats.map((format) => [format.name, format] as const))('%s', (name, { render }) => {
  it('renders an empty report', () => {
    const text = render(estateReport([]), plainOptions);
    expect(text === '' || text.endsWith('\n')).toBe(true);
    expect(name === 'html' ? withoutOwnScript(text) : text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('renders the same text each time, and leaves the report alone', () => {
    const given = sampleEstateReport();
    const before = JSON.stringify(given);
    expect(render(given, plainOptions)).toBe(render(given, plainOptions));
    expect(JSON.stringify(given)).toBe(before);
  });

  it('names every finding of the sample, and no value that is missing', () => {
    const text = render(sampleEstateReport(), { ...plainOptions, verbose: true });
    for (const { resource, state } of sampleEstateReport().findings) {
      expect(text, state).toContain(resource.name);
    }
    expect(name === 'html' ? withoutOwnScript(text) : text).not.toMatch(
      /\b(NaN|Infinity|undefined)\b|\[object Object\]/,
    );
  });

  it('renders 10,000 findings in time', { timeout: 30_000 }, () => {
    const text = render(large, plainOptions);
    expect(text.length).toBeLessThan(name === 'markdown' ? 65_536 : 30_000_000);
    if (name === 'markdown' || name === 'console') return;
    for (let index = 0; index < large.findings.length; index += 997) {
      expect(text).toContain(large.findings[index]!.resource.name);
    }
  });

  describe.each(hostileTexts.map((text) => [text]))('with %j everywhere', (hostile) => {
    it.each([
      ['plain', plainOptions],
      ['verbose and wrapped', { ...plainOptions, verbose: true, width: 50 }],
    ])('lets it do nothing, %s', (_, options) => {
      const text = render(hostileEstateReport(hostile), options);
      const lineEnd = name === 'csv' ? /\r\n/ : /\n/;
      for (const line of text.split(lineEnd)) {
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\uffff]/u);
        expect(line).not.toMatch(/^[\s\p{Default_Ignorable_Code_Point}]*::/u);
        expect(line.replace(/^### (?=[A-Z])/, '')).not.toMatch(/#\p{Default_Ignorable_Code_Point}*#/u);
      }
      const harmless = render(hostileEstateReport('harmless'), options);
      if (name === 'html') expect(elementsOf(text).map(kindOf)).toEqual(elementsOf(harmless).map(kindOf));
      if (name === 'markdown') expect(tagsOf(text)).toEqual(tagsOf(harmless));
    });
  });
});
