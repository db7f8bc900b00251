import { describe, expect, it } from 'vitest';
import { joinCauses, Unknown, type UnknownCause } from './unknown.ts';
import { isKnown, isObject, typeOfValue, unknownsIn, type Value } from './value.ts';

const cause: UnknownCause = { kind: 'parameter', name: 'parameter p' };
const unknown = new Unknown("parameters('p')", {
  causes: [cause],
  secret: true,
  prefix: 'a',
  candidates: ['ab'],
});

describe('an unknown', () => {
  it('prints as its expression', () => {
    expect(`${unknown}`).toBe("[parameters('p')]");
    expect(JSON.stringify({ a: unknown })).toBe(`{"a":"[parameters('p')]"}`);
  });

  it('hands on why it is unknown and that it is secret, and nothing that was known of it alone', () => {
    const derived = unknown.derive('x.y', { type: 'string' });
    expect(derived).toMatchObject({
      expression: 'x.y',
      type: 'string',
      causes: [cause],
      secret: true,
      prefix: '',
      candidates: undefined,
    });
  });

  it('joins causes without repeats', () => {
    const other: UnknownCause = { kind: 'clock', name: 'newGuid()' };
    expect(joinCauses([unknown, new Unknown('x', { causes: [other, { ...cause }] })])).toEqual([
      cause,
      other,
    ]);
    expect(joinCauses([])).toEqual([]);
  });
});

describe('a value', () => {
  it.each<[Value, string | undefined]>([
    [null, 'null'],
    [true, 'bool'],
    [1, 'int'],
    [2n ** 60n, 'int'],
    [1.5, 'float'],
    ['a', 'string'],
    [[], 'array'],
    [{}, 'object'],
    [unknown, undefined],
    [new Unknown('x', { type: 'int' }), 'int'],
  ])('has a type: %s', (value, type) => {
    expect(typeOfValue(value)).toBe(type);
  });

  it('is an object when it is a JSON object', () => {
    expect([{}, [], null, unknown, 'a'].map(isObject)).toEqual([true, false, false, false, false]);
  });

  it('is known when all of it is', () => {
    const other = new Unknown('x');
    const value = { a: [1, { b: unknown }], c: other };
    expect(isKnown(value)).toBe(false);
    expect(isKnown({ a: [1, { b: 2 }] })).toBe(true);
    expect(unknownsIn(value)).toEqual([unknown, other]);
    expect(unknownsIn(unknown)).toEqual([unknown]);
  });
});
