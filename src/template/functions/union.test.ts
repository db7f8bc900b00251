import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unknown, Value, ValueObject } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';

describe('union', () => {
  it.each<[Value[], Value]>([
    [
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      ['a', 'b', 'c'],
    ],
    [
      [[1, 1, '1'], [1]],
      [1, '1'],
    ],
    [
      [
        [['a'], ['b']],
        [['b'], ['c', 'a']],
      ],
      [['a'], ['b'], ['c', 'a']],
    ],
    [[[], []], []],
    [[['a']], ['a']],
    [[{ a: 1, b: 2 }, { b: 3, c: 4 }, { c: 5 }], { a: 1, b: 3, c: 5 }],
    [[{ tags: { a: 1, b: 1 } }, { Tags: { b: 2, c: 2 } }], { tags: { a: 1, b: 2, c: 2 } }],
    [[{ a: [1, 2] }, { a: [3] }], { a: [3] }],
    [[{ a: { b: 1 } }, { a: 'flat' }], { a: 'flat' }],
    [[{ a: 1 }, { a: null }], { a: null }],
  ])('case %#', (args, expected) => {
    expect(run('union', ...args)).toEqual(expected);
  });

  it('keeps the identity of what it does not merge, and changes nothing it is given', () => {
    const [kept, merged] = [{ x: 1 }, { y: 1 }];
    const result = run('union', { kept, merged }, { merged: { z: 2 } }) as ValueObject;
    expect(result.kept).toBe(kept);
    expect(result.merged).toEqual({ y: 1, z: 2 });
    expect(merged).toEqual({ y: 1 });
  });

  it('does not mix', () => {
    expect(() => run('union', [1], { a: 1 })).toThrow(
      'union expects an array like the others, but argument 2 is an object',
    );
    expect(() => run('union', 'a', 'b')).toThrow(
      'union expects arrays or objects, but argument 1 is a string',
    );
  });

  it('moves unknown values of objects about', () => {
    const value = unknown({ type: 'string' });
    expect(run('union', { a: value, b: 1 }, { b: value })).toEqual({ a: value, b: value });
    expect(run('union', { a: value }, { a: { b: 1 } })).toEqual({ a: { b: 1 } });
    expect(run('union', { a: { b: 1 } }, { a: value })).toEqual({ a: value });
  });

  it('makes a part unknown where it may have to be merged', () => {
    const result = run('union', { a: { b: 1 }, c: 1 }, { a: unknown() }) as ValueObject;
    expect(seen(result.a!)).toEqual({ unknown: {} });
    expect((result.a as Unknown).expression).toBe('union(...).a');
    expect((result.a as Unknown).causes).toHaveLength(1);
    expect(result.c).toBe(1);
    const nested = run('union', { p: { 'a b': unknown() } }, { p: { 'a b': {} } }) as { p: ValueObject };
    expect((nested.p['a b'] as Unknown).expression).toBe("union(...).p['a b']");
    expect(seen(nested.p['a b']!)).toEqual({ unknown: { type: 'object' } });
  });

  it('is unknown of an unknown', () => {
    expect(seen(run('union', { a: 1 }, unknown()))).toEqual({ unknown: { type: 'object' } });
    expect(seen(run('union', unknown({ type: 'array' }), unknown()))).toEqual({ unknown: { type: 'array' } });
    expect(seen(run('union', unknown(), unknown()))).toEqual({ unknown: {} });
    expect(seen(run('union', ['a'], [unknown()]))).toEqual({ unknown: { type: 'array' } });
    expect(run('union', ['a'], [unknown({ prefix: 'b' })])).toHaveLength(2);
  });

  it('changes nothing the second time', () => {
    const plain = fc.object({
      key: fc.constantFrom('a', 'b', 'c'),
      values: [fc.integer(), fc.string(), fc.constant(null)],
      maxDepth: 2,
    });
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        const [x, y] = [a as ValueObject, b as ValueObject];
        const once = run('union', x, y);
        expect(run('union', once, y)).toEqual(once);
        expect(run('union', {}, once)).toEqual(once);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 })), fc.array(fc.nat({ max: 5 })), (a, b) => {
        const once = run('union', a, b) as Value[];
        expect(run('union', once, b)).toEqual(once);
        expect(new Set(once)).toEqual(new Set([...a, ...b]));
        expect(once).toHaveLength(new Set(once).size);
      }),
    );
  });
});
