import { expect, it } from 'vitest';
import type { StoredRun } from './assessment-store.ts';
import { findRun } from './run-reference.ts';

const runs = [
  [3, '2026-06-01T08:00:00.000Z'],
  [4, '2026-06-01T23:59:59.999Z'],
  [5, '2026-06-03T12:00:00.000Z'],
].map(([number, assessedAt]) => ({ number, assessedAt }) as StoredRun);

it.each([
  ['last', 5],
  [' LAST ', 5],
  ['previous', 4],
  ['3', 3],
  ['2', undefined],
  ['2026-06-01', 4],
  ['2026-06-02', 4],
  ['2026-05-31', undefined],
  ['2027-01-01', 5],
  ['2026-06-01T08:00Z', 3],
  ['2026-06-01T10:30:00+02:00', 3],
  ['2026-06-01t07:59:59.999z', undefined],
  ['2026-02-30T99:00Z', undefined],
  ['2026-13-01', undefined],
  ['first', undefined],
  ['', undefined],
])('%j means run %s', (reference, expected) => {
  expect(findRun(runs, reference)?.number).toBe(expected);
});

it('finds none where there is none', () => {
  expect([findRun([], 'last'), findRun(runs.slice(0, 1), 'previous')]).toEqual([undefined, undefined]);
});
