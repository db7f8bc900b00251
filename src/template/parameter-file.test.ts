import { describe, expect, it } from 'vitest';
import { Diagnostics, parseJson, textOfValue } from '../kernel/index.ts';
import { expand } from './expand.ts';
import { locate } from './locate.ts';
import { readParameterFile } from './parameter-file.ts';

function read(file: unknown) {
  const diagnostics = new Diagnostics();
  const sources = readParameterFile(parseJson('p.json', JSON.stringify(file)).root, diagnostics);
  const values = sources.map((one) => [
    one.name,
    one.kind === 'computed' ? textOfValue(one.value) : one.kind,
  ]);
  return { values: Object.fromEntries(values), said: diagnostics.list.map((entry) => entry.code), sources };
}

const functions = [
  {
    namespace: '__bicep',
    members: {
      twice: {
        parameters: [{ name: 'x', type: 'int' }],
        output: { type: 'int', value: "[mul(parameters('x'), 2)]" },
      },
    },
  },
];

describe('a parameter file', () => {
  it('computes its expressions where it has its variables and functions', () => {
    const parameters = {
      a: { expression: "[variables('v')]" },
      b: { expression: { x: ["[__bicep.twice(variables('n'))]"] } },
      c: { value: "[variables('v')]" },
      d: { reference: {} },
    };
    const { values, said } = read({ parameters, functions, variables: { v: 'x', n: 4 } });
    expect(values).toEqual({ a: 'x', b: '{"x":[8]}', c: 'file', d: 'keyVault' });
    expect(said).toEqual([]);
  });

  it('says what is wrong with an expression, and does not know the value', () => {
    const { values, said } = read({
      parameters: { a: { expression: "[int('x')]" }, b: { expression: '[a(]' } },
    });
    expect(values.a).toContain('int(');
    expect(said).toEqual(['LG2004', 'LG2003']);
  });

  it('does not know external inputs, which is no error', () => {
    const { sources, said } = read({ parameters: { a: { expression: "[externalInputs('x')]" } } });
    const [source] = sources;
    expect(source?.kind === 'computed' && source.value).toMatchObject({ causes: [{ kind: 'external' }] });
    expect(said).toEqual([]);
  });

  it('inherits, and sees what it inherits as base, whatever that inherits', () => {
    const first = {
      parameters: { a: { expression: "[variables('v')]" }, s: { reference: {} } },
      variables: { v: 1 },
    };
    const second = { parameters: { b: { expression: "[add(parameters('base').a, 1)]" } }, extends: first };
    const third = {
      parameters: {
        A: { expression: "[add(parameters('base').a, parameters('base').b)]" },
        c: { expression: "[parameters('base').s]" },
      },
      extends: second,
      variables: { v: 100 },
    };
    const { values, said, sources } = read(third);
    expect(values).toMatchObject({ A: '3', b: '2', s: 'keyVault' });
    expect(values.a).toBeUndefined();
    const secret = sources.find((one) => one.name === 'c');
    expect(secret?.kind === 'computed' && secret.value).toMatchObject({ secret: true });
    expect(said).toEqual([]);
  });

  it('leads from a property to where the value is written', () => {
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      parameters: { tls: { type: 'string' } },
      resources: [
        {
          type: 'Microsoft.Storage/storageAccounts',
          apiVersion: '2023-05-01',
          name: 's',
          properties: { minimumTlsVersion: "[parameters('tls')]" },
        },
      ],
    };
    const file =
      '{"parameters": {"tls": {"expression": "[variables(\'v\')]"}},\n"variables": {"v": "TLS1_0"}}';
    const { resources } = expand(parseJson('main.json', JSON.stringify(template)), {
      parameters: readParameterFile(parseJson('p.json', file).root),
    });
    const { owner, origins } = locate(resources[0]!.instance, ['properties', 'minimumTlsVersion']);
    expect(owner.source.text.slice(owner.start, owner.end)).toBe('"TLS1_0"');
    expect(origins.map(({ kind, name, place }) => [kind, name, place.file, place.line])).toEqual([
      ['parameter', 'tls', 'p.json', 1],
      ['variable', 'v', 'p.json', 2],
    ]);
  });
});
