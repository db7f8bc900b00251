import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Source } from '../../kernel/index.ts';
import { parseCondition, printCondition } from '../condition/index.ts';
import { type AccessTruth, allOf, anyOf, no, onlyIf, opposite, unseen, yes } from './access-truth.ts';

const gap = { source: 'groupMembers', what: 'the members of group ops were not seen' } as const;

function onPrivateLink(text = '@Environment[isPrivateLink] BoolEquals true'): AccessTruth {
  const { condition } = parseCondition(new Source('condition', text));
  if (condition === undefined) throw new Error(text);
  return onlyIf(condition);
}

const truths = fc.array(
  fc.constantFrom(yes, no, unseen(gap), onPrivateLink(), onPrivateLink("@Resource[a:b] StringEquals 'c'")),
  { maxLength: 4 },
);
const kinds = (truth: AccessTruth) => (truth.kind === 'if' ? printCondition(truth.condition) : truth.kind);

describe('access truth', () => {
  it('is decided by what is certain, whatever is not known', () => {
    expect(anyOf([unseen(gap), yes])).toBe(yes);
    expect(allOf([unseen(gap), no])).toBe(no);
    expect(anyOf([unseen(gap), no, onPrivateLink()])).toEqual(unseen(gap));
    expect([anyOf([]), allOf([])]).toEqual([no, yes]);
  });

  it('of a condition and its opposite is decided though something was not seen', () => {
    const condition = onPrivateLink();
    expect(anyOf([condition, opposite(condition), unseen(gap)])).toEqual(yes);
    expect(allOf([condition, opposite(condition), unseen(gap)])).toEqual(no);
  });

  it('follows the laws of De Morgan', () => {
    fc.assert(
      fc.property(truths, (list) => {
        expect(kinds(opposite(anyOf(list)))).toBe(kinds(allOf(list.map(opposite))));
        expect(kinds(opposite(opposite(allOf(list))))).toBe(kinds(allOf(list)));
      }),
    );
  });

  it('does not depend on the order, and names each gap once', () => {
    fc.assert(
      fc.property(truths, (list) => {
        expect(anyOf(list).kind).toBe(anyOf(list.toReversed()).kind);
        const all = allOf([...list, ...list]);
        expect(all.kind).toBe(allOf(list).kind);
        if (all.kind === 'unknown') expect(all.gaps).toEqual([gap]);
      }),
    );
  });
});
