import { describe, expect, it } from 'vitest';
import { parseValid, showFile } from './show.case.ts';

describe('declarations of a template', () => {
  it.each([
    ["targetScope = 'subscription'", '(targetScope "subscription")'],
    ["metadata a = 'b'", '(metadata a "b")'],
    ['metadata a = { b: 1 }', '(metadata a (object [(property b 1)]))'],
    ['param a string', '(parameter a string)'],
    ["param a string = 'b'", '(parameter a string "b")'],
    ['param a string? = null', '(parameter a (nullableType string) null)'],
    ["param a 'b' | 'c' = 'b'", '(parameter a (unionType ["b" "c"]) "b")'],
    ['param a b.c = {}', '(parameter a (typeMember b c) (object))'],
    [
      "@description('b')\n@sys.secure()\nparam a string",
      '(parameter [(decorator (call description ["b"])) (decorator (methodCall sys secure))] a string)',
    ],
    [
      "@allowed([\n  'b'\n  'c'\n])\n\n// why\nparam a string",
      '(parameter [(decorator (call allowed [(array ["b" "c"])]))] a string)',
    ],
    ['@sealed\ntype a = {}', '(type [(decorator sealed)] a (objectType))'],
    ['var a = 1', '(variable a 1)'],
    ['var a string = b', '(variable a string b)'],
    ['var a string[] = [for b in c: b]', '(variable a (arrayType string) (for b c b))'],
    ['output a string = b', '(output a string b)'],
    ['output a string[] = [for b in c: b.d]', '(output a (arrayType string) (for b c (member b d)))'],
    ['type a = string', '(type a string)'],
    ['func a() string => 1', '(function a string 1)'],
    [
      'func a(b string, c int[]) d => {}',
      '(function a [(functionParameter b string) (functionParameter c (arrayType int))] d (object))',
    ],
    ['func a(\n  b string,\n) string =>\n  b', '(function a [(functionParameter b string)] string b)'],
    ['func a(\n  b string\n) string =>\n  b', '(function a [(functionParameter b string)] string b)'],
    ["module a './b.bicep' = { name: 'c' }", '(module a "./b.bicep" (object [(property name "c")]))'],
    ["module a 'br/public:b/c:1.0.0' = if (d) {\n}", '(module a "br/public:b/c:1.0.0" (if d (object)))'],
    [
      "@batchSize(1)\nmodule a 'b' = [for (c, d) in e: {\n  params: {}\n}]",
      '(module [(decorator (call batchSize [1]))] a "b" (for c d e (object [(property params (object))])))',
    ],
    ["module a 'b' = [for c in d: if (e) {}]", '(module a "b" (for c d (if e (object))))'],
    ["assert a = b == 'c'", '(assert a (binary == b "c"))'],
    ["test a 'b' = {}", '(test a "b" (object))'],
  ])('reads %j', (text, shown) => {
    expect(showFile(parseValid(text))).toEqual([shown]);
    expect(showFile(parseValid(`// first\n\n${text} // last\n`))).toEqual([shown]);
  });

  it('knows keywords only where they begin a declaration', () => {
    const text =
      'var param = 1\nvar var = param\nparam type string\nvar existing = resource\noutput output string = var\n';
    expect(showFile(parseValid(text))).toEqual([
      '(variable param 1)',
      '(variable var param)',
      '(parameter type string)',
      '(variable existing resource)',
      '(output output string var)',
    ]);
  });

  it('begins a declaration with its decorators', () => {
    const [declaration] = parseValid('\n@secure()\nparam a string\n').declarations;
    expect([declaration?.start, declaration?.end]).toEqual([1, 25]);
  });
});
