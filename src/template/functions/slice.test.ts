import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';

describe('take and skip', () => {
  it.each<[Value, Value, Value, Value]>([
    [['a', 'b', 'c'], 2, ['a', 'b'], ['c']],
    ['hub spoke', 4, 'hub ', 'spoke'],
    ['hub', 9, 'hub', ''],
    [['a'], -1, [], ['a']],
    ['hub', 0, '', 'hub'],
    ['hub', 2n ** 60n, 'hub', ''],
  ])('%s at %s', (value, count, taken, skipped) => {
    expect(run('take', value, count)).toEqual(taken);
    expect(run('skip', value, count)).toEqual(skipped);
  });

  it('refuse other operands', () => {
    expect(() => run('take', {}, 1)).toThrow(
      'take expects an array or a string, but argument 1 is an object',
    );
    expect(() => run('skip', 'a', '1')).toThrow('skip expects an int, but argument 2 is a string');
  });

  it('make two parts of a whole', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -3, max: 12 }), (text, count) => {
        expect(run('concat', run('take', text, count), run('skip', text, count))).toBe(text);
      }),
    );
  });

  it('know what they can of an unknown', () => {
    const text = unknown({ type: 'string', prefix: 'abc', suffix: 'yz' });
    expect(run('take', text, 2)).toBe('ab');
    expect(seen(run('take', text, 5))).toEqual({ unknown: { type: 'string', prefix: 'abc' } });
    expect(seen(run('skip', text, 1))).toEqual({ unknown: { type: 'string', prefix: 'bc', suffix: 'yz' } });
    expect(seen(run('skip', text, 2))).toEqual({ unknown: { type: 'string', prefix: 'c', suffix: 'z' } });
    expect(seen(run('take', unknown({ type: 'array' }), 2))).toEqual({ unknown: { type: 'array' } });
    expect(seen(run('take', 'abc', unknown()))).toEqual({ unknown: { type: 'string' } });
    expect(run('skip', [1, unknown({ type: 'int' }), 3], 2)).toEqual([3]);
  });
});

describe('substring', () => {
  it.each<[Value[], string]>([
    [['hub spoke', 4, 3], 'spo'],
    [['hub spoke', 4], 'spoke'],
    [['hub'], 'hub'],
    [['hub', 3, 0], ''],
    [['hub', 3], ''],
    [['zürich', 1, 1], 'ü'],
  ])('of %s is %s', (args, expected) => {
    expect(run('substring', ...args)).toBe(expected);
  });

  it.each<[Value[]]>([[['hub', 0, 4]], [['hub', 4]], [['hub', -1]], [['hub', 1, -1]], [['hub', 2, 2]]])(
    'of %s is outside the string',
    ([...args]) => {
      expect(() => run('substring', ...args)).toThrow('substring asks for');
    },
  );

  it('knows what it can of an unknown', () => {
    const text = unknown({ type: 'string', prefix: 'abcd', suffix: 'yz' });
    expect(run('substring', text, 1, 2)).toBe('bc');
    expect(seen(run('substring', text, 2, 5))).toEqual({ unknown: { type: 'string', prefix: 'cd' } });
    expect(seen(run('substring', text, 2))).toEqual({
      unknown: { type: 'string', prefix: 'cd', suffix: 'yz' },
    });
    expect(seen(run('substring', text, unknown()))).toEqual({ unknown: { type: 'string' } });
    expect(() => run('substring', text, -1)).toThrow('substring asks for');
  });
});
