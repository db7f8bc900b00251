import { expect, it } from 'vitest';
import { identityOf } from './identity.ts';

it('is a UUID, the same in any case, and another for another split of the same letters', () => {
  expect(identityOf('/a/B', 'c')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(identityOf('/a/B', 'c')).toBe(identityOf('/A/b', 'C'));
  expect(
    new Set([identityOf('ab', 'c'), identityOf('a', 'bc'), identityOf('abc'), identityOf('c', 'ab')]).size,
  ).toBe(4);
});
