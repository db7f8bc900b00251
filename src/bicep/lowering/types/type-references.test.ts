import { describe, expect, it } from 'vitest';
import { schemaOf, templateOf } from './template.case.ts';

const types = `
  type inner = { list: [string, { deep: int? }], *: bool }
  type outer = { in: inner, opt: inner?, rows: inner[], 'a/b~ c': string }
  type alias = outer
`;

describe('a reference to a part of a type', () => {
  it.each([
    ['outer', 'outer'],
    ['alias', 'alias'],
    ['outer.in', 'outer/properties/in'],
    ["outer['in']", 'outer/properties/in'],
    ['alias.in', 'outer/properties/in'],
    ['outer.in.list', 'inner/properties/list'],
    ['outer.opt!.list', 'inner/properties/list'],
    ['outer.in.list[1]', 'inner/properties/list/prefixItems/1'],
    ['alias.rows[*]', 'outer/properties/rows/items'],
    ['outer.rows[*].list[1].deep', 'inner/properties/list/prefixItems/1/properties/deep'],
    ['outer.in.*', 'inner/additionalProperties'],
    ["outer['a/b~ c']", 'outer/properties/a~1b~0%20c'],
  ])('%s', (type, pointer) => {
    expect(schemaOf(`${types}\ntype t = ${type}`)).toBe(`{"$ref":"#/definitions/${pointer}"}`);
  });

  it.each(['outer.nope', 'outer[0]', 'outer.in.list[7]', 'outer[*]', 'outer.*', 'nope.in', 'string.length'])(
    '%s leads nowhere',
    (type) => {
      expect(schemaOf(`${types}\ntype t = ${type}`)).toBe('{}');
    },
  );

  it('has decorators and null of its own', () => {
    expect(schemaOf(`${types}\n@description('d')\ntype t = outer.in?`)).toBe(
      '{"$ref":"#/definitions/outer/properties/in","nullable":true,"metadata":{"description":"d"}}',
    );
  });
});

describe('a reference to a resource', () => {
  const derived = (source: string, rest = '') =>
    `"metadata":{"__bicep_resource_derived_type!":{"source":"${source}"${rest}}}`;
  const type = 'Contoso.App/apps@2024-01-01';

  it.each([
    [`resourceInput<'${type}'>`, `{"type":"object",${derived(type)}}`],
    [`sys.resourceInput<'az:${type}'>.name`, `{"type":"string",${derived(`${type}#properties/name`)}}`],
    [
      `resourceInput<'${type}'>.tags?`,
      `{"type":"object",${derived(`${type}#properties/tags`)},"nullable":true}`,
    ],
    [`resourceInput<'${type}'>.tags.*`, `{${derived(`${type}#properties/tags/additionalProperties`)}}`],
    [
      `resourceInput<'${type}'>.properties.rules[*]`,
      `{${derived(`${type}#properties/properties/properties/rules/items`)}}`,
    ],
    [
      `resourceOutput<'${type}'>.id`,
      `{"type":"string",${derived(`${type}#properties/id`, ',"output":true')}}`,
    ],
    [`unheardOf<'${type}'>`, '{}'],
  ])('%s', (text, expected) => {
    expect(schemaOf(`type t = ${text}`)).toBe(expected);
  });

  it('goes through a type of the file', () => {
    expect(schemaOf(`type app = { in: resourceInput<'${type}'> }\ntype t = app.in.location`)).toBe(
      `{"type":"string",${derived(`${type}#properties/location`)}}`,
    );
  });
});

describe('a reference to another file', () => {
  const files = {
    'shared.bicep': `
      @export()
      @description('A row.')
      type row = { cell: cell, level: 'low' | 'high' }
      type cell = { text: string }`,
    'shared.json': JSON.stringify({
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      languageVersion: '2.0',
      contentVersion: '1.0.0.0',
      definitions: {
        row: {
          type: 'object',
          properties: { cell: { $ref: '#/definitions/cell' }, level: { $ref: '#/definitions/level' } },
          metadata: { '__bicep_export!': true },
        },
        cell: { type: 'object', properties: { text: { type: 'string' } } },
        level: { type: 'string', allowedValues: ['low', 'high'], nullable: true },
      },
      resources: [],
    }),
  };

  it.each(['bicep', 'json'])('by name: %s', (kind) => {
    const { parameters, definitions } = templateOf(
      `import { row as line } from 'shared.${kind}'
       param whole line
       param part line.cell.text
       param level line.level | 'none'`,
      files,
    );
    expect(Object.keys(definitions ?? {})).toContain('_1.cell');
    expect(parameters).toEqual({
      whole: { $ref: '#/definitions/line' },
      part: { $ref: '#/definitions/_1.cell/properties/text' },
      level: {
        type: 'string',
        allowedValues: ['high', 'low', 'none'],
        ...(kind === 'json' ? { nullable: true } : {}),
      },
    });
  });

  it('by a member of all that it exports', () => {
    const { parameters } = templateOf(
      "import * as shared from 'shared.bicep'\nparam a shared.row\nparam b shared.row.cell\nparam c shared.cell",
      files,
    );
    expect(parameters).toEqual({
      a: { $ref: '#/definitions/_1.row' },
      b: { $ref: '#/definitions/_1.row/properties/cell' },
      c: {},
    });
  });

  it('that cannot be read says nothing', () => {
    const { parameters } = templateOf("import { row } from 'gone.bicep'\nparam a row\nparam b row.cell[]");
    expect(parameters).toEqual({ a: {}, b: { type: 'array', items: {} } });
  });
});
