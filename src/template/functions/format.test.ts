import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';
import { formatNet } from './format.ts';

describe('format', () => {
  it.each<[string, Value[], string]>([
    ['{0} of {1:N0} in {2}', ['Part', 1234567, 'all'], 'Part of 1,234,567 in all'],
    ['{1}{0}{1}', ['a', 'b'], 'bab'],
    ['{{{0}}}', ['x'], '{x}'],
    ['[{0,5}|{0,-5}|{0,1}]', ['abc'], '[  abc|abc  |abc]'],
    ['{0,6:F1}', [2.25], '   2.3'],
    ['{ 0 }', ['x'], 'x'],
    ['{0}/{1}', [true, false], 'True/False'],
    ['<{0}>', [null], '<>'],
    ['{0:X} {0:000}', [10], 'A 010'],
    ['{0:N0}', ['text'], 'text'],
    ['{0}', [{ a: [1] }], '{"a":[1]}'],
    ['no items', [1], 'no items'],
  ])('%s', (format, args, expected) => {
    expect(run('format', format, ...args)).toBe(expected);
    expect(formatNet(format, args)).toBe(expected);
  });

  it.each(['{0', '}', '{}', '{-1}', '{0,}', '{x}', '{0:N0', '{0,99999999}', '{0} }'])(
    'refuses %j',
    (format) => {
      expect(() => run('format', format, 1)).toThrow('the format string');
    },
  );

  it('needs every argument it names', () => {
    expect(() => run('format', '{0}{1}', 'a')).toThrow('asks for argument {1}, but there are 1');
    expect(() => run('format', 1)).toThrow('format expects a string, but argument 1 is an int');
  });

  it('keeps what is known around an unknown', () => {
    const name = unknown({ type: 'string', prefix: 'p', suffix: 's' });
    expect(seen(run('format', 'st{0}-{1}-x', name, 5))).toEqual({
      unknown: { type: 'string', prefix: 'stp', suffix: 's-5-x' },
    });
    expect(seen(run('format', '{0}-{1}', 'a', unknown()))).toEqual({
      unknown: { type: 'string', prefix: 'a-' },
    });
    expect(seen(run('format', '{0,9}', name))).toEqual({ unknown: { type: 'string', suffix: 's' } });
    expect(seen(run('format', '{0,-9}', name))).toEqual({ unknown: { type: 'string', prefix: 'p' } });
    expect(seen(run('format', '{0}', { a: name }))).toEqual({ unknown: { type: 'string' } });
    expect(seen(run('format', 'i{0:00}', unknown({ candidates: [1, 2] })))).toEqual({
      unknown: { type: 'string', prefix: 'i', candidates: ['i01', 'i02'] },
    });
    expect(run('format', 'unused', unknown())).toBe('unused');
    expect(seen(run('format', unknown(), 1))).toEqual({ unknown: { type: 'string' } });
  });

  it('gives back any text whose braces are doubled', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(run('format', text.replace(/[{}]/g, '$&$&'))).toBe(text);
        expect(run('format', '{0}', text)).toBe(text);
      }),
    );
  });
});
