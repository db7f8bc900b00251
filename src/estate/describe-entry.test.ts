import { describe, expect, it } from 'vitest';
import { describeEntry } from './describe-entry.ts';

describe('describeEntry', () => {
  it.each([
    [null, 'null'],
    ['hunter2', 'a string'],
    [7, 'a number'],
    [[1], 'a list'],
    [{}, 'an empty object'],
    [{ key: 'hunter2', b: 1 }, 'an object with `key`, `b`'],
    [{ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 }, 'an object with `a`, `b`, `c`, `d`, `e`, `f` ...'],
    [{ ['x'.repeat(99)]: 1 }, `an object with \`${'x'.repeat(40)}\``],
    [{ id: 'string', type: 'string', properties: {} }, 'an object whose `id` names no resource'],
  ])('says what %j is without its values', (value, text) => {
    expect(describeEntry(value)).toBe(text);
  });
});
