import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';

describe('split', () => {
  it.each<[string, Value, string[]]>([
    ['hub,spoke,dmz', ',', ['hub', 'spoke', 'dmz']],
    ['hub;spoke,dmz', [',', ';'], ['hub', 'spoke', 'dmz']],
    ['a::b:c', ['::', ':'], ['a', 'b', 'c']],
    [',a,,', ',', ['', 'a', '', '']],
    ['', ',', ['']],
    ['abc', '', ['abc']],
    ['abc', [], ['abc']],
    ['aXbxc', 'x', ['aXb', 'c']],
  ])('%j by %j', (text, delimiter, expected) => {
    expect(run('split', text, delimiter)).toEqual(expected);
  });

  it('takes strings only', () => {
    expect(() => run('split', 1, ',')).toThrow('split expects a string, but argument 1 is an int');
    expect(() => run('split', 'a', 1)).toThrow('split expects a string or an array of strings');
    expect(() => run('split', 'a', [1])).toThrow('split expects strings as delimiters, but one is an int');
  });

  it('is undone by join', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 2 }), (text, delimiter) => {
        expect(run('join', run('split', text, delimiter), delimiter)).toBe(text);
        expect(run('split', text, [delimiter, delimiter])).toEqual(run('split', text, delimiter));
      }),
    );
  });

  it('is unknown of an unknown', () => {
    expect(seen(run('split', unknown({ prefix: 'a,b' }), ','))).toEqual({ unknown: { type: 'array' } });
    expect(seen(run('split', unknown({ candidates: ['a', 'b/c'] }), '/'))).toEqual({
      unknown: { type: 'array', candidates: [['a'], ['b', 'c']] },
    });
  });
});
