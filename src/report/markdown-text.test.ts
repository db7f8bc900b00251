import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, markdownText } from './markdown-text.ts';

function unescapeMarkdown(text: string): string {
  const visible = text.replace(/(&#(?:64|35);)&#8203;/g, '$1');
  return visible.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

describe('escapeMarkdown', () => {
  it('is undone by what displays it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => unescapeMarkdown(escapeMarkdown(text)) === text),
    );
    const pieces = fc.array(fc.constantFrom('&#64;', '@', '#', '|', '://', 'www.', '\\', '&', '\u200b', 'a'));
    fc.assert(
      fc.property(pieces, (parts) => unescapeMarkdown(escapeMarkdown(parts.join(''))) === parts.join('')),
    );
  });

  it.each([
    ['a|b', 'a&#124;b'],
    ['`x`', '&#96;x&#96;'],
    ['<b>', '&#60;b&#62;'],
    ['@octocat', '&#64;&#8203;octocat'],
    ['#1', '&#35;&#8203;1'],
    ['[a](https://b)', '&#91;a&#93;(https&#58;//b)'],
    ['WWW.a.example', 'WWW&#46;a.example'],
    ['infra/storage.json:41:24', 'infra/storage.json:41:24'],
  ])('%j is %s', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it('is one line of limited length', () => {
    expect(markdownText('a\nb', 10)).toBe('a b');
    expect(markdownText('x'.repeat(400))).toHaveLength(300);
  });
});
