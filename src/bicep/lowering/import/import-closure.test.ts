import { describe, expect, it } from 'vitest';
import { type TestFiles, templateOf } from '../types/template.case.ts';

const files: TestFiles = {
  'shared.bicep': `
import { base as root } from 'base.bicep'
@export()
var prefix = '\${root}-shop'
@export()
var numbers = [for n in range(0, 3): n + 1]
@export()
func nameOf(part string) string => '\${suffixed(part)}'
func suffixed(part string) string => '\${part}-1'
@export()
type tier = 'gold' | 'silver'
var hidden = 1
`,
  'base.bicep': "@export()\nvar base = 'contoso'",
  'compiled.json': JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    languageVersion: '2.0',
    contentVersion: '1.0.0.0',
    metadata: { '__bicep_exported_variables!': [{ name: 'zones' }, { name: 'turns' }] },
    definitions: {
      zone: { type: 'string', metadata: { '__bicep_export!': true } },
      zoneList: {
        type: 'array',
        items: { $ref: '#/definitions/zone' },
        metadata: { '__bicep_export!': true },
      },
    },
    functions: [
      {
        namespace: '__bicep',
        members: {
          twice: {
            parameters: [{ type: 'string', name: 'text' }],
            output: {
              type: 'string',
              value: "[__bicep.once(concat(parameters('text'), parameters('text')))]",
            },
            metadata: { '__bicep_export!': true },
          },
          once: {
            parameters: [{ type: 'string', name: 'text' }],
            output: { type: 'string', value: "[parameters('text')]" },
          },
        },
      },
    ],
    variables: {
      copy: [{ name: 'turns', count: 2, input: "[copyIndex('turns')]" }],
      zones: "[createArray(variables('first'))]",
      first: 'a',
    },
    resources: {},
  }),
};

const of = (text: string) => templateOf(text, files);

describe('what a file imports', () => {
  it('keeps the name that it has in the file, and what it needs gets one of its own', () => {
    const { variables } = of("import { prefix } from 'shared.bicep'\noutput x string = prefix");
    expect(variables).toEqual({ prefix: "[format('{0}-shop', variables('_1.base'))]", '_1.base': 'contoso' });
  });

  it('has the name that the file gives it', () => {
    const { variables, outputs } = of("import { base as own } from 'base.bicep'\noutput x string = own");
    expect(variables).toEqual({ own: 'contoso' });
    expect(outputs).toMatchObject({ x: { value: "[variables('own')]" } });
  });

  it('is all that is exported for `*`, under names of its own', () => {
    const { variables, outputs } = of(
      "import * as shared from 'shared.bicep'\noutput x string = shared.prefix",
    );
    expect(Object.keys(variables ?? {})).toEqual(expect.arrayContaining(['_1.base', '_2.prefix']));
    expect(outputs).toMatchObject({ x: { value: "[variables('_2.prefix')]" } });
  });

  it('takes a loop with it, under the new name', () => {
    const { variables } = of("import { numbers as counts } from 'shared.bicep'\noutput x array = counts");
    expect(variables).toEqual({
      copy: [
        {
          name: 'counts',
          count: '[length(range(0, 3))]',
          input: "[add(range(0, 3)[copyIndex('counts')], 1)]",
        },
      ],
    });
  });

  it('takes functions with those that they call', () => {
    const { functions } = of("import { nameOf } from 'shared.bicep'\noutput x string = nameOf('a')");
    expect(functions).toMatchObject([
      {
        namespace: '_1',
        members: { suffixed: { output: { value: "[format('{0}-1', parameters('part'))]" } } },
      },
      {
        namespace: '__bicep',
        members: {
          nameOf: {
            output: { value: "[format('{0}', _1.suffixed(parameters('part')))]" },
            metadata: { '__bicep_imported_from!': { sourceTemplate: 'shared.bicep' } },
          },
        },
      },
    ]);
  });

  it('does not take what nobody needs', () => {
    expect(JSON.stringify(of("import { tier } from 'shared.bicep'\nparam t tier"))).not.toContain('hidden');
  });
});

describe('what is imported from a compiled template', () => {
  it('brings the variables that it is made of', () => {
    const { variables } = of("import { zones } from 'compiled.json'\noutput x array = zones");
    expect(variables).toEqual({ '_1.first': 'a', zones: "[createArray(variables('_1.first'))]" });
  });

  it('brings the types that it refers to, and is not exported again', () => {
    const { definitions } = of("import { zoneList as list } from 'compiled.json'\nparam z list");
    expect(definitions).toMatchObject({
      list: {
        type: 'array',
        items: { $ref: '#/definitions/_1.zone' },
        metadata: {
          '__bicep_imported_from!': { sourceTemplate: 'compiled.json', originalIdentifier: 'zoneList' },
        },
      },
      '_1.zone': { type: 'string' },
    });
    expect(JSON.stringify(definitions)).not.toContain('__bicep_export!');
  });

  it('brings functions under names that its own do not have', () => {
    const { functions } = of("import { twice } from 'compiled.json'\noutput x string = twice('a')");
    expect(JSON.stringify(functions)).toContain("[_1.once(concat(parameters('text'), parameters('text')))]");
  });

  it('keeps a loop turning under another name', () => {
    const { variables } = of("import { turns as rounds } from 'compiled.json'\noutput x array = rounds");
    expect(variables).toEqual({ copy: [{ name: 'rounds', count: 2, input: "[copyIndex('rounds')]" }] });
  });
});
