import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('base64, base64ToString and base64ToJson', () => {
  it('encode and decode UTF-8', () => {
    expect(run('base64', 'landing zone')).toBe('bGFuZGluZyB6b25l');
    expect(run('base64', 'zürich')).toBe('esO8cmljaA==');
    expect(run('base64ToString', 'esO8cmljaA==')).toBe('zürich');
    expect(run('base64ToJson', 'eyd6JzogWzEsIDJdfQ==')).toEqual({ z: [1, 2] });
    expect(run('base64ToString', '')).toBe('');
  });

  it.each(['*', 'abc', 'a===', '/w==', 'YQ=', 'YQ==YQ=='])('cannot decode %s', (text) => {
    expect(() => run('base64ToString', text)).toThrow(/^base64ToString expects base64/);
  });

  it('take strings only', () => {
    expect(() => run('base64', 5)).toThrow('base64 expects a string, but argument 1 is an int');
    expect(() => run('base64ToJson', 'bm9wZQ==')).toThrow('base64ToJson cannot read its argument as JSON');
  });

  it('undo each other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(run('base64ToString', run('base64', text))).toBe(text);
      }),
    );
  });

  it('are unknown of an unknown', () => {
    expect(seen(run('base64', unknown({ prefix: 'a' })))).toEqual({ unknown: { type: 'string' } });
    expect(seen(run('base64', unknown({ secret: true })))).toEqual({
      unknown: { type: 'string', secret: true },
    });
  });
});
