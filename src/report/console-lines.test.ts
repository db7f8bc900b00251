import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indented } from './console-lines.ts';

describe('indented', () => {
  it('wraps between words', () => {
    const text = 'one two three four five six seven eight nine ten';
    expect(indented(text, 4, 40)).toEqual(['    one two three four five six seven', '    eight nine ten']);
    expect(indented(text, 4, undefined)).toEqual([`    ${text}`]);
  });

  it('keeps every word, and a word that is too long whole', () => {
    const word = fc.stringMatching(/^[a-z]{1,60}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 1, max: 80 }), (words, width) => {
        const lines = indented(words.join(' '), 2, width);
        expect(lines.map((line) => line.slice(2)).join(' ')).toBe(words.join(' '));
        for (const line of lines) {
          expect(line.length <= Math.max(width, 40) || !line.trim().includes(' ')).toBe(true);
        }
      }),
    );
  });

  it('lets no wrapped line begin with a command', () => {
    const text = `${'a'.repeat(34)} ::error::owned`;
    expect(indented(text, 4, 40)).toEqual([`    ${'a'.repeat(34)}`, '    : :error::owned']);
  });
});
