import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { lambda, run, seen, unknown } from './call-for-test.ts';

const double = lambda((value) => run('mul', value!, 2));

describe('map and mapValues', () => {
  it('call the lambda for each', () => {
    expect(run('map', [1, 2, 3], double)).toEqual([2, 4, 6]);
    expect(
      run(
        'map',
        ['a', 'b'],
        lambda((item, index) => run('concat', item!, index!)),
      ),
    ).toEqual(['a0', 'b1']);
    expect(run('mapValues', { a: 1, b: 2 }, double)).toEqual({ a: 2, b: 4 });
    expect(run('map', [], double)).toEqual([]);
  });

  it('give a lambda no more than it declares', () => {
    const counted = lambda((...args: Value[]) => args.length, 1);
    expect(run('map', ['a'], counted)).toEqual([1]);
  });

  it('refuse other operands', () => {
    expect(() => run('map', {}, double)).toThrow('map expects an array, but argument 1 is an object');
    expect(() => run('map', [], 'x')).toThrow('map expects a lambda, but argument 2 is a string');
    expect(() => run('mapValues', [], double)).toThrow(
      'mapValues expects an object, but argument 1 is an array',
    );
  });

  it('are known around unknown items', () => {
    const result = run('map', [1, unknown()], double) as Value[];
    expect(result.map(seen)).toEqual([2, { unknown: { type: 'int' } }]);
    expect(seen(run('map', unknown(), double))).toEqual({ unknown: { type: 'array' } });
    expect(seen(run('mapValues', unknown(), double))).toEqual({ unknown: { type: 'object' } });
  });
});
