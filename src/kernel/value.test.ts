import { expect, it } from 'vitest';
import { Unknown } from './unknown.ts';
import { textOfValue, type Value } from './value.ts';

it('takes the text of a value without asking the value', () => {
  const hostile = JSON.parse('{"toString": 1, "toJSON": "x", "valueOf": []}') as Value;
  expect(textOfValue(hostile)).toBe('{"toString":1,"toJSON":"x","valueOf":[]}');
  expect(textOfValue(9007199254740993n)).toBe('9007199254740993');
  expect(textOfValue(new Unknown('a()'))).toBe('[a()]');
});
