import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('first and last', () => {
  it('are a member or a character', () => {
    expect([run('first', ['a', 'b', 'c']), run('last', ['a', 'b', 'c'])]).toEqual(['a', 'c']);
    expect([run('first', 'hub'), run('last', 'hub')]).toEqual(['h', 'b']);
    expect([run('first', ''), run('last', '')]).toEqual(['', '']);
    expect([run('first', []), run('last', [])]).toEqual([null, null]);
    const member = { a: 1 };
    expect(run('last', [1, member])).toBe(member);
  });

  it('are of nothing else', () => {
    for (const value of [null, 4, {}])
      expect(() => run('first', value)).toThrow('first expects an array or a string');
  });

  it('can be known of an unknown', () => {
    const text = unknown({ prefix: 'ab', suffix: 'yz' });
    expect([run('first', text), run('last', text)]).toEqual(['a', 'z']);
    expect(seen(run('first', unknown({ type: 'string' })))).toEqual({ unknown: { type: 'string' } });
    expect(seen(run('first', unknown()))).toEqual({ unknown: {} });
    expect(run('first', unknown({ candidates: ['ab', 'ac'] }))).toBe('a');
    expect(run('first', ['a', unknown()])).toBe('a');
  });
});
