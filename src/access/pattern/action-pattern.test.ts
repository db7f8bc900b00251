import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../kernel/index.ts';
import { actionPattern, patternIncludes, patternMatches, patternsIntersect } from './action-pattern.ts';
import { everyText, smallPattern } from './patterns.case.ts';

const texts = everyText(6);

describe('a pattern', () => {
  it.each([
    ['*', 'Contoso.Shop/things/read', true],
    ['Contoso.Shop/*', 'contoso.shop/things/orders/write', true],
    ['Contoso.Shop/*', 'Contoso.Shops/things/write', false],
    ['Contoso.Shop/*/read', 'Contoso.Shop/things/orders/read', true],
    ['Contoso.Shop/*/read', 'Contoso.Shop/read', false],
    ['Contoso.Shop/things*/read', 'Contoso.Shop/things/read', true],
    ['*/read', 'Contoso.Shop/things/READ', true],
    ['*/read', 'read', false],
    ['contoso.shop/things/read ', 'Contoso.Shop/things/read', true],
    ['Contoso.Shop/things/read', 'Contoso.Shop/things/read/x', false],
    ['*/things/*/action', 'Contoso.Shop/things/sell/action', true],
    ['*/things/*/action', 'Contoso.Shop/things/action', false],
    ['a**b', 'ab', true],
    ['', 'a', false],
    ['', '', true],
  ])('%s, asked of %s: %s', (pattern, action, expected) => {
    expect(patternMatches(actionPattern(pattern), fold(action))).toBe(expected);
  });

  it('keeps the spelling of its author, without blanks', () => {
    expect(actionPattern(' Contoso.Shop/**/Read ')).toEqual({
      text: 'Contoso.Shop/*/Read',
      folded: 'contoso.shop/*/read',
      prefix: 'contoso.shop/',
      suffix: '/read',
      stars: 1,
    });
  });

  it('takes no longer for many stars', () => {
    const pattern = actionPattern(`${'a*'.repeat(20_000)}b`);
    expect(patternMatches(pattern, 'a'.repeat(50_000))).toBe(false);
  });
});

describe('two patterns', () => {
  const pair = fc.tuple(smallPattern(4), smallPattern(4));
  const matching = (pattern: string) =>
    new Set(texts.filter((text) => patternMatches(actionPattern(pattern), text)));

  it('include each other as their texts do', () => {
    fc.assert(
      fc.property(pair, ([outer, inner]) => {
        const all = matching(outer);
        const expected = [...matching(inner)].every((text) => all.has(text));
        expect(patternIncludes(actionPattern(outer), actionPattern(inner))).toBe(expected);
      }),
    );
  });

  it('have an action in common as their texts do', () => {
    fc.assert(
      fc.property(fc.tuple(smallPattern(), smallPattern()), ([a, b]) => {
        const other = matching(b);
        const expected = [...matching(a)].some((text) => other.has(text));
        expect(patternsIntersect(actionPattern(a), actionPattern(b))).toBe(expected);
      }),
    );
  });

  it('are the same to both questions in any case', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [one, other] = [actionPattern(a), actionPattern(b)];
        const [upper, lower] = [actionPattern(a.toUpperCase()), actionPattern(b.toLowerCase())];
        expect(patternIncludes(upper, lower)).toBe(patternIncludes(one, other));
        expect(patternsIntersect(upper, lower)).toBe(patternsIntersect(one, other));
      }),
    );
  });
});
