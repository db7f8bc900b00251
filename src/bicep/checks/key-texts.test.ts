import { expect, it } from 'vitest';
import { bindFile } from '../binding/index.ts';
import { parseBicep } from '../syntax/index.ts';
import { keyTexts } from './key-texts.ts';

it.each([
  ["'a'", ['a']],
  ["'a${b}c'", ['abc']],
  ["true ? 'a' : b", ['a', 'b']],
  ["'${true ? 'a' : b}-${b}'", ['a-b', 'b-b']],
  ['list[1]', ['b']],
  ['first(list)', ['a']],
  ["last(['x', b])", ['b']],
  ['p', 'open'],
  ["'a${p}'", 'open'],
  ["true ? 'a' : p", 'open'],
  ["any('a')", 'open'],
  ['one', undefined],
  ['list[n]', undefined],
  ['list[7]', undefined],
  ['self', undefined],
  ["toLower('A')", undefined],
  ['[1]', undefined],
])('%s can be %j', (key, expected) => {
  const text = `var it = ${key}\nvar b = 'b'\nvar list = ['a', b]\nparam p string\n@allowed(['x'])\nparam one ('x' | 'y')\nparam n int\nvar self = self`;
  const binding = bindFile(parseBicep('main.bicep', text));
  const value = binding.variables[0]?.declaration.value;
  if (value === undefined) throw new Error('nothing was read');
  expect(keyTexts(value, binding)).toEqual(expected);
});
