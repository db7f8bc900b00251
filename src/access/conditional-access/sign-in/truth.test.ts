import { expect, test } from 'vitest';
import { allOf, anyOf, not, type Truth } from './truth.ts';

const truths: readonly Truth[] = [true, false, undefined];

test('what is known decides, and only that', () => {
  expect(truths.map((a) => truths.map((b) => allOf([a, b])))).toEqual([
    [true, false, undefined],
    [false, false, false],
    [undefined, false, undefined],
  ]);
  expect(truths.map(not)).toEqual([false, true, undefined]);
  for (const a of truths) for (const b of truths) expect(anyOf([a, b])).toBe(not(allOf([not(a), not(b)])));
  expect([allOf([]), anyOf([])]).toEqual([true, false]);
});
