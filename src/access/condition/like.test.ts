import { describe, expect, it } from 'vitest';
import { isLike } from './like.ts';

describe('isLike', () => {
  it.each([
    ['', '', true],
    ['', '*', true],
    ['', '?', false],
    ['abc', 'abc', true],
    ['abc', 'ab', false],
    ['ab', 'abc', false],
    ['abc', 'a?c', true],
    ['ac', 'a?c', false],
    ['abcbc', 'a*bc', true],
    ['abcbd', 'a*bc', false],
    ['a*c', 'a\\*c', true],
    ['abc', 'a\\*c', false],
    ['a?c', 'a\\?c', true],
    ['abc', 'a\\?c', false],
    ['a\\b', 'a\\b', true],
    ['a\\', 'a\\', true],
    ['**', '*?*', true],
    ['a.c', 'a.c', true],
    ['abc', 'a.c', false],
  ])('%j like %j is %j', (text, pattern, expected) => {
    expect(isLike(text, pattern)).toBe(expected);
  });

  it('answers for patterns on which a backtracking engine would not end', () => {
    expect(isLike('a'.repeat(5_000), `${'a*'.repeat(500)}b`)).toBe(false);
    expect(isLike(`${'a'.repeat(5_000)}b`, `${'a*'.repeat(500)}b`)).toBe(true);
  });
});
