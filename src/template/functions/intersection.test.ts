import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';

describe('intersection', () => {
  it.each<[Value[], Value]>([
    [
      [
        ['a', 'b', 'c'],
        ['c', 'b'],
      ],
      ['b', 'c'],
    ],
    [
      [
        [3, 2, 1],
        [1, 2, 3, 4],
        [2, 3],
      ],
      [3, 2],
    ],
    [
      [
        [1, 1, 2],
        [1, 2],
      ],
      [1, 2],
    ],
    [[[{ a: 1 }], [{ a: 1 }]], [{ a: 1 }]],
    [[['a'], ['A']], []],
    [
      [
        { a: 1, b: 2, c: [3] },
        { A: 1, b: 3, c: [3] },
      ],
      { a: 1, c: [3] },
    ],
    [[{ a: 1 }, {}], {}],
  ])('case %#', (args, expected) => {
    expect(run('intersection', ...args)).toEqual(expected);
  });

  it('does not mix', () => {
    expect(() => run('intersection', [1], {})).toThrow('intersection expects an array like the others');
    expect(() => run('intersection', 1, 2)).toThrow('intersection expects arrays or objects');
  });

  it('is known only if it is known what is equal', () => {
    expect(run('intersection', ['a', 'b'], ['a', unknown({ prefix: 'x' })])).toEqual(['a']);
    expect(seen(run('intersection', ['a', 'b'], [unknown()]))).toEqual({ unknown: { type: 'array' } });
    expect(run('intersection', { a: unknown(), b: 1 }, { b: 1 })).toEqual({ b: 1 });
    expect(seen(run('intersection', { a: unknown() }, { a: 1 }))).toEqual({ unknown: { type: 'object' } });
    expect(seen(run('intersection', { a: 1 }, unknown()))).toEqual({ unknown: { type: 'object' } });
  });

  it('has the members that are in all', () => {
    const arrays = fc.array(fc.nat({ max: 6 }));
    fc.assert(
      fc.property(arrays, arrays, (a, b) => {
        expect(run('intersection', a, b)).toEqual([...new Set(a)].filter((item) => b.includes(item)));
      }),
    );
  });
});
