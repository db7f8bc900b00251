import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packPairs, unpackPairs } from './packed-pairs.ts';
import type { VersionedPair } from './resource-version.ts';
import { storedStates } from './stored-state.ts';

const pair: fc.Arbitrary<VersionedPair> = fc.record({
  state: fc.constantFrom(...storedStates),
  firstRun: fc.integer({ min: 1, max: 5 }),
  reopened: fc.integer({ min: 0, max: 2 }),
});

const pairs = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 50 }), pair), { selector: ([policy]) => policy })
  .map((entries) => new Map(entries));

it('gives back what was packed', () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 5 }), (given, fromRun) => {
      expect(unpackPairs(packPairs(given, fromRun), fromRun)).toEqual(given);
    }),
  );
});

it('packs the same pairs the same, in whatever order they come', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      expect(packPairs(new Map([...given].reverse()), 1)).toEqual(packPairs(given, 1));
    }),
  );
});

it('says nothing of pairs that began with the version', () => {
  const given = new Map([[7, { state: 'error', firstRun: 3, reopened: 0 } as const]]);
  expect(packPairs(given, 3)).toMatchObject({ error: [7], exempt: null, first_runs: null, reopened: null });
  expect(packPairs(given, 4)).toMatchObject({ first_runs: [3] });
  expect(packPairs(new Map([[7, { state: 'error', firstRun: 3, reopened: 1 }]]), 3).reopened).toEqual([1]);
});
