import { describe, expect, it } from 'vitest';
import { plainValue } from '../../../kernel/index.ts';
import { FileLowering } from '../file-lowering.ts';
import { ImportClosure } from '../import/import-closure.ts';
import { importedDefinition, importedSchema } from './lower-definitions.ts';
import { modelOf, templateOf } from './template.case.ts';

/** What the definition of the first thing that a file imports is, where it comes from `origin`. */
function imported(text: string, files: Record<string, string>, name: string, origin: string): string {
  const model = modelOf(text, files);
  const [symbol] = model.binding.imported;
  const declaration = symbol === undefined ? undefined : model.exportOf(symbol);
  const cx = new FileLowering(model, new ImportClosure(model));
  if (declaration?.kind === 'type')
    return JSON.stringify(plainValue(importedDefinition(declaration, name, origin, cx).value));
  if (declaration?.kind === 'templateExport')
    return JSON.stringify(
      plainValue(importedSchema(declaration, declaration.node.value, name, origin, cx).value),
    );
  throw new Error('nothing is imported');
}

describe('definitions', () => {
  it('are the types of the file and then those that it imports', () => {
    const { definitions } = templateOf(
      "import { b } from 'b.bicep'\ntype z = b\ntype a = string\n@description('d')\n@export()\ntype c = int",
      { 'b.bicep': '@export()\ntype b = bool' },
    );
    expect(Object.keys(definitions ?? {})).toEqual(['z', 'a', 'c', 'b']);
    expect(definitions).toMatchObject({
      z: { $ref: '#/definitions/b' },
      c: { type: 'int', metadata: { '__bicep_export!': true, description: 'd' } },
      b: { type: 'bool', metadata: { '__bicep_imported_from!': { sourceTemplate: 'b.bicep' } } },
    });
  });

  it.each([
    ['row', '{"sourceTemplate":"lib/rows.bicep"}'],
    ['_1.row', '{"sourceTemplate":"lib/rows.bicep"}'],
    ['line', '{"sourceTemplate":"lib/rows.bicep","originalIdentifier":"row"}'],
  ])('say where an imported type comes from: %s', (name, from) => {
    const rows = "@export()\n@description('d')\n@minLength(1)\ntype row = string";
    expect(imported("import { row } from 'rows.bicep'", { 'rows.bicep': rows }, name, 'lib/rows.bicep')).toBe(
      `{"type":"string","minLength":1,"metadata":{"description":"d","__bicep_imported_from!":${from}}}`,
    );
  });

  it('say where a type of a compiled template comes from, in place of where it had it from', () => {
    const metadata = {
      '__bicep_export!': true,
      description: 'd',
      '__bicep_imported_from!': { sourceTemplate: 'old.bicep' },
    };
    const template = { definitions: { row: { type: 'string', metadata } }, resources: [] };
    const files = { 'rows.json': JSON.stringify(template) };
    expect(
      imported("import { row } from 'rows.json'", files, 'row', 'br:contoso.example/rows:1.0.0'),
    ).toContain(
      '"__bicep_imported_from!":{"sourceTemplate":"br:contoso.example/rows:1.0.0"},"description":"d"}',
    );
  });
});
