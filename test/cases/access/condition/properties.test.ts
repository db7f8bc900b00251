import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Condition,
  type ConditionFacts,
  conditionKey,
  coverageOf,
  evaluateCondition,
  parseCondition,
  printCondition,
  simplifyCondition,
} from '../../../../src/access/condition/index.ts';
import { Source } from '../../../../src/kernel/index.ts';
import { completeFacts, conditions, selections, someFacts } from './generators.ts';
import { recased } from './recased.ts';

const place = { start: 0, end: 0 };
const runs = { numRuns: 2_000 };

function kindOf(condition: Condition, facts: ConditionFacts): string {
  return evaluateCondition(condition, facts).kind;
}

function not(condition: Condition): Condition {
  return { kind: 'not', condition, ...place };
}

function read(text: string): Condition | undefined {
  const { condition, diagnostics } = parseCondition(new Source('condition', text));
  expect(diagnostics).toEqual([]);
  return condition;
}

describe('the language', () => {
  it('reads what it prints as the same condition', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const again = read(printCondition(condition))!;
        expect(conditionKey(again)).toBe(conditionKey(condition));
        expect(printCondition(again)).toBe(printCondition(condition));
      }),
      runs,
    );
  });

  it('does not mind the case of anything but values', () => {
    fc.assert(
      fc.property(conditions, completeFacts, fc.infiniteStream(fc.boolean()), (condition, facts, coin) => {
        const text = recased(printCondition(condition), (part) =>
          part.replace(/[a-z]/gi, (letter) =>
            coin.next().value ? letter.toUpperCase() : letter.toLowerCase(),
          ),
        );
        expect(kindOf(read(text)!, facts)).toBe(kindOf(condition, facts));
      }),
      { numRuns: 300 },
    );
  });

  it('survives any text', () => {
    const words = fc.constantFrom(
      '(',
      ')',
      '{',
      '}',
      '!',
      '&&',
      'AND',
      'OR',
      "'a'",
      "'",
      '@Resource[x]',
      ',',
      'Exists',
    );
    const more = fc.constantFrom(
      'StringEquals',
      'ForAnyOfAnyValues:GuidEquals',
      'ActionMatches',
      '@',
      '[',
      '1',
      ' ',
    );
    const texts = fc
      .array(fc.oneof(words, more, fc.string({ maxLength: 3 })))
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(texts, (text) => {
        const { condition, diagnostics } = parseCondition(new Source('condition', text));
        expect(condition === undefined).toBe(diagnostics.some(({ level }) => level === 'error'));
      }),
      runs,
    );
  });
});

describe('evaluation', () => {
  it('leaves nothing open when everything is known', () => {
    fc.assert(
      fc.property(conditions, completeFacts, (condition, facts) => {
        expect(['allowed', 'denied']).toContain(kindOf(condition, facts));
      }),
      runs,
    );
  });

  it('never says the opposite when more is known, and what remains decides as the whole', () => {
    fc.assert(
      fc.property(conditions, completeFacts, selections, (condition, facts, kept) => {
        const whole = kindOf(condition, facts);
        const partial = evaluateCondition(condition, someFacts(facts, kept, 'Contoso.*'));
        if (partial.kind === 'allowedIf') expect(kindOf(partial.residual, facts)).toBe(whole);
        else expect(partial.kind).toBe(whole);
      }),
      runs,
    );
  });

  it('names as reasons what does not hold, as far as is known', () => {
    fc.assert(
      fc.property(conditions, completeFacts, selections, (condition, complete, kept) => {
        const facts = someFacts(complete, kept, 'Contoso.*');
        const decision = evaluateCondition(condition, facts);
        if (decision.kind !== 'denied') return;
        expect(decision.because.length).toBeGreaterThan(0);
        for (const reason of decision.because) expect(kindOf(reason, facts)).toBe('denied');
      }),
      runs,
    );
  });

  it('follows the laws of NOT, AND and OR', () => {
    const pairs = fc.tuple(conditions, conditions);
    fc.assert(
      fc.property(pairs, completeFacts, ([a, b], facts) => {
        expect(kindOf(not(not(a)), facts)).toBe(kindOf(a, facts));
        expect(kindOf(not(a), facts)).not.toBe(kindOf(a, facts));
        const and: Condition = { kind: 'and', conditions: [a, b], ...place };
        const or: Condition = { kind: 'or', conditions: [not(a), not(b)], ...place };
        expect(kindOf(not(and), facts)).toBe(kindOf(or, facts));
      }),
      runs,
    );
  });
});

describe('simplification', () => {
  it('changes no decision, and is done at once', () => {
    fc.assert(
      fc.property(conditions, completeFacts, (condition, facts) => {
        const simple = simplifyCondition(condition);
        const kind = kindOf(condition, facts);
        if (typeof simple === 'boolean') expect(simple ? 'allowed' : 'denied').toBe(kind);
        else {
          expect(kindOf(simple, facts)).toBe(kind);
          const again = simplifyCondition(simple);
          expect(typeof again === 'boolean' ? again : printCondition(again)).toBe(printCondition(simple));
        }
      }),
      runs,
    );
  });
});

describe('action patterns', () => {
  const letters = fc.stringMatching(/^[ab*]{0,5}$/);
  const texts = [
    '',
    'a',
    'b',
    'x',
    'aa',
    'ab',
    'ba',
    'bb',
    'ax',
    'xb',
    'aba',
    'abx',
    'axb',
    'abab',
    'aaxbb',
  ].concat([
    'aabb',
    'baab',
    'abba',
    'bxa',
    'xax',
    'axbxa',
    'bxaxb',
    'aaaaa',
    'bbbbb',
    'xaxbx',
    'ababa',
    'babab',
  ]);
  const matches = (text: string, pattern: string) => coverageOf(text, pattern) === 'all';

  it('cover what they match: decided without a list, as with one', () => {
    fc.assert(
      fc.property(letters, letters, (action, pattern) => {
        const meant = texts.filter((text) => matches(text, action));
        const covered = meant.filter((text) => matches(text, pattern));
        const coverage = coverageOf(action, pattern);
        if (coverage === 'all') expect(covered).toEqual(meant);
        if (coverage === 'none') expect(covered).toEqual([]);
      }),
      runs,
    );
  });

  it('is as exact as a longer search: `some` has a witness on both sides', () => {
    // Texts of up to six letters, one of which no pattern holds, are enough for patterns of up to three.
    const all = [''];
    for (let at = 0; at < 364; at++) for (const letter of 'abx') all.push(all[at]! + letter);
    const small = fc.stringMatching(/^[ab*]{0,3}$/);
    fc.assert(
      fc.property(small, small, (action, pattern) => {
        const meant = all.filter((text) => matches(text, action));
        const covered = meant.filter((text) => matches(text, pattern));
        const expected = covered.length === meant.length ? 'all' : covered.length === 0 ? 'none' : 'some';
        if (meant.length > 0) expect(coverageOf(action, pattern)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});
