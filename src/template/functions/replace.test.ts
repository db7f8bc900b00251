import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('replace', () => {
  it.each([
    ['12-34-56', '-', '', '123456'],
    ['vnet-hub', 'hub', 'spoke', 'vnet-spoke'],
    ['aAa', 'a', 'b', 'bAb'],
    ['aaaa', 'aa', 'b', 'bb'],
    ['a.c', '.', '$&', 'a$&c'],
    ['abc', 'x', 'y', 'abc'],
  ])('%s: %s by %s', (text, old, replacement, expected) => {
    expect(run('replace', text, old, replacement)).toBe(expected);
  });

  it('refuses other operands', () => {
    expect(() => run('replace', 'a', '', 'b')).toThrow('replace cannot replace the empty string');
    expect(() => run('replace', 'a', 'b', 1)).toThrow('replace expects a string, but argument 3 is an int');
  });

  it('replaces in what is known, short of what may straddle', () => {
    const text = unknown({ type: 'string', prefix: 'a--b-', suffix: '-c' });
    expect(seen(run('replace', text, '--', '+'))).toEqual({
      unknown: { type: 'string', prefix: 'a+b', suffix: 'c' },
    });
    expect(seen(run('replace', text, 'x', '+'))).toEqual({
      unknown: { type: 'string', prefix: 'a--b-', suffix: '-c' },
    });
    expect(seen(run('replace', text, unknown(), '+'))).toEqual({ unknown: { type: 'string' } });
  });
});
