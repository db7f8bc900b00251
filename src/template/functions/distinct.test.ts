import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('distinct', () => {
  it('keeps the first of equal values', () => {
    expect(run('distinct', ['b', 'a', 'b', 'B'])).toEqual(['b', 'a', 'B']);
    expect(run('distinct', [1, '1', 1n, null, null, true])).toEqual([1, '1', null, true]);
    expect(run('distinct', [{ a: 1 }, { a: 1 }, [1], [1], 'x', 'x'])).toEqual([{ a: 1 }, [1], 'x']);
    expect(run('distinct', [])).toEqual([]);
  });

  it('is known only if it is known what is equal', () => {
    const text = unknown({ prefix: 'x' });
    expect(run('distinct', [text, text, 1])).toEqual([text, 1]);
    expect(seen(run('distinct', [text, 'xy']))).toEqual({ unknown: { type: 'array' } });
    expect(seen(run('distinct', unknown()))).toEqual({ unknown: { type: 'array' } });
    expect(() => run('distinct', 'a')).toThrow('distinct expects an array, but argument 1 is a string');
  });

  it('is quick on many strings', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => `item ${index % 25_000}`);
    expect(run('distinct', many)).toHaveLength(25_000);
  });
});
