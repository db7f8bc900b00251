import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';

describe('indexOf and lastIndexOf', () => {
  it.each<[Value, Value, number, number]>([
    ['hub-HUB', 'hub', 0, 4],
    ['spoke', 'OK', 2, 2],
    ['spoke', 'x', -1, -1],
    ['', '', 0, 0],
    [['a', 'b', 'a'], 'a', 0, 2],
    [['a', 'b'], 'A', -1, -1],
    [[4, 5], '5', -1, -1],
    [[[1], { p: 1 }, [1]], [1], 0, 2],
    [[{ p: 1, q: 2 }], { q: 2, p: 1 }, 0, 0],
    [[null], null, 0, 0],
  ])('%s, %s', (where, what, first, last) => {
    expect([run('indexOf', where, what), run('lastIndexOf', where, what)]).toEqual([first, last]);
  });

  it('refuse other operands', () => {
    expect(() => run('indexOf', {}, 'a')).toThrow(
      'indexOf expects a string or an array, but argument 1 is an object',
    );
    expect(() => run('indexOf', 'a', 1)).toThrow('indexOf expects a string, but argument 2 is an int');
  });

  const open = { unknown: { type: 'int' } };
  it.each<[Value, Value, unknown, unknown]>([
    [['a', unknown()], 'a', 0, open],
    [[unknown(), 'a'], 'a', open, 1],
    [[unknown({ type: 'int' }), 'a'], 'a', 1, 1],
    [[unknown({ prefix: 'x' })], 'a', -1, -1],
    [unknown({ prefix: 'hub-' }), 'UB', 1, open],
    [unknown({ prefix: 'hub-' }), 'x', open, open],
    ['hub', unknown(), open, open],
    ['hub', unknown({ candidates: ['x', 'y'] }), -1, -1],
    [unknown(), unknown(), open, open],
  ])('case %#: what is not known', (where, what, first, last) => {
    expect([seen(run('indexOf', where, what)), seen(run('lastIndexOf', where, what))]).toEqual([first, last]);
  });
});
