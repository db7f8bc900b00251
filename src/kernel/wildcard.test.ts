import { expect, it } from 'vitest';
import { matchesWildcard } from './wildcard.ts';

it.each([
  ['infra/main.json', 'infra/*', true],
  ['infra/main.json', '*', true],
  ['infra/main.json', '*.json', true],
  ['infra/main.json', 'infra', false],
  ['aXbXc', 'a*b*c', true],
  ['ab', 'a*b*b', false],
  ['aa', 'a*a', true],
  ['a', 'a*a', false],
  ['', '', true],
])('%s against %s', (text, pattern, expected) => {
  expect(matchesWildcard(text, pattern)).toBe(expected);
});

it('is not slow on hostile patterns', () => {
  expect(matchesWildcard('a'.repeat(100_000), `${'a*'.repeat(1_000)}b`)).toBe(false);
});
