import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('join', () => {
  it('puts the delimiter between the items', () => {
    expect(run('join', ['hub', 'spoke', 'dmz'], ', ')).toBe('hub, spoke, dmz');
    expect(run('join', [1, 2n, false], ';')).toBe('1;2;False');
    expect(run('join', ['one'], '-')).toBe('one');
    expect(run('join', [], '-')).toBe('');
  });

  it('takes strings only', () => {
    expect(() => run('join', ['a', {}], '-')).toThrow(
      'join expects an array of strings, but an item is an object',
    );
    expect(() => run('join', ['a', null], '-')).toThrow('an item is null');
    expect(() => run('join', 'a', '-')).toThrow('join expects an array, but argument 1 is a string');
    expect(() => run('join', ['a'], 1)).toThrow('join expects a string, but argument 2 is an int');
  });

  it('keeps what is known of the ends', () => {
    expect(seen(run('join', ['a', unknown({ suffix: 'z' })], '-'))).toEqual({
      unknown: { type: 'string', prefix: 'a-', suffix: 'z' },
    });
    expect(seen(run('join', ['a', 'b'], unknown()))).toEqual({
      unknown: { type: 'string', prefix: 'a', suffix: 'b' },
    });
    expect(run('join', ['a'], unknown())).toBe('a');
    expect(seen(run('join', unknown(), '-'))).toEqual({ unknown: { type: 'string' } });
  });
});
