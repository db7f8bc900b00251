import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionPattern, patternMatches } from '../pattern/index.ts';
import { KnownActions } from './known-actions.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', 'B', '/', '\uffff', 'é'), { minLength: 1, maxLength: 5 })
  .map((characters) => characters.join(''));
const pattern = fc
  .array(fc.constantFrom('a', 'b', '/', '*', '\uffff'), { maxLength: 5 })
  .map((characters) => characters.join(''));

describe('known actions', () => {
  it('are folded, sorted and each there once', () => {
    const known = new KnownActions(['b/Read', 'a/write', 'B/read ', 'a/read']);
    expect(known.actions).toEqual(['a/read', 'a/write', 'b/read']);
    expect(known.positionOf('a/write')).toBe(1);
    expect(known.positionOf('a/x')).toBe(-1);
    expect(known.positionOf('z')).toBe(-1);
  });

  it('are found by patterns as if each were tried', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), pattern, (actions, wanted) => {
        const known = new KnownActions(actions);
        const found: string[] = [];
        const collect = (from: number, to: number) => void found.push(...known.actions.slice(from, to));
        known.forEachMatch(actionPattern(wanted), collect);
        const expected = known.actions.filter((action) => patternMatches(actionPattern(wanted), action));
        expect(found).toEqual(expected);
        known.forEachMatch(actionPattern(wanted), collect);
        expect(found).toEqual([...expected, ...expected]);
      }),
      { numRuns: 500 },
    );
  });
});
