import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('shallowMerge', () => {
  it('replaces properties whole', () => {
    expect(
      run('shallowMerge', [
        { a: 1, n: { x: 1, y: 1 } },
        { A: 2, n: { z: 1 } },
      ]),
    ).toEqual({ a: 2, n: { z: 1 } });
    expect(run('shallowMerge', [])).toEqual({});
    expect(() => run('shallowMerge', [['a']])).toThrow(
      'shallowMerge expects an array of objects, but an item is an array',
    );
    expect(() => run('shallowMerge', {})).toThrow(
      'shallowMerge expects an array, but argument 1 is an object',
    );
  });

  it('is unknown with an unknown object, not with unknown values', () => {
    const value = unknown();
    expect(run('shallowMerge', [{ a: 1 }, { a: value }])).toEqual({ a: value });
    expect(seen(run('shallowMerge', [{ a: 1 }, unknown()]))).toEqual({ unknown: { type: 'object' } });
  });
});
