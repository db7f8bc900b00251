import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('items and objectKeys', () => {
  it('are in the order of the keys', () => {
    const value = { deep: true };
    const result = run('items', { b: 2, A: value, a2: unknown({ prefix: 'x' }) }) as {
      key: string;
      value: unknown;
    }[];
    expect(result.map((entry) => entry.key)).toEqual(['A', 'a2', 'b']);
    expect(result[0]!.value).toBe(value);
    expect(run('objectKeys', { b: 2, A: 1, a2: 0 })).toEqual(['A', 'a2', 'b']);
    expect([run('items', {}), run('objectKeys', {})]).toEqual([[], []]);
  });

  it('are of objects only', () => {
    expect(() => run('items', ['a'])).toThrow('items expects an object, but argument 1 is an array');
    expect(() => run('objectKeys', null)).toThrow('objectKeys expects an object, but argument 1 is null');
    expect(seen(run('items', unknown()))).toEqual({ unknown: { type: 'array' } });
  });
});
