import { describe, expect, it } from 'vitest';
import { schemaOf, templateOf } from './template.case.ts';

const members = `
  type a = { kind: 'a', value: string }
  type kindOfB = 'b'
  type b = { kind: kindOfB, value: int }
`;
const inlineC = "{ kind: 'c' }";
const schemaOfC = '{"type":"object","properties":{"kind":{"type":"string","allowedValues":["c"]}}}';
const refs = '"a":{"$ref":"#/definitions/a"},"b":{"$ref":"#/definitions/b"}';

function union(mapping: string): string {
  return `{"type":"object","discriminator":{"propertyName":"kind","mapping":{${mapping}}}}`;
}

describe('a union that a property tells apart', () => {
  it.each([
    ['a | b', union(refs)],
    ['(a | b)', union(refs)],
    ['(a | b)?', `${union(refs).slice(0, -1)},"nullable":true}`],
    [`a | b | ${inlineC}`, union(`${refs},"c":${schemaOfC}`)],
    [`both | ${inlineC}`, union(`${refs},"c":${schemaOfC}`)],
    [`a | (b | ${inlineC})`, union(`${refs},"c":${schemaOfC}`)],
    [
      'holder.part | b',
      union('"a":{"$ref":"#/definitions/holder/properties/part"},"b":{"$ref":"#/definitions/b"}'),
    ],
    ['a | unheardOf', '{"type":"object"}'],
    ['a | { other: string }', '{"type":"object"}'],
    ['a | { kind: string }', '{"type":"object"}'],
  ])('%s', (type, expected) => {
    const declared = `${members}\n@discriminator('kind')\ntype both = a | b\ntype holder = { part: a }`;
    expect(schemaOf(`${declared}\n@discriminator('kind')\ntype t = ${type}`)).toBe(expected);
  });

  it('is so at the place that its decorator stands at, and not in the types inside', () => {
    const place = "@discriminator('kind')\n";
    expect(schemaOf(`${members}\ntype t = {\n${place}part: a | b\n}`)).toBe(
      `{"type":"object","properties":{"part":${union(refs)}}}`,
    );
    expect(schemaOf(`${members}\n${place}type t = ('x' | 'y')[]`)).toBe(
      '{"type":"array","allowedValues":["x","y"]}',
    );
  });

  it('takes members of a union of another file', () => {
    const shared = `
      @export()
      @discriminator('kind')
      type both = { kind: 'x', more: hidden } | y
      type y = { kind: 'y' }
      type hidden = string`;
    const { parameters } = templateOf(
      `import { both } from 'shared.bicep'\n@discriminator('kind')\nparam p both | ${inlineC}`,
      { 'shared.bicep': shared },
    );
    const x = {
      type: 'object',
      properties: {
        kind: { type: 'string', allowedValues: ['x'] },
        more: { $ref: '#/definitions/_1.hidden' },
      },
    };
    const mapping = { x, y: { $ref: '#/definitions/_1.y' }, c: JSON.parse(schemaOfC) };
    expect(parameters).toEqual({ p: { type: 'object', discriminator: { propertyName: 'kind', mapping } } });
  });

  it('takes members of a union of a compiled template', () => {
    const definitions = {
      both: {
        type: 'object',
        discriminator: { propertyName: 'kind', mapping: { y: { $ref: '#/definitions/y' } } },
        metadata: { '__bicep_export!': true },
      },
      y: { type: 'object', properties: { kind: { type: 'string', allowedValues: ['y'] } } },
    };
    const { parameters } = templateOf(
      `import { both } from 'shared.json'\n@discriminator('kind')\nparam p both | ${inlineC}`,
      { 'shared.json': JSON.stringify({ definitions, resources: [] }) },
    );
    const mapping = { y: { $ref: '#/definitions/_1.y' }, c: JSON.parse(schemaOfC) };
    expect(parameters).toEqual({ p: { type: 'object', discriminator: { propertyName: 'kind', mapping } } });
  });
});
