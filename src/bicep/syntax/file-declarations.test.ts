import { describe, expect, it } from 'vitest';
import { parseBicep } from './parse-bicep.ts';
import { parseValid, problemsOf, showFile } from './show.case.ts';

describe('declarations that bring other files in', () => {
  it.each([
    ["import { a } from 'b'", '(import (importList [(importItem a)]) "b")'],
    ["import { a, b as c } from 'd'", '(import (importList [(importItem a) (importItem b c)]) "d")'],
    [
      "import {\n  a\n  'b-c' as d\n  param as e\n} from 'f'",
      '(import (importList [(importItem a) (importItem "b-c" d) (importItem param e)]) "f")',
    ],
    ["import {} from 'a'", '(import (importList) "a")'],
    ["import * as a from 'b'", '(import (wildcardImport a) "b")'],
    ['extension a', '(extension a)'],
    ['extension a as b', '(extension a b)'],
    ["extension 'br:a/b:1'", '(extension "br:a/b:1")'],
    ["extension a with {\n  b: 'c'\n} as d", '(extension a (object [(property b "c")]) d)'],
    ["provider 'a@1' as b", '(extension "a@1" b)'],
    ["import 'a@1' as b", '(extension "a@1" b)'],
  ])('reads %j in both dialects', (text, shown) => {
    expect(showFile(parseValid(text))).toEqual([shown]);
    expect(showFile(parseValid(text, 'main.bicepparam'))).toEqual([shown]);
  });

  it.each([
    ["using 'a.bicep'", '(using "a.bicep")'],
    ['using none', '(using)'],
    ["using 'a.bicep' with { b: 1 }", '(using "a.bicep" (object [(property b 1)]))'],
    ["extends 'a.bicepparam'", '(extends "a.bicepparam")'],
    ["param a = 'b'", '(parameterAssignment a "b")'],
    [
      'param a = { b: [1, { c: null }] }',
      '(parameterAssignment a (object [(property b (array [1 (object [(property c null)])]))]))',
    ],
    [
      "param a = externalInput('b', { c: d })",
      '(parameterAssignment a (call externalInput ["b" (object [(property c d)])]))',
    ],
    [
      "param a = readEnvironmentVariable('B', '')",
      '(parameterAssignment a (call readEnvironmentVariable ["B" ""]))',
    ],
    ["param a = az.getSecret('b')", '(parameterAssignment a (methodCall az getSecret ["b"]))'],
    ['var a = b', '(variable a b)'],
    ['type a = string', '(type a string)'],
    ['extensionConfig a with { b: c }', '(extensionConfig a (object [(property b c)]))'],
  ])('reads %j in a parameter file', (text, shown) => {
    expect(showFile(parseValid(text, 'PARAMS.BicepParam'))).toEqual([shown]);
  });

  it.each([
    ["import a from 'b'", 'bicep', ['1:8 LG7008 BCP354 "a"']],
    ["import { a } of 'b'", 'bicep', ['1:14 LG7008 BCP012 "of"']],
    ['import { a } from b', 'bicep', ['1:19 LG7008 BCP097 "b"']],
    ["import { 'a' } from 'b'", 'bicep', ['1:10 LG7018 BCP375 "\'a\'"']],
    ["import { '${a}' as b } from 'c'", 'bicep', ['1:10 LG7019 BCP032 "\'${a}\'"']],
    ["import { 1 } from 'b'", 'bicep', ['1:10 LG7008 BCP355 "1"']],
    ["import * from 'b'", 'bicep', ['1:10 LG7008 BCP012 "from"']],
    ['extension 1', 'bicep', ['1:11 LG7008 BCP201 "1"']],
    ['extension a b', 'bicep', ['1:13 LG7008 BCP305 "b"']],
    ['extension a as', 'bicep', ['1:15 LG7008 BCP202 ""']],
    ['using', 'bicepparam', ['1:6 LG7008 BCP257 ""']],
    ["using 'a' b", 'bicepparam', ['1:11 LG7008 BCP436 "b"']],
    ['extends', 'bicepparam', ['1:8 LG7008 BCP404 ""']],
    ['param a string', 'bicepparam', ['1:9 LG7008 BCP018 "string"']],
    ['extensionConfig a { }', 'bicepparam', ['1:19 LG7008 BCP012 "{"']],
    ["using 'a'", 'bicep', ['1:1 LG7010 BCP007 "using"']],
    ['output a string = b', 'bicepparam', ['1:1 LG7010 BCP337 "output"']],
  ])('says once what is wrong with %j in a .%s file', (text, dialect, problems) => {
    expect(problemsOf(parseBicep(`main.${dialect}`, text))).toEqual(problems);
  });
});
