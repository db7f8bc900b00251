import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('array and createArray', () => {
  it('wrap values', () => {
    const list = [1];
    const object = { a: 1 };
    expect([run('array', 1), run('array', null)]).toEqual([[1], [null]]);
    expect(run('array', list)).toBe(list);
    expect((run('array', object) as unknown[])[0]).toBe(object);
    expect(run('createArray', 1, 'a', [2], object)).toEqual([1, 'a', [2], { a: 1 }]);
    expect(run('createArray')).toEqual([]);
  });

  it('hold unknowns', () => {
    const text = unknown({ type: 'string' });
    expect(run('createArray', text, 1)).toEqual([text, 1]);
    expect(run('array', text)).toEqual([text]);
    expect(seen(run('array', unknown()))).toEqual({ unknown: { type: 'array' } });
    const list = unknown({ type: 'array' });
    expect(run('array', list)).toBe(list);
  });
});

describe('range', () => {
  it('counts from a start', () => {
    expect(run('range', 7, 3)).toEqual([7, 8, 9]);
    expect(run('range', -1, 2)).toEqual([-1, 0]);
    expect(run('range', 5, 0)).toEqual([]);
    expect(run('range', 0, 10_000)).toHaveLength(10_000);
  });

  it('has limits', () => {
    expect(() => run('range', 0, 10_001)).toThrow('range makes 0 to 10000 integers, not 10001');
    expect(() => run('range', 0, -1)).toThrow('not -1');
    expect(() => run('range', 2_147_483_647, 1)).toThrow('leaves the 32-bit integers');
    expect(() => run('range', '0', 1)).toThrow('range expects an int, but argument 1 is a string');
  });

  it('is unknown of an unknown', () => {
    expect(seen(run('range', 0, unknown()))).toEqual({ unknown: { type: 'array' } });
  });
});
