import { describe, expect, it } from 'vitest';
import { FileLowering } from '../file-lowering.ts';
import { ImportClosure } from '../import/import-closure.ts';
import { modelOf, schemaOf, templateOf } from './template.case.ts';
import { declaredTypeEntries } from './type-entries.ts';

describe('decorators of a type', () => {
  it.each([
    ['@secure()', 'string', '{"type":"securestring"}'],
    ['@sys.secure()', 'object?', '{"type":"secureObject","nullable":true}'],
    ['@secure()', '{ a: int }', '{"type":"secureObject","properties":{"a":{"type":"int"}}}'],
    ['@secure()', 'int', '{"type":"int"}'],
    [
      '@sealed()',
      '{ a: int }',
      '{"type":"object","properties":{"a":{"type":"int"}},"additionalProperties":false}',
    ],
    ['@maxLength(9) @minLength(1)', 'string', '{"type":"string","minLength":1,"maxLength":9}'],
    ['@maxValue(9) @minValue(-1)', 'int', '{"type":"int","minValue":-1,"maxValue":9}'],
    [
      "@description('d') @minLength(1)",
      'string',
      '{"type":"string","minLength":1,"metadata":{"description":"d"}}',
    ],
    [
      "@description('d') @minLength(1) @metadata({ more: [1] })",
      'string',
      '{"type":"string","metadata":{"more":[1],"description":"d"},"minLength":1}',
    ],
    [
      "@description('d') @metadata({ description: 'x', more: 1 })",
      'string',
      '{"type":"string","metadata":{"description":"d","more":1}}',
    ],
    [
      "@description('d') @export()",
      'string?',
      '{"type":"string","nullable":true,"metadata":{"__bicep_export!":true,"description":"d"}}',
    ],
  ])('%s %s', (decorators, type, expected) => {
    expect(schemaOf(`${decorators.replaceAll(' @', '\n@')}\ntype t = ${type}`)).toBe(expected);
  });

  it('stand at properties, items and additional properties too', () => {
    const part = "@description('d')\n@minValue(1)\n";
    const expected = '{"type":"int","minValue":1,"metadata":{"description":"d"}}';
    expect(schemaOf(`type t = {\n${part}a: int\n}`)).toBe(`{"type":"object","properties":{"a":${expected}}}`);
    expect(schemaOf(`type t = {\n${part}*: int\n}`)).toBe(
      `{"type":"object","properties":{},"additionalProperties":${expected}}`,
    );
    expect(schemaOf(`type t = [\n${part}int\n]`)).toBe(
      `{"type":"array","prefixItems":[${expected}],"items":false}`,
    );
  });

  it('allow values of parameters only', () => {
    const { parameters } = templateOf(`
      @description('d')
      @allowed(['b', 'a'])
      param p string
      param o {
        @allowed([1])
        part: int
      }`);
    expect(JSON.stringify(parameters)).toBe(
      '{"p":{"type":"string","allowedValues":["b","a"],"metadata":{"description":"d"}},' +
        '"o":{"type":"object","properties":{"part":{"type":"int"}}}}',
    );
  });

  it('describe in lines without their indentation', () => {
    expect(
      schemaOf("type t = {\n  @description('''One.\n    Two.\n\n      Three.''')\n  a: int\n}"),
    ).toContain(JSON.stringify('One.\nTwo.\n\n  Three.'));
  });

  it('keep a value secret whose type is not known', () => {
    const type = "resourceInput<'Contoso.App/apps@2024-01-01'>.properties.key";
    expect(schemaOf(`@secure()\ntype t = ${type}`)).toMatch(/^\{"type":"secureObject","metadata":/);
  });

  it('stand behind the default value of a parameter', () => {
    const model = modelOf("@description('d')\n@allowed(['a'])\nparam p string = 'a'");
    const cx = new FileLowering(model, new ImportClosure(model));
    const [parameter] = model.binding.parameters;
    const { decorators = [], type = { kind: 'unreadable', start: 0, end: 0 } } = parameter?.declaration ?? {};
    const defaultValue = { name: 'defaultValue', value: cx.nodes.text({ start: 0, end: 0 }, 'a') };
    const entries = declaredTypeEntries({ decorators, type, defaultValue }, cx);
    expect(entries.map((one) => one.name)).toEqual(['type', 'defaultValue', 'allowedValues', 'metadata']);
  });
});
