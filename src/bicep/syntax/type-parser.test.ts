import { describe, expect, it } from 'vitest';
import { parseBicep } from './parse-bicep.ts';
import { parseValid, problemsOf, show, showFile } from './show.case.ts';

function typeOf(text: string): string {
  const [declaration] = parseValid(`type x = ${text}`).declarations;
  return declaration?.kind === 'type' ? show(declaration.value) : `not a type: ${declaration?.kind}`;
}

describe('types', () => {
  it.each([
    ['string', 'string'],
    ["'a'", '"a"'],
    ["'''a'''", 'm"a"'],
    ['1', '1'],
    ['-1', '(unaryType - 1)'],
    ['!true', '(unaryType ! true)'],
    ['null', 'null'],
    ['string[]', '(arrayType string)'],
    ['string[][]', '(arrayType (arrayType string))'],
    ['string?', '(nullableType string)'],
    ['string[]?', '(nullableType (arrayType string))'],
    ['(string?)[]', '(arrayType (parenthesizedType (nullableType string)))'],
    ['a!', '(nonNullableType a)'],
    ["'a' | 'b'", '(unionType ["a" "b"])'],
    ["'a' | 'b' | null", '(unionType ["a" "b" null])'],
    ["| 'a'", '(unionType ["a"])'],
    ["\n  | 'a'\n  | 'b'", '(unionType ["a" "b"])'],
    ["'a'\n  | 'b'", '(unionType ["a" "b"])'],
    ["('a' | 'b')[]", '(arrayType (parenthesizedType (unionType ["a" "b"])))'],
    ['a.b', '(typeMember a b)'],
    ['a[0]', '(typeIndex a 0)'],
    ['a[*]', '(typeItems a)'],
    ['a.*', '(typeAdditional a)'],
    ['a.b[*].c?', '(nullableType (typeMember (typeItems (typeMember a b)) c))'],
    ['sys.string', '(typeMember sys string)'],
    ["resourceInput<'A/b@c'>", '(typeInstance resourceInput ["A/b@c"])'],
    [
      "resourceInput<'A/b@c'>.properties.d",
      '(typeMember (typeMember (typeInstance resourceInput ["A/b@c"]) properties) d)',
    ],
    ["sys.resourceOutput<'A/b@c'>", '(typeInstance sys resourceOutput ["A/b@c"])'],
    ["resource<'A/b@c'>", '(typeInstance resource ["A/b@c"])'],
    ['{}', '(objectType)'],
    ['{ a: string, b: int? }', '(objectType [(propertyType a string) (propertyType b (nullableType int))])'],
    [
      "{\n  @description('x')\n  @secure()\n\n  a: string\n  'b c': int\n  *: bool\n}",
      '(objectType [(propertyType [(decorator (call description ["x"])) (decorator (call secure))] a string) ' +
        '(propertyType "b c" int) (additionalProperties bool)])',
    ],
    ['{\ntype: string\nparam: int\n}', '(objectType [(propertyType type string) (propertyType param int)])'],
    ['[]', '(tupleType)'],
    ['[string, int]', '(tupleType [(tupleItem string) (tupleItem int)])'],
    [
      '[\n  @minLength(1)\n  string\n  int[]\n]',
      '(tupleType [(tupleItem [(decorator (call minLength [1]))] string) (tupleItem (arrayType int))])',
    ],
  ])('reads %j', (text, shown) => {
    expect(typeOf(text)).toBe(shown);
  });

  it('reads the type of a resource where a value is declared', () => {
    const text = "param a resource 'A/b@c'\noutput d resource = a\nparam e resource<'A/b@c'>\n";
    expect(showFile(parseValid(text))).toEqual([
      '(parameter a (resourceType "A/b@c"))',
      '(output d (resourceType) a)',
      '(parameter e (typeInstance resource ["A/b@c"]))',
    ]);
  });

  it.each([
    ['', ['LG7008 BCP279 ""']],
    ['+', ['LG7008 BCP279 "+"']],
    ["'a' |", ['LG7008 BCP279 ""']],
    ["'a' |\nvar y = 1", ['LG7008 BCP300 "\\n"']],
    ['a.', ['LG7008 BCP020 ""']],
    ['a[0', ['LG7009 BCP018 ""']],
    ['(string', ['LG7009 BCP018 ""']],
    ["resourceInput<'a'", ['LG7009 BCP018 ""']],
    ["resourceInput<'a' 'b'>", ['LG7008 BCP237 "\'b\'"']],
    ['{ a string }', ['LG7008 BCP018 "string"']],
    ['{ 1: string }', ['LG7008 BCP317 "1"']],
    ['{ a: }', ['LG7008 BCP279 "}"']],
    ['[string int]', ['LG7008 BCP236 "int"']],
  ])('says once what is wrong with %j', (text, problems) => {
    const found = problemsOf(parseBicep('main.bicep', `type x = ${text}`));
    expect(found.map((problem) => problem.replace(/^\d+:\d+ /, ''))).toEqual(problems);
  });
});
