import { expect, it } from 'vitest';
import { pairChange } from './pair-change.ts';
import { isExcused, isFailing, type StoredState, storedStates } from './stored-state.ts';

const states = [...storedStates, undefined];
const combinations = states.flatMap((from) => states.map((to) => [from, to] as const));

it.each<[StoredState | undefined, StoredState | undefined, string | undefined]>([
  [undefined, undefined, undefined],
  [undefined, 'nonCompliant', 'new'],
  [undefined, 'error', 'new'],
  [undefined, 'undecided', 'changed'],
  [undefined, 'exempt', 'waived'],
  ['nonCompliant', undefined, 'fixed'],
  ['nonCompliant', 'undecided', 'changed'],
  ['nonCompliant', 'waived', 'waived'],
  ['nonCompliant', 'conflicting', 'changed'],
  ['undecided', undefined, 'changed'],
  ['undecided', 'nonCompliant', 'changed'],
  ['unknown', 'exempt', 'waived'],
  ['exempt', 'nonCompliant', 'expired'],
  ['exempt', 'undecided', 'expired'],
  ['exempt', 'waived', 'changed'],
  ['waived', undefined, 'changed'],
])('from %s to %s is %s', (from, to, expected) => {
  expect(pairChange(from, to)).toBe(expected);
});

it('calls fixed only what failed and is gone, and waived only what somebody excuses', () => {
  for (const [from, to] of combinations) {
    const change = pairChange(from, to);
    if (change === 'fixed') expect([from !== undefined && isFailing(from), to]).toEqual([true, undefined]);
    if (change === 'waived') expect(to !== undefined && isExcused(to)).toBe(true);
    if (change === 'new') expect([from, to !== undefined && isFailing(to)]).toEqual([undefined, true]);
    expect(change === undefined).toBe(from === to);
  }
});
