import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('trim', () => {
  it('removes white space at the ends', () => {
    expect(run('trim', ' \t\r\n a b \u00a0\u2003\u0085')).toBe('a b');
    expect(run('trim', '\ufeffa')).toBe('\ufeffa');
    expect(run('trim', '   ')).toBe('');
    expect(() => run('trim', 1)).toThrow('trim expects a string, but argument 1 is an int');
  });

  it('trims both ends of what is known of an unknown', () => {
    expect(seen(run('trim', unknown({ prefix: ' a b ', suffix: ' c ' })))).toEqual({
      unknown: { type: 'string', prefix: 'a b', suffix: 'c' },
    });
    expect(run('trim', unknown({ candidates: [' a', 'a '] }))).toBe('a');
  });
});
