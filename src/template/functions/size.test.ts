import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';

describe('length and empty', () => {
  it.each<[Value, number]>([
    ['', 0],
    ['hub', 3],
    [[], 0],
    [[1, [2, 3]], 2],
    [{}, 0],
    [{ a: 1, b: { c: 2 } }, 2],
    [[unknown(), unknown()], 2],
    [{ a: unknown() }, 1],
  ])('of %j', (value, expected) => {
    expect(run('length', value)).toBe(expected);
    expect(run('empty', value)).toBe(expected === 0);
  });

  it('are of nothing else, except that null is empty', () => {
    expect(run('empty', null)).toBe(true);
    expect(() => run('length', null)).toThrow(
      'length expects an array, an object or a string, but argument 1 is null',
    );
    expect(() => run('empty', 0)).toThrow(
      'empty expects an array, an object, a string or null, but argument 1 is an int',
    );
  });

  it('know what they can of an unknown', () => {
    expect(run('empty', unknown({ prefix: 'a' }))).toBe(false);
    expect(run('empty', unknown({ suffix: 'a' }))).toBe(false);
    expect(seen(run('empty', unknown()))).toEqual({ unknown: { type: 'bool' } });
    expect(run('empty', unknown({ candidates: ['a', 'b'] }))).toBe(false);
    expect(run('length', unknown({ candidates: ['ab', 'cd'] }))).toBe(2);
    expect(seen(run('length', unknown({ prefix: 'a' })))).toEqual({ unknown: { type: 'int' } });
  });
});
