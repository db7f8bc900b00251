import { describe, expect, it } from 'vitest';
import { schemaOf, templateOf } from './template.case.ts';

describe('the schema of a type', () => {
  it.each([
    ['string', '{"type":"string"}'],
    ['sys.int', '{"type":"int"}'],
    ['any', '{}'],
    ['any?', '{"nullable":true}'],
    ['bool?', '{"type":"bool","nullable":true}'],
    ['(bool?)!', '{"type":"bool","nullable":false}'],
    ["'a'", '{"type":"string","allowedValues":["a"]}'],
    ["'[a]'", '{"type":"string","allowedValues":["[[a]"]}'],
    ['-3', '{"type":"int","allowedValues":[-3]}'],
    ['!true', '{"type":"bool","allowedValues":[false]}'],
    ["'b' | 'a' | 'b'", '{"type":"string","allowedValues":["a","b"]}'],
    ['100 | 20 | -1', '{"type":"int","allowedValues":[-1,100,20]}'],
    ["'a' | null", '{"type":"string","allowedValues":["a"],"nullable":true}'],
    ["('a' | null)?", '{"type":"string","allowedValues":["a"],"nullable":true}'],
    ['null', '{"nullable":true}'],
    ['string[]', '{"type":"array","items":{"type":"string"}}'],
    ['int?[][]', '{"type":"array","items":{"type":"array","items":{"type":"int","nullable":true}}}'],
    ["'a'[]", '{"type":"array","allowedValues":["a"]}'],
    ["('b' | 'a' | null)[]", '{"type":"array","allowedValues":["a","b",null]}'],
    [
      "('a' | 'b')?[]",
      '{"type":"array","items":{"type":"string","allowedValues":["a","b"],"nullable":true}}',
    ],
    ['{}[]', '{"type":"array","allowedValues":[{}]}'],
    ["{ b: 1, a: ['x'] }[]", '{"type":"array","allowedValues":[{"a":["x"],"b":1}]}'],
    [
      "{ a: 'x'? }[]",
      '{"type":"array","items":{"type":"object","properties":{"a":{"type":"string","allowedValues":["x"],"nullable":true}}}}',
    ],
    ["['b'] | ['a', 1]", '{"type":"array","allowedValues":[["a",1],["b"]]}'],
    ['[string, int]', '{"type":"array","prefixItems":[{"type":"string"},{"type":"int"}],"items":false}'],
    [
      "{ a: string, 'b c': int? }",
      '{"type":"object","properties":{"a":{"type":"string"},"b c":{"type":"int","nullable":true}}}',
    ],
    ['{ *: int }', '{"type":"object","properties":{},"additionalProperties":{"type":"int"}}'],
    ['object | string', '{}'],
    ['unheardOf', '{}'],
    ['sys.unheardOf', '{}'],
    ["'a' | unheardOf", '{}'],
  ])('%s', (type, expected) => {
    expect(schemaOf(`type t = ${type}`)).toBe(expected);
  });

  it('is that of a declared type where one has the name of a type of the language', () => {
    expect(schemaOf('type bool = string\ntype t = bool[]')).toBe(
      '{"type":"array","items":{"$ref":"#/definitions/bool"}}',
    );
    expect(schemaOf('type bool = string\ntype t = sys.bool')).toBe('{"type":"bool"}');
  });

  it('takes literals from the types that a union names', () => {
    const types = "type a = 'x' | 'y'\ntype o = { p: a? }\n";
    expect(schemaOf(`${types}type t = a | 'b'`)).toBe('{"type":"string","allowedValues":["b","x","y"]}');
    expect(schemaOf(`${types}type t = o.p | 'b'`)).toBe(
      '{"type":"string","allowedValues":["b","x","y"],"nullable":true}',
    );
    expect(schemaOf(`${types}type t = a[]`)).toBe('{"type":"array","items":{"$ref":"#/definitions/a"}}');
  });

  it('of a resource is that of its id', () => {
    const { parameters, outputs } = templateOf(`
      param vault resource 'Microsoft.KeyVault/vaults@2023-07-01'
      resource plan 'Microsoft.Web/serverfarms@2023-12-01' = { name: 'plan' }
      output planOut resource = plan`);
    expect(parameters).toEqual({
      vault: { type: 'string', metadata: { resourceType: 'Microsoft.KeyVault/vaults@2023-07-01' } },
    });
    expect(outputs).toMatchObject({
      planOut: { type: 'string', metadata: { resourceType: 'Microsoft.Web/serverfarms@2023-12-01' } },
    });
  });
});

describe('types that lead to themselves', () => {
  it.each([
    ['type t = t', '{"$ref":"#/definitions/t"}'],
    [
      'type t = { next: t? }',
      '{"type":"object","properties":{"next":{"$ref":"#/definitions/t","nullable":true}}}',
    ],
    [
      'type t = { next: t }[]',
      '{"type":"array","items":{"type":"object","properties":{"next":{"$ref":"#/definitions/t"}}}}',
    ],
    ['type a = t.x\ntype t = a.y', '{}'],
    ["type a = t | 'x'\ntype t = a | 'y'", '{}'],
    ["@discriminator('k')\ntype t = t | { k: 'x' }", '{"type":"object"}'],
  ])('%s', (text, expected) => {
    expect(schemaOf(text)).toBe(expected);
  });

  it('end where unions double at each step', () => {
    const doubling = Array.from({ length: 40 }, (_, at) => `type a${at} = a${at + 1} | a${at + 1}`);
    expect(schemaOf([...doubling, "type a40 = 'x'", 'type t = a0'].join('\n'))).toBe(
      '{"$ref":"#/definitions/a0"}',
    );
  });

  it('end where unions write out each other', () => {
    const unions = Array.from({ length: 20 }, (_, at) => {
      const [next, second] = [(at + 1) % 20, (at + 2) % 20];
      return `@discriminator('k')
        type u${at} = u${next} | { k: 'x${at}'
          @discriminator('k')
          part: u${next} | u${second} }`;
    });
    expect(schemaOf(unions.join('\n'))).toBe('{"type":"object"}');
  });
});
