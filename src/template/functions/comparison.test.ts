import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';

describe('less, lessOrEquals, greater, greaterOrEquals', () => {
  it.each<[Value, Value, number]>([
    [3, 4, -1],
    [4, 4, 0],
    [-1, -2, 1],
    [2n ** 62n, 5, 1],
    [1, 1.5, -1],
    ['a', 'b', -1],
    ['a', 'a', 0],
    ['A', 'a', 1],
    ['a', 'B', -1],
    ['z10', 'z9', -1],
    ['', 'a', -1],
  ])('%s against %s', (a, b, order) => {
    expect(run('less', a, b)).toBe(order < 0);
    expect(run('lessOrEquals', a, b)).toBe(order <= 0);
    expect(run('greater', a, b)).toBe(order > 0);
    expect(run('greaterOrEquals', a, b)).toBe(order >= 0);
  });

  it('compares like with like only', () => {
    expect(() => run('less', '5', 3)).toThrow(
      'less expects a string like the first, but argument 2 is an int',
    );
    expect(() => run('less', 5, '3')).toThrow(
      'less expects an int like the first, but argument 2 is a string',
    );
    expect(() => run('greater', true, false)).toThrow(
      'greater expects ints or strings, but argument 1 is a bool',
    );
  });

  it('is unknown of an unknown', () => {
    expect(seen(run('less', unknown({ type: 'int' }), 3))).toEqual({ unknown: { type: 'bool' } });
  });
});
