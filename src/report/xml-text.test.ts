import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nasty } from './report.case.ts';
import { escapeXml, xmlAttributes, xmlText } from './xml-text.ts';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code === undefined ? named[name]! : String.fromCharCode(Number(code)),
  );
}

it('is undone by reading it', () => {
  const pieces = fc.array(fc.constantFrom('&', '<', '>', '"', "'", '#', ':', '&amp;', '\u00ad', 'a', '😀'));
  fc.assert(fc.property(pieces, (parts) => unescapeXml(escapeXml(parts.join(''))) === parts.join('')));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => unescapeXml(escapeXml(text)) === text));
});

it('has only characters of XML 1.0', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(xmlText(text)).toMatch(/^[\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
    }),
  );
});

it('keeps markup and commands from being any', () => {
  expect(xmlText(nasty)).not.toMatch(/[<>"']|##|::/);
  expect(xmlAttributes({ a: '"><b', n: 1, none: undefined })).toBe(' a="&quot;&gt;&lt;b" n="1"');
});
