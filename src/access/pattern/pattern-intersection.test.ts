import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActionLimitError } from './action-limit-error.ts';
import { actionPattern, patternIncludes, patternMatches } from './action-pattern.ts';
import { patternIntersection } from './pattern-intersection.ts';
import { everyText, smallPattern } from './patterns.case.ts';

const texts = everyText(6);
const intersection = (a: string, b: string) =>
  patternIntersection(actionPattern(a), actionPattern(b)).map(({ text }) => text);

describe('what two patterns have in common', () => {
  it.each([
    ['*', 'Contoso.Shop/*', ['Contoso.Shop/*']],
    ['Contoso.Shop/*', '*/read', ['Contoso.Shop/*/read', 'Contoso.Shop/read']],
    ['Contoso.Shop/*/read', '*/read', ['Contoso.Shop/*/read']],
    ['Contoso.Shop/*', 'contoso.shop/things/*', ['contoso.shop/things/*']],
    ['Contoso.Shop/*', 'Contoso.Ship/*', []],
    ['*/read', '*/write', []],
    ['Contoso.Shop/*', 'contoso.SHOP/things/read', ['contoso.SHOP/things/read']],
    ['ab*', '*bc', ['ab*bc', 'abc']],
    ['a*', '*a', ['a*a', 'a']],
    ['ab*', '*ab', ['ab*ab', 'ab']],
    ['a*b', '*ab', ['a*ab', 'ab']],
    ['aab*', '*aba', ['aab*aba', 'aaba']],
    ['a*', 'b', []],
    ['a', 'A', ['A']],
    ['*a*', '*b*', ['*a*b*', '*b*a*']],
  ])('%s and %s: %j', (a, b, expected) => {
    expect([...intersection(a, b)].sort()).toEqual([...expected].sort());
  });

  it('is what both match, and no pattern of it says what another says', () => {
    fc.assert(
      fc.property(fc.tuple(smallPattern(4), smallPattern(4)), ([a, b]) => {
        const found = intersection(a, b).map(actionPattern);
        const both = texts.filter((text) => [a, b].every((one) => patternMatches(actionPattern(one), text)));
        expect(texts.filter((text) => found.some((one) => patternMatches(one, text)))).toEqual(both);
        const repeated = found.filter((one) =>
          found.some((other) => other !== one && patternIncludes(other, one)),
        );
        expect(repeated).toEqual([]);
      }),
    );
  });

  it('is refused where it would be stated in too many patterns', () => {
    expect(() => intersection('*a*b*c*d*e*f*g*h*i*j', '*k*l*m*n*o*p*q*r*s*j')).toThrow(ActionLimitError);
  });
});
