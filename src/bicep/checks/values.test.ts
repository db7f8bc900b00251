import { describe, expect, it } from 'vitest';
import { pureFunctions } from '../../template/index.ts';
import { builtInFunction } from './built-in-function.ts';
import { expectErrors, expectValid } from './checked.case.ts';

describe('calls', () => {
  it.each([
    ["var a = toLower«('a', 'b')»", 'LG7209 BCP071'],
    ['var a = concat«()»', 'LG7209 BCP071'],
    ["var a = sys.padLeft«('a')»", 'LG7209 BCP071'],
    ['func f(a int, b string?) int => a\nvar b = f«()»', 'LG7209 BCP071'],
    ["targetScope = 'subscription'\nvar a = resourceGroup«()».name", 'LG7209 BCP071'],
    ['var a = toUpper(«1»)', 'LG7210 BCP070'],
    ["var a = map(«'abc'», x => x)", 'LG7210 BCP070'],
    ["var a = range(0, «'3'»)", 'LG7210 BCP070'],
    ['param a bool\nvar b = length(«a»)', 'LG7210 BCP070'],
    ["func f(a int) int => a\nvar b = f(«'a'»)", 'LG7210 BCP070'],
    ['var a = toLower(«x => x»)', 'LG7210 BCP070'],
    ['var a = «utcNow»()', 'LG7238 BCP065'],
    ["param a string = «reference»('id', '2020-01-01').b", 'LG7272 BCP066'],
  ])('%j', (marked, code) => {
    expectErrors(marked, code);
  });

  it.each([
    'func f(a int, b string?) int => a\nvar b = f(1)',
    'param a string = utcNow()\nparam b string = newGuid()',
    'param a object\nvar b = toLower(a.name)\nvar c = toLower(any(1))',
    "param a string?\nvar b = toLower(a ?? 'x')",
    "var a = union({ b: 1 }, { c: 2 }).b\nvar d = format('{0}', 1, true)",
  ])('%j is right', (text) => {
    expectValid(text);
  });

  it('takes as many arguments as the template function of the same name', () => {
    const differing = pureFunctions
      .map((one) => ({ one, own: builtInFunction(one.name) }))
      .filter(({ one, own }) => own !== undefined && own.argumentsMax > one.argumentsMax);
    expect(differing.map(({ one }) => one.name)).toEqual([]);
  });
});

describe('operators and conditions', () => {
  it.each([
    ['var a = «!1»', 'LG7216 BCP044'],
    ["var a = «-'a'»", 'LG7216 BCP044'],
    ["var a = «'a' + 'b'»", 'LG7216 BCP045'],
    ["param a string\nvar b = «a + 'c'»", 'LG7216 BCP045'],
    ["var a = «1 < 'a'»", 'LG7216 BCP045'],
    ['var a = «true && 1»', 'LG7216 BCP045'],
    ["var a = «1» ? 'b' : 'c'", 'LG7217 BCP046'],
    ["resource a 'B/c@2020-01-01' = if («'yes'») {\n  name: 'a'\n}", 'LG7217 BCP046'],
    ['assert a = «1»', 'LG7218 BCP350'],
  ])('%j', (marked, code) => {
    expectErrors(marked, code);
  });

  it.each([
    'param a object\nvar b = a.x + 1\nvar c = !a.y\nvar d = a.z ? 1 : 2',
    "param a string\nvar b = a == 1\nvar c = a ?? 'x'\nvar d = 'a' < 'b'",
    'param a any\nvar b = -a',
  ])('%j is right', (text) => {
    expectValid(text);
  });
});

describe('values of declared types', () => {
  it.each([
    ["param a int = «'1'»", 'LG7218 BCP033'],
    ['output a string = «true»', 'LG7218 BCP033'],
    ['output a array = «{}»', 'LG7218 BCP033'],
    ["type t = 'a' | 'b'\nparam c t = «1»", 'LG7218 BCP033'],
    ['var a int = «[]»', 'LG7218 BCP033'],
    ["func f() int => «'a'»", 'LG7218 BCP033'],
    ["targetScope = «'resourcegroup'»", 'LG7218 BCP033'],
    ["var a = [for b in «'abc'»: b]", 'LG7221 BCP137'],
    ['param a string? = «null»', 'LG7258 BCP326'],
    ["resource a 'B/c@2020-01-01' = {\n  name: 'a'\n}\noutput b bool = «a.id»", 'LG7218 BCP033'],
  ])('%j', (marked, code) => {
    expectErrors(marked, code);
  });

  it.each([
    "param a object\noutput b string = a.c\noutput d int = first(['a'])",
    'type t = { a: string }\noutput b t = { a: 1 }',
    "param a string?\noutput b int = a!\noutput c resourceInput<'B/c@2020-01-01'>.name = 1",
    "resource a 'B/c@2020-01-01' = {\n  name: 'a'\n}\noutput b int = a.properties.size\noutput c object = a",
    "param flag bool\noutput a string = flag ? 'b' : 1",
  ])('says nothing of %j', (text) => {
    expectValid(text);
  });
});

describe('properties and items', () => {
  it.each([
    ['var a = { b: 1 }\nvar c = a.«d»', 'LG7222 BCP053'],
    ['var a = { name: 1 }\nvar c = a.«nam»', 'LG7222 BCP083'],
    ["var a = { b: 1 }\nvar c = a[«'d'»]", 'LG7222 BCP053'],
    ['var a = 1\nvar b = a.«c»', 'LG7223 BCP055'],
    ["var a = «'b'»[0]", 'LG7224 BCP076'],
    ["var a = [1]\nvar b = a[«'c'»]", 'LG7259 BCP074'],
    ['param a object\nvar b = a[«1»]', 'LG7259 BCP075'],
    ['var a = az.«b»', 'LG7222 BCP052'],
    [
      "resource a 'B/c@2020-01-01' = [for i in [1]: {\n  name: 'a${i}'\n}]\nvar b = a.«location»",
      'LG7223 BCP055',
    ],
  ])('%j', (marked, code) => {
    expectErrors(marked, code);
  });

  it.each([
    'param a object\nvar b = a.c.d[0]',
    'param a { b: string }\nvar c = a.d',
    "var a = { ...b }\nparam b object\nvar c = a.d\nvar d = { '${e}': 1 }\nparam e string\nvar f = d.g",
    'var a = { b: 1 }\nvar c = a.?d',
    "var a = deployment().properties.template\nvar b = json('{}').c",
  ])('says nothing of %j', (text) => {
    expectValid(text);
  });
});
