import { describe, expect, it } from 'vitest';
import { lambda, run, seen, unknown } from './call-for-test.ts';

const isLarge = lambda((item) => run('greater', item!, 5));

describe('filter', () => {
  it('keeps the items the lambda is true of', () => {
    expect(run('filter', [3, 9, 6], isLarge)).toEqual([9, 6]);
    expect(
      run(
        'filter',
        ['a', 'b', 'c'],
        lambda((_, index) => run('equals', run('mod', index!, 2), 0)),
      ),
    ).toEqual(['a', 'c']);
  });

  it('wants bools', () => {
    expect(() =>
      run(
        'filter',
        [1],
        lambda(() => 'true'),
      ),
    ).toThrow('filter expects a lambda that gives a bool, but it gives a string');
  });

  it('is unknown when it is not known of an item', () => {
    expect(seen(run('filter', [9, unknown()], isLarge))).toEqual({ unknown: { type: 'array' } });
    expect(seen(run('filter', unknown(), isLarge))).toEqual({ unknown: { type: 'array' } });
    const kept = unknown();
    expect(
      run(
        'filter',
        [kept],
        lambda(() => true),
      ),
    ).toEqual([kept]);
  });
});
