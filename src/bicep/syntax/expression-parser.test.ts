import { describe, expect, it } from 'vitest';
import { parseBicep } from './parse-bicep.ts';
import { parseValid, problemsOf, show } from './show.case.ts';

function shownValue(text: string): string {
  const [declaration] = parseValid(`var x = ${text}`).declarations;
  return declaration?.kind === 'variable' ? show(declaration.value) : `not a variable: ${declaration?.kind}`;
}

describe('expressions', () => {
  it.each([
    // Literals.
    ['0', '0'],
    ['9007199254740991', '9007199254740991'],
    ['9223372036854775807', '9223372036854775807'],
    ['-9223372036854775808', '(unary - 9223372036854775808)'],
    ['true', 'true'],
    ['null', 'null'],
    ["''", '""'],
    // Strings.
    ["'a\\n\\r\\t\\\\\\'\\$'", '"a\\n\\r\\t\\\\\'$"'],
    ["'\\${a}'", '"${a}"'],
    ["'\\u{41}\\u{1F600}'", '"A😀"'],
    ["'a${b}c'", '(interpolation ["a" "c"] [b])'.replaceAll('"', '')],
    ["'${a}${'${b}'}'", '(interpolation [  ] [a (interpolation [ ] [b])])'],
    ["'''\na\\n'b''c'''", "m\"a\\\\n'b''c\""],
    ["'''\r\na'''", 'm"a"'],
    ["'''a'''''", 'm"a\'\'"'],
    ["$'''\na$b${c}d'''", '(interpolation [a$b d] [c] isMultiline)'],
    ["$$'''${a}$$${b}'''", '(interpolation [${a}$ ] [b] isMultiline)'],
    // Names, calls and accesses.
    ['a', 'a'],
    ['f()', '(call f)'],
    ['f(1, a)', '(call f [1 a])'],
    ['f(\n1,\na\n)', '(call f [1 a])'],
    ['f(a\n, b)', '(call f [a b])'],
    ['az.resourceGroup().location', '(member (methodCall az resourceGroup) location)'],
    ['sys.concat(a)', '(methodCall sys concat [a])'],
    ['a.b.?c', '(member (member a b) c isSafe)'],
    ['a[0][?b]', '(index (index a 0) b isSafe)'],
    ['a[^1]', '(index a 1 isFromEnd)'],
    ['a[?^1]', '(index a 1 isSafe isFromEnd)'],
    ['a::b::c.d', '(member (child (child a b) c) d)'],
    ['a!.b!', '(nonNull (member (nonNull a) b))'],
    ['(a.?b).c', '(member (parenthesized (member a b isSafe)) c)'],
    ['resource', 'resource'],
    ['for', 'for'],
    // Operators.
    ['!a', '(unary ! a)'],
    ['-a.b', '(unary - (member a b))'],
    ['a + b - c', '(binary - (binary + a b) c)'],
    ['a + b * c', '(binary + a (binary * b c))'],
    ['a * b / c % d', '(binary % (binary / (binary * a b) c) d)'],
    ['a ?? b || c && d == e < f', '(binary ?? a (binary || b (binary && c (binary == d (binary < e f)))))'],
    ['a < b == c && d || e ?? f', '(binary ?? (binary || (binary && (binary == (binary < a b) c) d) e) f)'],
    ['a ?? b ?? c', '(binary ?? (binary ?? a b) c)'],
    ['a =~ b', '(binary =~ a b)'],
    ['a !~ b', '(binary !~ a b)'],
    ['a != b', '(binary != a b)'],
    ['a <= b', '(binary <= a b)'],
    ['a >= b', '(binary >= a b)'],
    ['a > b', '(binary > a b)'],
    ['(\na\n)', '(parenthesized a)'],
    ['a ? b : c', '(ternary a b c)'],
    ['a ? b : c ? d : e', '(ternary a b (ternary c d e))'],
    ['a\n  ? b\n  : c', '(ternary a b c)'],
    ['a\n\n  // why\n  ? [b]\n  : {}', '(ternary a (array [b]) (object))'],
    // Arrays and objects.
    ['[]', '(array)'],
    ['[\n]', '(array)'],
    ['[1, 2]', '(array [1 2])'],
    ['[1, 2,]', '(array [1 2])'],
    ['[\n1\n\n2\n]', '(array [1 2])'],
    ['[\n  1 // one\n  /* two */ 2\n]', '(array [1 2])'],
    ['[...a, b]', '(array [(spread a) b])'],
    ['{}', '(object)'],
    ['{ a: 1, b: 2 }', '(object [(property a 1) (property b 2)])'],
    [
      "{\na: 1\n'b c': 2\n'${d}': 3\n}",
      '(object [(property a 1) (property "b c" 2) (property (interpolation [ ] [d]) 3)])',
    ],
    ['{\n...a\nb: 1\n}', '(object [(spread a) (property b 1)])'],
    [
      '{ resource: 1, param: 2, for: 3, if: 4 }',
      '(object [(property resource 1) (property param 2) (property for 3) (property if 4)])',
    ],
    ['{\nmodule: a\n}', '(object [(property module a)])'],
    // Loops.
    ['[for a in b: c]', '(for a b c)'],
    ['[for (a, i,) in b: { c: i }]', '(for a i b (object [(property c i)]))'],
    ['[for (a, i) in b: { c: i }]', '(for a i b (object [(property c i)]))'],
    ['[\nfor a in [1]: a\n]', '(for a (array [1]) a)'],
    ['[for a in b: [for c in a: c]]', '(for a b (for c a c))'],
    ['[for a in b ? c : d: a]', '(for a (ternary b c d) a)'],
    // Lambdas.
    ['map(a, b => b.c)', '(call map [a (lambda [b] (member b c))])'],
    ['map(a, (b, c) => b)', '(call map [a (lambda [b c] b)])'],
    ['map(a, () => 1)', '(call map [a (lambda 1)])'],
    ['map(a, (\n  b,\n  c\n) =>\n  b)', '(call map [a (lambda [b c] b)])'],
    ['map(a, (b,\n c,\n) => b)', '(call map [a (lambda [b c] b)])'],
    ["'${map(a, b => [b])}'", '(interpolation [ ] [(call map [a (lambda [b] (array [b]))])])'],
  ])('reads %j', (text, shown) => {
    expect(shownValue(text)).toBe(shown);
  });

  it.each([
    ['', ['LG7008 BCP009 ""']],
    ['9223372036854775808', ['LG7006 BCP010 "9223372036854775808"']],
    ['-9223372036854775809', ['LG7006 BCP010 "9223372036854775809"']],
    ['--1', ['LG7008 BCP009 "-"']],
    ['a +', ['LG7008 BCP009 ""']],
    ['a.', ['LG7008 BCP020 ""']],
    ['a::', ['LG7008 BCP020 ""']],
    ['a[]', ['LG7008 BCP117 "]"']],
    ['a[0', ['LG7009 BCP018 ""']],
    ['a.?f()', ['LG7017 BCP322 "("']],
    ['a ? b', ['LG7008 BCP018 ""']],
    ['(a, b)', ['LG7016 BCP243 "(a, b)"']],
    ['()', ['LG7016 BCP243 "()"']],
    ['(a,)', ['LG7008 BCP009 ""']],
    ['(a,\n)', ['LG7008 BCP009 ""']],
    ['(a, 1) => a', ['LG7008 BCP015 "1"']],
    ['f(a b)', ['LG7008 BCP237 "b"']],
    ['f(a,)', ['LG7008 BCP009 ")"']],
    ['f(a\nb)', ['LG7008 BCP237 "b"']],
    ['f(,a)', ['LG7008 BCP009 ","']],
    ['[1 2]', ['LG7008 BCP236 "2"']],
    ['[1,,2]', ['LG7008 BCP009 ","']],
    ['[1,\n2]', ['LG7011 BCP238 "\\n"']],
    ['[1\n,2]', ['LG7008 BCP009 ","']],
    ["{ a 'b' }", ['LG7008 BCP018 "\'b\'"']],
    ['{ 1: 2 }', ['LG7008 BCP022 "1"']],
    ['{ a: }', ['LG7008 BCP009 "}"']],
    ["'${[]}'", ['LG7012 BCP087 "["']],
    ["'${{}}'", ['LG7012 BCP087 "{"']],
    ["'${}'", ['LG7008 BCP009 "}\'"']],
    ["'${a b}'", ['LG7008 BCP064 "b"']],
    ["'${a)}'", ['LG7008 BCP064 ")"']],
    ["'a", ['LG7003 BCP003 "\'a"']],
    ['[for in b: c]', ['LG7008 BCP012 "b"']],
    ['[for (a) in b: c]', ['LG7008 BCP249 "(a)"']],
    ['[for 1 in b: c]', ['LG7008 BCP162 "1"']],
    ['[for a of b: c]', ['LG7008 BCP012 "of"']],
    ['[for a in b c]', ['LG7008 BCP018 "c"']],
  ])('says once what is wrong with %j', (text, problems) => {
    const found = problemsOf(parseBicep('main.bicep', `var x = ${text}`));
    expect(found.map((problem) => problem.replace(/^\d+:\d+ /, ''))).toEqual(problems);
  });

  it('keeps what could be read beside a mistake', () => {
    const [declaration] = parseBicep(
      'main.bicep',
      'var x = { a: 1, b: , c: [1, 2 3], d: f(, 4) }',
    ).declarations;
    expect(declaration && show(declaration)).toBe(
      '(variable x (object [(property a 1) (property b ?) (property c (array [1 2])) (property d (call f [? 4]))]))',
    );
  });
});
