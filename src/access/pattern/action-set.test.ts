import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActionSet } from './action-set.ts';
import { enumerated, everyText, smallSet } from './patterns.case.ts';

const texts = everyText(6);
const textsOf = (set: ActionSet) => enumerated(set, texts);
const termsOf = (set: ActionSet) =>
  set.terms.map(({ pattern, except }) => [pattern.text, ...except.map(({ text }) => text)].join(' - '));

describe('a set of actions', () => {
  it('has what its patterns stand for without the exceptions', () => {
    const set = ActionSet.of(['Contoso.Shop/*', '*/read'], ['Contoso.Shop/*/delete', 'Fabrikam.Bank/*']);
    expect(set.has('contoso.shop/things/write')).toBe(true);
    expect(set.has('Contoso.Shop/things/delete')).toBe(false);
    expect(set.has('Contoso.Shop/delete')).toBe(true);
    expect(set.has('Northwind.Food/things/read ')).toBe(true);
    expect(set.has('Fabrikam.Bank/accounts/read')).toBe(false);
  });

  it.each([
    [['*', 'Contoso.Shop/*'], [], ['*']],
    [['Contoso.Shop/*', 'contoso.shop/*'], [], ['Contoso.Shop/*']],
    [['Contoso.Shop/*'], ['Fabrikam.Bank/*'], ['Contoso.Shop/*']],
    [['Contoso.Shop/*'], ['*'], []],
    [['Contoso.Shop/things/read'], ['*/read'], []],
    [['*'], ['Contoso.Shop/*', 'Contoso.Shop/things/*'], ['* - Contoso.Shop/*']],
  ])('of %j without %j is %j', (patterns, except, expected) => {
    expect(termsOf(ActionSet.of(patterns, except))).toEqual(expected);
  });

  it('leaves an exception out when something else brings it back', () => {
    const set = ActionSet.of(['*'], ['Contoso.Shop/*', 'Fabrikam.Bank/*/write']);
    expect(termsOf(set.union(ActionSet.of(['Contoso.Shop/*'])))).toEqual(['* - Fabrikam.Bank/*/write']);
    expect(termsOf(set.union(ActionSet.of(['*/write', 'Contoso.Shop/*'])))).toEqual(['*']);
  });

  it('keeps one of two terms that say the same in different words', () => {
    const one = ActionSet.of(['Contoso.Shop/*'], ['Contoso.Shop/*/read']);
    const other = ActionSet.of(['Contoso.Shop/*'], ['Con*/*/read']);
    expect(one.equals(other)).toBe(true);
    expect(one.union(other).terms).toHaveLength(1);
    expect(one.union(other).equals(one)).toBe(true);
  });

  it('says what is left, exactly', () => {
    const all = ActionSet.of(['Contoso.Shop/*']);
    const rest = all.difference(ActionSet.of(['*'], ['*/read']));
    expect(termsOf(rest)).toEqual(['Contoso.Shop/*/read', 'Contoso.Shop/read']);
    expect(rest.equals(all.intersection(ActionSet.of(['*/read'])))).toBe(true);
  });
});

describe('sets of actions, against every text of a small alphabet', () => {
  const pair = fc.tuple(smallSet, smallSet);
  const agree = (
    set: ActionSet,
    [a, b]: readonly ActionSet[],
    has: (inA: boolean, inB: boolean) => boolean,
  ) => {
    const expected = texts.filter((text) => has(a?.has(text) === true, b?.has(text) === true));
    expect(textsOf(set)).toEqual(new Set(expected));
    expect(set.isEmpty).toBe(expected.length === 0);
  };

  it('are joined, cut and subtracted', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        agree(a.union(b), [a, b], (inA, inB) => inA || inB);
        agree(a.intersection(b), [a, b], (inA, inB) => inA && inB);
        agree(a.difference(b), [a, b], (inA, inB) => inA && !inB);
      }),
    );
  });

  it('include, meet and equal each other', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [left, right] = [textsOf(a), textsOf(b)];
        const included = [...right].every((text) => left.has(text));
        expect(a.includes(b)).toBe(included);
        expect(a.intersects(b)).toBe([...right].some((text) => left.has(text)));
        expect(a.equals(b)).toBe(included && left.size === right.size);
      }),
    );
  });
});

describe('the laws of sets', () => {
  const three = fc.tuple(smallSet, smallSet, smallSet);
  const same = (a: ActionSet, b: ActionSet) => expect(a.equals(b)).toBe(true);

  it('hold', () => {
    fc.assert(
      fc.property(three, ([a, b, c]) => {
        same(a.union(b), b.union(a));
        same(a.intersection(b), b.intersection(a));
        same(a.union(b).union(c), a.union(b.union(c)));
        same(a.intersection(b.union(c)), a.intersection(b).union(a.intersection(c)));
        same(a.union(b.intersection(c)), a.union(b).intersection(a.union(c)));
        same(a.difference(b.union(c)), a.difference(b).difference(c));
        same(a.difference(b.intersection(c)), a.difference(b).union(a.difference(c)));
        same(a.difference(b).union(a.intersection(b)), a);
        same(a.union(ActionSet.none), a);
        same(a.intersection(ActionSet.all), a);
        expect(a.difference(a).isEmpty).toBe(true);
        expect(a.difference(ActionSet.all).isEmpty).toBe(true);
      }),
    );
  });

  it('hold for what a set of actions leaves out', () => {
    fc.assert(
      fc.property(smallSet, (a) => {
        const others = ActionSet.all.difference(a);
        same(ActionSet.all.difference(others), a);
        expect(others.intersects(a)).toBe(false);
        same(others.union(a), ActionSet.all);
      }),
    );
  });
});
