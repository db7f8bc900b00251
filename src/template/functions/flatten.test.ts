import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('flatten', () => {
  it('goes one level deep', () => {
    expect(run('flatten', [['a'], [], ['b', ['c']]])).toEqual(['a', 'b', ['c']]);
    expect(run('flatten', [])).toEqual([]);
    expect(() => run('flatten', [['a'], 'b'])).toThrow(
      'flatten expects an array of arrays, but an item is a string',
    );
  });

  it('is unknown with an unknown array, not with unknown members', () => {
    const member = unknown();
    expect(run('flatten', [[member], ['a']])).toEqual([member, 'a']);
    expect(seen(run('flatten', [['a'], unknown()]))).toEqual({ unknown: { type: 'array' } });
  });
});
