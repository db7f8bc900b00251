import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('padLeft', () => {
  it('fills up on the left', () => {
    expect(run('padLeft', '42', 6, '0')).toBe('000042');
    expect(run('padLeft', 42, 4)).toBe('  42');
    expect(run('padLeft', 'long', 2, '0')).toBe('long');
    expect(run('padLeft', 'long', -1, '0')).toBe('long');
  });

  it('refuses other operands', () => {
    expect(() => run('padLeft', true, 4)).toThrow(
      'padLeft expects a string or an int, but argument 1 is a bool',
    );
    expect(() => run('padLeft', 'a', 4, 'xy')).toThrow('padLeft pads with one character, not with `xy`');
    expect(() => run('padLeft', 'a', '4')).toThrow('padLeft expects an int, but argument 2 is a string');
  });

  it('keeps the end of an unknown, and its beginning where nothing can come before', () => {
    const text = unknown({ type: 'string', prefix: 'abc', suffix: 'z' });
    expect(seen(run('padLeft', text, 5, '0'))).toEqual({ unknown: { type: 'string', suffix: 'z' } });
    expect(seen(run('padLeft', text, 3, '0'))).toEqual({
      unknown: { type: 'string', prefix: 'abc', suffix: 'z' },
    });
    expect(seen(run('padLeft', text, unknown()))).toEqual({ unknown: { type: 'string', suffix: 'z' } });
    expect(seen(run('padLeft', 'a', unknown()))).toEqual({ unknown: { type: 'string' } });
  });
});
