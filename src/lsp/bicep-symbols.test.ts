import { describe, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver';
import { bicepDeclaration, bicepSymbols } from './bicep-symbols.ts';

const outline = (symbols: readonly DocumentSymbol[]): unknown[] =>
  symbols.map(({ name, detail, children = [] }) => {
    const head = `${name} ${detail}`.trim();
    return children.length === 0 ? head : [head, ...outline(children)];
  });

describe('the outline of a Bicep file', () => {
  it.each<[string, string, unknown[]]>([
    [
      'declarations',
      'param a int\nvar b = 1\ntype t = string\noutput o bool = true',
      ['a int', 'b', 't', 'o bool'],
    ],
    ['functions', 'func f(x string) string => x', ['f']],
    ['modules', "module m './m.bicep' = {\n}", ['m ./m.bicep']],
    ['no more than is there', "using 'main.bicep'\n", []],
    [
      'nested resources, behind a loop and a condition',
      "resource a 'A/b@2020-01-01' = [for i in []: if (true) {\n  resource c 'c' = {\n    name: 'x'\n  }\n}]",
      [['a A/b@2020-01-01', 'c c']],
    ],
    ['what is left of a broken file', 'param a int\nresource = {\nvar b = 1', ['a int']],
  ])('has %s', (_, text, expected) => {
    expect(outline(bicepSymbols('a.bicep', text)).slice(0, expected.length || undefined)).toEqual(expected);
  });

  it('has the values of a parameter file', () => {
    expect(outline(bicepSymbols('a.bicepparam', 'using none\nparam a = 1'))).toEqual(['a']);
  });

  it('holds the decorators, and the name apart', () => {
    const [one] = bicepSymbols('a.bicep', "@description('x')\nparam a int");
    expect(one?.range.start).toEqual({ line: 0, character: 0 });
    expect(one?.selectionRange).toEqual({ start: { line: 1, character: 6 }, end: { line: 1, character: 7 } });
  });
});

it.each([
  ['a', 'a'],
  ['r', 'r'],
  ['nothing', undefined],
])('the declaration of %s', (name, expected) => {
  const span = bicepDeclaration('a.bicep', "param a int\nresource r 'A/b@2020-01-01' = {\n}", name);
  expect(span?.source.text.slice(span.start, span.end)).toBe(expected);
});
