import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('max and min', () => {
  it('take integers or one array of them', () => {
    expect([run('max', 4, 9, -1), run('min', 4, 9, -1)]).toEqual([9, -1]);
    expect([run('max', [4, 9, -1]), run('min', [4, 9, -1])]).toEqual([9, -1]);
    expect([run('max', 5), run('min', [5])]).toEqual([5, 5]);
    expect(run('max', 2n ** 60n, 1)).toBe(2n ** 60n);
  });

  it('take nothing else', () => {
    expect(() => run('max', [])).toThrow('max of an empty array is not defined');
    expect(() => run('max', [1], [2])).toThrow('max expects an int, but argument 1 is an array');
    expect(() => run('min', 1, 'a')).toThrow('min expects an int, but argument 2 is a string');
  });

  it('are unknown with an unknown among the integers', () => {
    expect(seen(run('max', [1, unknown()]))).toEqual({ unknown: { type: 'int' } });
  });
});
