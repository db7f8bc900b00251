import { describe, expect, it } from 'vitest';
import { Unknown, type Value } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';

describe('tryGet', () => {
  const site = { Name: 'hub', tags: { owner: 'net', none: null }, zones: ['1', '2', '3'] };
  it.each<[Value[], Value]>([
    [[site, 'name'], 'hub'],
    [[site, 'missing'], null],
    [[site, 'tags', 'owner'], 'net'],
    [[site, 'missing', 'owner'], null],
    [[site, 'zones', 0], '1'],
    [[['a', 'b'], 1], 'b'],
    [[['a', 'b'], 2], null],
    [[['a', 'b'], -1], null],
    [[['a', 'b'], { value: 1, fromEnd: true }], 'b'],
    [[['a', 'b'], { value: 3, fromEnd: true }], null],
    [[site, 'zones', { value: 1, fromEnd: true }], '3'],
    [[null, 'a'], null],
    [[null, 'a', 'b'], null],
  ])('case %#', (args, expected) => {
    expect(run('tryGet', ...args)).toEqual(expected);
  });

  it('is safe in its first key only', () => {
    expect(() => run('tryGet', site, 'tags', 'missing')).toThrow('tryGet finds nothing at its argument 3');
    expect(() => run('tryGet', site, 'tags', 'none', 'x')).toThrow('in what is null');
  });

  it('wants keys of objects and indexes of arrays', () => {
    expect(() => run('tryGet', site, 0)).toThrow(
      'tryGet cannot find a key that is an int in what is an object',
    );
    expect(() => run('tryGet', ['a'], '0')).toThrow(
      'tryGet cannot find a key that is a string in what is an array',
    );
    expect(() => run('tryGet', 42, 'a')).toThrow(
      'tryGet expects an array or an object, but argument 1 is an int',
    );
    expect(run('tryGet', {}, 'constructor')).toBeNull();
  });

  it('finds what is known beside what is not', () => {
    const inner = unknown({ type: 'string' });
    expect(run('tryGet', { a: inner, b: 1 }, 'b')).toBe(1);
    expect(run('tryGet', { a: inner }, 'A')).toBe(inner);
    expect(run('tryGet', { a: inner }, 'c')).toBeNull();
    for (const args of [
      [unknown(), 'a'],
      [{ a: 1 }, unknown()],
      [{ a: inner }, 'a', 'b'],
    ] as Value[][]) {
      expect(seen(run('tryGet', ...args))).toEqual({ unknown: {} });
    }
  });
});

describe('indexFromEnd and tryIndexFromEnd', () => {
  it('count from 1 at the end', () => {
    const list = ['a', 'b', 'c'];
    expect([run('indexFromEnd', list, 1), run('indexFromEnd', list, 3)]).toEqual(['c', 'a']);
    expect([0, 1, 3, 4, -1].map((index) => run('tryIndexFromEnd', list, index))).toEqual([
      null,
      'c',
      'a',
      null,
      null,
    ]);
    expect(run('tryIndexFromEnd', [{ a: [7] }], 1, 'a', 0)).toBe(7);
    expect(run('tryIndexFromEnd', null, 1)).toBeNull();
  });

  it('refuse other operands', () => {
    expect(() => run('indexFromEnd', ['a'], 2)).toThrow('indexFromEnd 2 is outside an array of 1');
    expect(() => run('tryIndexFromEnd', 'a', 1)).toThrow(
      'tryIndexFromEnd expects an array, but argument 1 is a string',
    );
    expect(() => run('tryIndexFromEnd', ['a'], '1')).toThrow('tryIndexFromEnd expects an int');
    expect(seen(run('indexFromEnd', unknown({ type: 'array' }), 1))).toEqual({ unknown: {} });
    expect(run('indexFromEnd', [unknown(), 'z'], 1)).toBe('z');
  });
});

describe('tryGet of what is known in part', () => {
  const state = new Unknown("reference('m')", {
    type: 'object',
    known: () => ({ outputs: { id: { value: 'x' } }, list: [1] }),
  });

  it('gives the part that is known', () => {
    expect(run('tryGet', state, 'outputs', 'id', 'value')).toBe('x');
    expect(run('tryGet', state, 'list', 0)).toBe(1);
  });

  it('does not say that there is nothing where something may be', () => {
    expect(run('tryGet', state, 'name')).toBeInstanceOf(Unknown);
    expect(run('tryGet', state, 'outputs', 'other', 'value')).toBeInstanceOf(Unknown);
    expect(run('tryGet', state, 'list', 1)).toBeInstanceOf(Unknown);
  });
});
