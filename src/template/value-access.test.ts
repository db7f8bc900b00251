import { describe, expect, it } from 'vitest';
import { Unknown, type Value } from '../kernel/index.ts';
import { elementOf, memberOf } from './value-access.ts';

const open = new Unknown('r()', { known: () => ({ a: 1, o: { b: 2 }, l: [3], u: inner }) });
const inner = new Unknown('u()', { type: 'string', prefix: 'x' });

describe('memberOf', () => {
  it('finds own properties without regard to case', () => {
    expect(memberOf({ Name: 1 }, 'name')).toBe(1);
    expect(memberOf({ a: null }, 'a')).toBeNull();
    expect(memberOf({}, 'a', true)).toBeNull();
    expect(memberOf(null, 'a', true)).toBeNull();
  });

  it.each<[Value, string]>([
    [{}, 'the object has no property `a`; it has none'],
    [{ b: 1, c: 2 }, 'the object has no property `a`; it has b, c'],
    [Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`k${at}`, at])), 'k7, …'],
    [[], '`a` is asked of an array, which has no properties'],
    ['x', '`a` is asked of a string, which has no properties'],
    [null, '`a` is asked of null, which has no properties'],
  ])('says what is wrong with %j', (target, message) => {
    expect(() => memberOf(target, 'a')).toThrow(message);
  });

  it('gives what is known of an unknown and leaves the rest of it open', () => {
    expect(memberOf(open, 'A')).toBe(1);
    expect(memberOf(open, 'u')).toBe(inner);
    expect(memberOf(open, 'gone')).toMatchObject({ expression: 'r().gone' });
    const part = memberOf(open, 'o');
    expect(part).toMatchObject({ expression: 'r().o', type: 'object' });
    expect(memberOf(part, 'b')).toBe(2);
    expect(memberOf(part, 'c')).toBeInstanceOf(Unknown);
    expect(elementOf(memberOf(open, 'l'), 0)).toBe(3);
    expect(elementOf(memberOf(open, 'l'), 1)).toBeInstanceOf(Unknown);
  });

  it('gives parts as they are where nothing is added to them', () => {
    const whole = new Unknown('r()', { known: () => ({ o: { b: 2 } }), partsAreWhole: true });
    expect(memberOf(whole, 'o')).toEqual({ b: 2 });
    expect(memberOf(whole, 'p')).toBeInstanceOf(Unknown);
  });
});

describe('elementOf', () => {
  it('takes elements by position and properties by name', () => {
    expect(elementOf([1, 2], 1)).toBe(2);
    expect(elementOf({ A: 1 }, 'a')).toBe(1);
    expect(elementOf([null], 0)).toBeNull();
    expect(elementOf([1], 5, true)).toBeNull();
  });

  it.each<[Value, Value, string]>([
    [[1], 1, 'the array has 1 elements, so there is none at 1'],
    [[1], -1, 'none at -1'],
    [[1], 'a', 'an array is indexed by an integer, not by a string'],
    [[1], 0.5, 'not by a float'],
    ['abc', 0, 'an element is asked of a string, which is not an array'],
    [{}, 0, 'an element is asked of an object'],
  ])('says what is wrong with %j at %j', (target, index, message) => {
    expect(() => elementOf(target, index)).toThrow(message);
  });

  it('gives the elements there are when the index is unknown, unless there may be none', () => {
    const index = new Unknown('i()');
    expect(elementOf(['a', 'b'], index)).toMatchObject({
      expression: "createArray('a', 'b')[i()]",
      candidates: ['a', 'b'],
    });
    expect(elementOf(['a', 'b'], index, true)).toMatchObject({ candidates: undefined });
    expect(elementOf({ k: 'a' }, index)).toMatchObject({ candidates: ['a'] });
    expect(elementOf([inner, 'b'], index)).toMatchObject({ candidates: undefined });
    expect(elementOf(Array(17).fill(1), index)).toMatchObject({ candidates: undefined });
  });
});
