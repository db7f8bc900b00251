import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lambda, run, seen, unknown } from './call-for-test.ts';

const ascending = lambda((a, b) => run('less', a!, b!));

describe('sort', () => {
  it('puts first what the lambda says comes first', () => {
    expect(run('sort', [3, 1, 2], ascending)).toEqual([1, 2, 3]);
    expect(
      run(
        'sort',
        [3, 1, 2],
        lambda((a, b) => run('greater', a!, b!)),
      ),
    ).toEqual([3, 2, 1]);
    const list = [2, 1];
    run('sort', list, ascending);
    expect(list).toEqual([2, 1]);
  });

  it('keeps the order of what is equal', () => {
    const items = [
      { k: 1, n: 'a' },
      { k: 0, n: 'b' },
      { k: 1, n: 'c' },
      { k: 0, n: 'd' },
    ];
    const byKey = lambda((a, b) => run('less', run('tryGet', a!, 'k'), run('tryGet', b!, 'k')));
    expect((run('sort', items, byKey) as typeof items).map((item) => item.n).join('')).toBe('bdac');
  });

  it('orders any integers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (list) => {
        expect(run('sort', list, ascending)).toEqual(list.toSorted((a, b) => a - b));
      }),
    );
  });

  it('is unknown when an order is not known', () => {
    expect(seen(run('sort', [1, unknown()], ascending))).toEqual({ unknown: { type: 'array' } });
    expect(run('sort', [unknown()], ascending)).toHaveLength(1);
    expect(() =>
      run(
        'sort',
        [1, 2],
        lambda(() => 1),
      ),
    ).toThrow('sort expects a lambda that gives a bool, but it gives an int');
  });
});
