import { describe, expect, it } from 'vitest';
import { parseBicep } from './parse-bicep.ts';
import { problemsOf, showFile } from './show.case.ts';

const after = 'param after string';
const shownAfter = '(parameter after string)';

/** Each text is followed by a declaration, which must survive. */
const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  // A name, type or value is missing.
  ['param', ['1:6 LG7008 BCP013 "\\n"'], ['(parameter ? ?)']],
  ['param a', ['1:8 LG7008 BCP279 "\\n"'], ['(parameter a ?)']],
  ['param = 1', ['1:7 LG7008 BCP013 "="'], ['(parameter ? ? 1)']],
  ['param a string =', ['1:17 LG7008 BCP009 "\\n"'], ['(parameter a string ?)']],
  ["param a string 'b'", ['1:16 LG7008 BCP008 "\'b\'"'], ['(parameter a string)']],
  ["param a string {\n  default: 'b'\n}", ['1:16 LG7008 BCP008 "{"'], ['(parameter a string)']],
  ['var a', ['1:6 LG7008 BCP018 "\\n"'], ['(variable a ?)']],
  ['var a 1', ['1:8 LG7008 BCP018 "\\n"'], ['(variable a 1 ?)']],
  ['output a = b', ['1:10 LG7008 BCP279 "="'], ['(output a ? b)']],
  ['output', ['1:7 LG7008 BCP016 "\\n"'], ['(output ? ? ?)']],
  ['type a', ['1:7 LG7008 BCP018 "\\n"'], ['(type a ?)']],
  ['metadata', ['1:9 LG7008 BCP266 "\\n"'], ['(metadata ? ?)']],
  ['targetScope', ['1:12 LG7008 BCP018 "\\n"'], ['(targetScope ?)']],
  ['func a string => 1', ['1:8 LG7008 BCP018 "string"'], ['(function a string 1)']],
  ['func a(b) string => 1', ['1:9 LG7008 BCP279 ")"'], ['(function a [(functionParameter b ?)] string 1)']],
  ['assert', ['1:7 LG7008 BCP344 "\\n"'], ['(assert ? ?)']],
  ['test a b', ['1:8 LG7008 BCP347 "b"'], ['(test a ? ?)']],
  ["resource 'A/b@c' = {}", ['1:10 LG7008 BCP017 "\'A/b@c\'"'], ['(resource ? "A/b@c" (object))']],
  ['resource a = {}', ['1:12 LG7008 BCP068 "="'], ['(resource a ? (object))']],
  ["resource a 'A/b@c' {}", ['1:20 LG7008 BCP018 "{"'], ['(resource a "A/b@c" (object))']],
  ["resource a 'A/b@c' = b", ['1:22 LG7008 BCP118 "b"'], ['(resource a "A/b@c" ?)']],
  ["resource a 'A/b@c' = []", ['1:22 LG7008 BCP012 "["'], ['(resource a "A/b@c" ?)']],
  ["resource a 'A/b@c' = [for b in c: d]", ['1:35 LG7008 BCP167 "d"'], ['(resource a "A/b@c" (for b c ?))']],
  ["resource a 'A/b@c' = if b {}", ['1:25 LG7008 BCP018 "b"'], ['(resource a "A/b@c" (if ? ?))']],
  ["resource a 'A/b@c' = if (b) c", ['1:29 LG7008 BCP018 "c"'], ['(resource a "A/b@c" (if b ?))']],
  ['module a b = {}', ['1:10 LG7008 BCP097 "b"'], ['(module a ? ?)']],
  // Something that begins no declaration.
  ['parm a string', ['1:1 LG7010 BCP007 "parm"'], ['?']],
  ['}', ['1:1 LG7010 BCP007 "}"'], ['?']],
  ['a\nb\n  c: {\n    d\n  }', ['1:1 LG7010 BCP007 "a"'], ['?']],
  ["'a'", ['1:1 LG7010 BCP007 "\'a\'"'], ['?']],
  ['{\n  param a string\n}', ['1:1 LG7010 BCP007 "{"'], ['?']],
  ['var a = 1 var b = 2', ['1:11 LG7008 BCP019 "var"'], ['(variable a 1)']],
  ['var a = 1,', ['1:10 LG7008 BCP019 ","'], ['(variable a 1)']],
  // Brackets that are not closed.
  ['var a = {', ['2:1 LG7009 BCP018 "param"'], ['(variable a (object))']],
  ['var a = {\n  b: 1', ['3:1 LG7009 BCP018 "param"'], ['(variable a (object [(property b 1)]))']],
  ['var a = [\n  1', ['3:1 LG7009 BCP018 "param"'], ['(variable a (array [1]))']],
  ['var a = f(\n  1', ['3:1 LG7009 BCP018 "param"'], ['(variable a (call f [1]))']],
  ['var a = (1', ['2:1 LG7009 BCP018 "param"'], ['(variable a (parenthesized 1))']],
  [
    'type a = {\n  b: string',
    ['3:1 LG7009 BCP018 "param"'],
    ['(type a (objectType [(propertyType b string)]))'],
  ],
  [
    "resource a 'A/b@c' = {\n  d: {\n    e: [\n      1\n}",
    ['5:1 LG7009 BCP018 "}"', '6:1 LG7009 BCP018 "param"'],
    ['(resource a "A/b@c" (object [(property d (object [(property e (array [1]))]))]))'],
  ],
  ['import {\n  a', ['3:1 LG7009 BCP018 "param"'], ['(import (importList [(importItem a)]) ?)']],
  ['var a = [1, 2}', ['1:14 LG7009 BCP018 "}"'], ['(variable a (array [1 2]))']],
  ['var a = { b: 1 ]', ['1:16 LG7009 BCP018 "]"'], ['(variable a (object [(property b 1)]))']],
  // One property or item is broken.
  [
    'var a = {\n  b 1\n  c: 2\n}',
    ['2:5 LG7008 BCP018 "1"'],
    ['(variable a (object [(property b 1) (property c 2)]))'],
  ],
  [
    'var a = {\n  b:\n  c: 2\n}',
    ['2:5 LG7008 BCP009 "\\n"'],
    ['(variable a (object [(property b ?) (property c 2)]))'],
  ],
  [
    'var a = {\n  %: { d: 1 }\n  c: 2\n}',
    ['2:3 LG7008 BCP022 "%"'],
    ['(variable a (object [(property ? (object [(property d 1)])) (property c 2)]))'],
  ],
  [
    'var a = {\n  b: 1 2 [\n  ]\n  c: 2\n}',
    ['2:8 LG7008 BCP236 "2"'],
    ['(variable a (object [(property b 1) (property c 2)]))'],
  ],
  [
    "var a = {\n  b: 'x\n  c: 2\n}",
    ['2:6 LG7003 BCP004 "\'x"'],
    ['(variable a (object [(property b ?) (property c 2)]))'],
  ],
  [
    "var a = {\n  b: '${x\n  c: 2\n}",
    ['2:10 LG7003 BCP004 ""'],
    ['(variable a (object [(property b ?) (property c 2)]))'],
  ],
  [
    'var a = {\n  b: "x y"\n  c: 2\n}',
    ['2:6 LG7001 BCP103 "\\"x y\\""'],
    ['(variable a (object [(property b ?) (property c 2)]))'],
  ],
  ['var a = [\n  1\n  ~\n  2\n]', ['3:3 LG7001 BCP001 "~"'], ['(variable a (array [1 ? 2]))']],
  [
    "resource a 'A/b@c' = {\n  var d = 1\n  name: 'e'\n}",
    ['2:7 LG7008 BCP018 "d"'],
    ['(resource a "A/b@c" (object [(property var d) (property name "e")]))'],
  ],
  [
    "resource a 'A/b@c' = {\n  @f()\n  name: 'e'\n}",
    ['2:3 LG7013 BCP153 "@f()"'],
    ['(resource a "A/b@c" (object [(property name "e")]))'],
  ],
  // Decorators.
  ['@', ['1:2 LG7008 BCP123 "\\n"'], []],
  ['@f(', ['2:1 LG7009 BCP018 "param"'], []],
  ['@f() var a = 1', ['1:6 LG7008 BCP019 "var"'], ['(variable [(decorator (call f))] a 1)']],
  ['@f()[0]\nvar a = 1', ['1:2 LG7008 BCP123 "f()[0]"'], ['(variable [(decorator ?)] a 1)']],
  ['@f()\n)', ['1:1 LG7013 BCP132 "@f()"'], ['?']],
];

