import { describe, expect, it } from 'vitest';
import { bindFile } from '../binding/index.ts';
import { parseBicep } from '../syntax/index.ts';
import { commonType, describeType, isNone, type PlainType, plainOf, unknownType } from './plain-type.ts';
import { TypeReader } from './type-reader.ts';

/** The type of the variable `it` of a text. */
function typeOf(text: string): PlainType {
  const binding = bindFile(parseBicep('main.bicep', text));
  const value = binding.variables.find(({ name }) => name === 'it')?.declaration.value;
  if (value === undefined) throw new Error('the text declares no `it`');
  return new TypeReader(binding).of(value);
}

describe('the type of an expression', () => {
  it.each([
    ["var it = 'a'", "'a'"],
    ["var b = 'b'\nvar it = 'a${b}c'", "'abc'"],
    ["param b string\nvar it = 'a${b}c'", 'string'],
    ['var it = 1', '1'],
    ['var it = -1', 'int'],
    ['var it = !true', 'bool'],
    ['var it = 1 + 2', 'int'],
    ['var it = 1 == 2', 'bool'],
    ['var it = (null)', 'null'],
    ['var it = [1]', 'array'],
    ['var it = {}', 'object'],
    ['var it = [for i in [1]: i]', 'array'],
    ["var it = [for i in [1]: 'a'][0]", "'a'"],
    ["var it = true ? 'a' : 'b'", 'string'],
    ["var it = { a: { b: 1 } }.a['b']", '1'],
    ["var it = toLower('A')", 'string'],
    ["var it = sys.length('A')", 'int'],
    ['param p int\nvar it = p', 'int'],
    ['type t = bool\nparam p t\nvar it = p', 'bool'],
    ["type t = 'a' | 'b'\nparam p t\nvar it = p", 'string'],
    ['param p string[]\nvar it = p[0]', 'string'],
    ["resource r 'B/c@2020-01-01' = {\n  name: 'r'\n}\nvar it = r.id", 'string'],
    ["module m './m.bicep' = {}\nvar it = m.name", 'string'],
  ])('%j', (text, expected) => {
    expect(describeType(typeOf(text))).toBe(expected);
  });

  it.each([
    'param p object\nvar it = p.a',
    'param p string?\nvar it = p',
    'param p any\nvar it = p',
    "import { t } from './t.bicep'\nparam p t\nvar it = p",
    "var it = true ? 'a' : 1",
    "var it = 'a' ?? 'b'",
    "var it = 'a' + 'b'",
    'var it = concat([1], [2])',
    "var it = toLower('a', 'b')",
    'func f() string => it\nvar it = f()',
    'var it = missing',
    'var it = it',
    'var it = { a: 1 }.?a',
    "resource r 'B/c@2020-01-01' = {\n  name: 'r'\n}\nvar it = r.location",
    "resource k 'core/Service@v1' = {}\nvar it = k.id",
    'var it = [1][^1]',
  ])('of %j is not plain', (text) => {
    expect(typeOf(text)).toEqual(unknownType);
  });

  it('ends where variables go deeper than anybody follows', () => {
    const chain = Array.from({ length: 500 }, (_, at) => `var v${at} = v${at + 1}`).join('\n');
    expect(typeOf(`${chain}\nvar v500 = 1\nvar it = v0`)).toEqual(unknownType);
  });
});

describe('types', () => {
  it('have in common what both are', () => {
    expect(commonType({ kind: 'int', value: 1 }, { kind: 'int', value: 2 })).toEqual({ kind: 'int' });
    expect(commonType(plainOf('int'), plainOf('string'))).toEqual(unknownType);
    expect(commonType(plainOf('array'), { kind: 'array', item: plainOf('int') })).toEqual(plainOf('array'));
    expect(commonType(plainOf('null'), plainOf('null'))).toEqual(plainOf('null'));
  });

  it('are none of others only where they are known', () => {
    expect(isNone(plainOf('int'), 'string', 'bool')).toBe(true);
    expect(isNone(plainOf('int'), 'string', 'int')).toBe(false);
    expect(isNone(unknownType, 'string')).toBe(false);
  });
});
