import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesFileName } from './folder-listing.ts';

describe('a pattern of file names', () => {
  it.each([
    ['a.bicep', '*.bicep', true],
    ['a.bicep', 'a.*', true],
    ['a.bicep', '?.bicep', true],
    ['ab.bicep', '?.bicep', false],
    ['a', '*.*', true],
    ['a', '', true],
    ['a', '*', true],
    ['A', 'a', false],
    ['a+b', 'a+b', true],
    ['aaab', '*ab', true],
    ['a.b', 'a[.]b', false],
    ['', '?', false],
  ])('%s of %s: %s', (name, pattern, expected) => {
    expect(matchesFileName(name, pattern)).toBe(expected);
  });

  it('means what a regular expression with .* and . means', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '.'), { maxLength: 8 }).map((parts) => parts.join(''));
    const pattern = fc.array(fc.constantFrom('a', 'b', '*', '?'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(text, pattern, (name, parts) => {
        const meant = parts.map((part) => ({ '*': '.*', '?': '.', a: 'a', b: 'b' })[part]).join('');
        expect(matchesFileName(name, parts.join(''))).toBe(new RegExp(`^${meant}$`).test(name));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes little time, whatever it is', () => {
    expect(matchesFileName('a'.repeat(255), `${'*a'.repeat(100)}b`)).toBe(false);
  });
});