describe('recovery', () => {
  it.each(cases)('says once what is wrong with %j and goes on', (text, problems, shown) => {
    const tree = parseBicep('main.bicep', `${text}\n${after}`);
    expect(problemsOf(tree)).toEqual(problems);
    const declarations = showFile(tree);
    expect(declarations.slice(0, -1)).toEqual(shown);
    expect(declarations.at(-1)).toContain('after string)');
  });

  it('keeps the next resource out of a body that is not closed', () => {
    const tree = parseBicep(
      'main.bicep',
      "resource a 'A/b@c' = {\n  name: 'd'\n\n@batchSize(1)\nresource e 'A/b@c' = {\n  name: 'f'\n}\n",
    );
    expect(problemsOf(tree)).toEqual(['4:1 LG7009 BCP018 "@"']);
    expect(showFile(tree)).toEqual([
      '(resource a "A/b@c" (object [(property name "d")]))',
      '(resource [(decorator (call batchSize [1]))] e "A/b@c" (object [(property name "f")]))',
    ]);
  });

  it('keeps the next declaration out of a type that is not closed', () => {
    const tree = parseBicep('main.bicep', `type a = {\n  b: string\n@secure()\n${after}`);
    expect(problemsOf(tree)).toEqual(['3:1 LG7009 BCP018 "@"']);
    expect(showFile(tree)[1]).toBe('(parameter [(decorator (call secure))] after string)');
  });

  it('says what is wrong at the end of the file', () => {
    expect(problemsOf(parseBicep('main.bicep', 'var a = {'))).toEqual(['1:10 LG7009 BCP018 ""']);
    expect(problemsOf(parseBicep('main.bicep', '@f()\n'))).toEqual(['1:1 LG7013 BCP132 "@f()"']);
    expect(problemsOf(parseBicep('main.bicep', "param a string = '"))).toEqual(['1:18 LG7003 BCP003 "\'"']);
  });

  it.each([
    ['parm a string', 'bicep', 'did you mean `param`?'],
    ['extends a', 'bicep', '`extends` belongs in a .bicepparam file'],
    ["module a 'b' = {}", 'bicepparam', '`module` belongs in a .bicep file'],
    [
      'whatever',
      'bicepparam',
      'a declaration begins with using, extends, param, var, type, extensionConfig, import, extension or provider',
    ],
  ])('advises on %j in a .%s file', (text, dialect, advice) => {
    expect(parseBicep(`main.${dialect}`, text).diagnostics[0]?.advice).toBe(advice);
  });

  it('never shows what a string holds', () => {
    const text =
      "param a 'hunter2' = 'hunter2' 'hunter2'\nparam 'hunter2'\n\"hunter2\"\nvar x = 'hunter2\n'hunter2'\n";
    const said = parseBicep('main.bicep', text).diagnostics.flatMap(({ message, advice }) => [
      message,
      advice,
    ]);
    expect(said.length).toBeGreaterThan(6);
    expect(said.filter((sentence) => sentence.includes('hunter2'))).toEqual([]);
  });
});

it('the declaration behind each case is the same alone', () => {
  expect(showFile(parseBicep('main.bicep', after))).toEqual([shownAfter]);
});
