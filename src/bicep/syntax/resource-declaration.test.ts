import { describe, expect, it } from 'vitest';
import { parseValid, showFile } from './show.case.ts';

describe('resources', () => {
  it.each([
    ["resource a 'B/c@d' = {}", '(resource a "B/c@d" (object))'],
    [
      "resource a 'B/c@d' existing = { name: 'e' }",
      '(resource a "B/c@d" isExisting (object [(property name "e")]))',
    ],
    ["resource a 'B/c@d' = if (e && f) {\n}", '(resource a "B/c@d" (if (binary && e f) (object)))'],
    ["resource a 'B/c@d' =\n  if (\n  e\n) {}", '(resource a "B/c@d" (if e (object)))'],
    ["resource a 'B/c@d' = [for e in f: {\n}]", '(resource a "B/c@d" (for e f (object)))'],
    [
      "resource a 'B/c@d' = [\n  for (e, g) in f: if (e.h) {\n    name: e\n  }\n]",
      '(resource a "B/c@d" (for e g f (if (member e h) (object [(property name e)]))))',
    ],
    [
      "@onlyIfNotExists()\nresource a 'B/c@d' = {}",
      '(resource [(decorator (call onlyIfNotExists))] a "B/c@d" (object))',
    ],
    ["resource a 'B/${c}@d' = {}", '(resource a (interpolation [B/ @d] [c]) (object))'],
  ])('reads %j', (text, shown) => {
    expect(showFile(parseValid(text))).toEqual([shown]);
  });

  it('reads resources in the body of another', () => {
    const text = `resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  resource: 'a property'

  @description('inner')
  resource subnet 'subnets' = [for name in names: {
    name: name
    resource deepest 'x@2024-05-01' existing = if (a) {
      name: 'y'
    }
  }]
  properties: {
    resource: { }
  }
}
`;
    expect(showFile(parseValid(text))).toEqual([
      '(resource vnet "Microsoft.Network/virtualNetworks@2024-05-01" (object [(property name "vnet") ' +
        '(property resource "a property") (resource [(decorator (call description ["inner"]))] subnet "subnets" ' +
        '(for name names (object [(property name name) (resource deepest "x@2024-05-01" isExisting ' +
        '(if a (object [(property name "y")])))]))) (property properties (object [(property resource (object))]))]))',
    ]);
  });

  it('takes a resource in the first column as nested when its type is one segment', () => {
    const text = "resource a 'B/c@d' = {\nresource e 'f' = {\n}\n}\n";
    expect(showFile(parseValid(text))).toEqual(['(resource a "B/c@d" (object [(resource e "f" (object))]))']);
  });
});
