import { expect, it } from 'vitest';
import { nextPairs, type ResourceVersion, stoodIn } from './resource-version.ts';

const versions: ResourceVersion[] = [
  { fromRun: 1, toRun: 3, pairs: new Map([[1, { state: 'error', firstRun: 1, reopened: 0 }]]) },
  { fromRun: 4, toRun: undefined, pairs: new Map([[2, { state: 'exempt', firstRun: 2, reopened: 1 }]]) },
];

it('goes on with what stands, counts what has come back, and begins what is new', () => {
  const next = nextPairs(
    versions,
    new Map([
      [1, 'nonCompliant'],
      [2, 'waived'],
      [3, 'undecided'],
    ]),
    6,
  );
  expect([...next]).toEqual([
    [1, { state: 'nonCompliant', firstRun: 1, reopened: 1 }],
    [2, { state: 'waived', firstRun: 2, reopened: 1 }],
    [3, { state: 'undecided', firstRun: 6, reopened: 0 }],
  ]);
});

it.each([
  [0, []],
  [1, [1]],
  [2, [1]],
  [3, []],
  [4, [4]],
  [9, [4]],
])('in run %i the versions %j stand', (run, expected) => {
  expect(versions.filter((version) => stoodIn(version, run)).map((version) => version.fromRun)).toEqual(
    expected,
  );
});
