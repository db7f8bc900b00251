import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';

describe('contains', () => {
  it.each<[Value, Value, boolean]>([
    ['HubSpoke', 'bS', true],
    ['HubSpoke', 'bs', false],
    ['port 443', 44, true],
    ['', '', true],
    [['hub', 'spoke'], 'hub', true],
    [['hub', 'spoke'], 'Hub', false],
    [[1, [2, 3]], [2, 3], true],
    [[{ a: 1 }], { a: 1 }, true],
    [['1'], 1, false],
    [{ Hub: null }, 'hub', true],
    [{ Hub: 'spoke' }, 'spoke', false],
    [{ 7: 'x' }, 7, true],
  ])('%j has %j: %s', (container, item, expected) => {
    expect(run('contains', container, item)).toBe(expected);
  });

  it('refuses other operands', () => {
    expect(() => run('contains', 5, 5)).toThrow(
      'contains expects an array, an object or a string, but argument 1 is an int',
    );
    expect(() => run('contains', null, 'a')).toThrow('argument 1 is null');
    expect(() => run('contains', {}, [])).toThrow(
      'contains expects a string or an int, but argument 2 is an array',
    );
  });

  const open = { unknown: { type: 'bool' } };
  it.each<[Value, Value, unknown]>([
    [['a', unknown()], 'a', true],
    [['a', unknown()], 'b', open],
    [['a', unknown({ type: 'int' })], 'b', false],
    [['a', unknown({ prefix: 'x' })], 'b', false],
    [['a'], unknown({ prefix: 'x' }), false],
    [['a', 'b'], unknown({ candidates: ['a', 'b'] }), true],
    [
      ['a', 'b'],
      unknown({ candidates: ['b', 'c'] }),
      { unknown: { type: 'bool', candidates: [true, false] } },
    ],
    [[], unknown(), false],
    [unknown({ prefix: 'hub' }), 'ub', true],
    [unknown({ prefix: 'hub' }), 'x', open],
    ['hub', unknown({ prefix: 'x' }), false],
    ['hub', unknown(), open],
    [unknown(), 'x', open],
    [unknown({ candidates: [['x', 'y'], ['x']] }), 'x', true],
    [{ Hub: 1 }, unknown({ prefix: 'h' }), open],
    [{ Hub: 1 }, unknown({ prefix: 's' }), false],
    [{ hub: unknown() }, 'hub', true],
  ])('case %#: what is not known', (container, item, expected) => {
    expect(seen(run('contains', container, item))).toEqual(expected);
  });
});
