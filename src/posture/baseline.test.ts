import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Baseline, compareWithBaseline, nextBaseline } from './baseline.ts';

const fingerprints = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{2}$/), { maxLength: 12 });
const told = (list: readonly string[]) => new Map(list.map((one) => [one, `about ${one}`]));
const baselineOf = (list: readonly string[]): Baseline => ({ findings: told(list) });

describe('a baseline', () => {
  it('tells new from accepted from fixed', () => {
    expect(compareWithBaseline(baselineOf(['a', 'b']), ['b', 'c', 'c'])).toEqual({
      added: ['c'],
      accepted: ['b'],
      fixed: ['a'],
    });
  });

  it('never grows by itself and always shrinks', () => {
    fc.assert(
      fc.property(fingerprints, fingerprints, (before, today) => {
        const next = nextBaseline(baselineOf(before), told(today), false);
        const expected = before.filter((one) => today.includes(one));
        expect([...next.findings.keys()].sort()).toEqual(expected.sort());
      }),
    );
  });

  it('lets a finding in again only as a new one', () => {
    const shrunk = nextBaseline(baselineOf(['a', 'b']), told(['a']), false);
    expect(compareWithBaseline(shrunk, ['a', 'b']).added).toEqual(['b']);
  });

  it('holds exactly the findings of today when it is made', () => {
    fc.assert(
      fc.property(fingerprints, fingerprints, (before, today) => {
        const next = nextBaseline(baselineOf(before), told(today), true);
        expect(compareWithBaseline(next, today)).toMatchObject({ added: [], fixed: [] });
      }),
    );
  });
});
