import { describe, expect, it } from 'vitest';
import { Diagnostics, defaultLimits, type Value } from '../../kernel/index.ts';
import { readParameterFile } from '../../template/index.ts';
import { BicepProgram } from '../program/bicep-program.ts';
import { filesOf, type TestFiles } from '../program/files.case.ts';
import { parametersFile } from './parameters-file.ts';

const environment = { LEVEL: '3' };

function programOf(files: TestFiles): BicepProgram {
  return new BicepProgram(filesOf(files, environment));
}

/** What a .bicepparam file says of each parameter in a JSON parameter file, and what is said of it: code and the text that it stands at. */
function build(
  text: string,
  files: TestFiles = {},
): { parameters: Record<string, Value>; said: string[]; inputs: Value } {
  const document = programOf(files).parameters('main.bicepparam', text);
  const diagnostics = new Diagnostics();
  for (const entry of document.diagnostics) diagnostics.add(entry);
  const { parameters, externalInputDefinitions } = parametersFile(document, diagnostics, defaultLimits);
  return {
    parameters: parameters as Record<string, Value>,
    inputs: externalInputDefinitions ?? null,
    said: diagnostics.list.map(
      ({ code, span }) => `${code} ${span?.source.text.slice(span.start, span.end).split('\n', 1)[0]}`,
    ),
  };
}

/** The value of `param x = <expression>`. */
function computed(expression: string, before = '', files: TestFiles = {}): unknown {
  const { parameters, said } = build(`using none\n${before}\nparam x = ${expression}`, files);
  return said.length > 0 ? said : (parameters.x as { value: Value }).value;
}

describe('a value', () => {
  it.each<[string, string, unknown]>([
    ["'a'", '', 'a'],
    ["'[a]'", '', '[a]'],
    ['-9007199254740993', '', -9007199254740993n],
    ["{ a: 1, 'b-c': [true, null] }", '', { a: 1, 'b-c': [true, null] }],
    ["'${y}-${z}'", "var y = 'a'\nparam z = 'b'", 'a-b'],
    ['[...y, 3]', 'var y = [1, 2]', [1, 2, 3]],
    ['{ ...y, b: 2 }', 'var y = { a: 1, b: 1 }', { a: 1, b: 2 }],
    ["map(['a'], (one, i) => '${one}${i}')", '', ['a0']],
    ["[for (one, i) in ['a', 'b']: { n: '${one}${i}' }]", '', [{ n: 'a0' }, { n: 'b1' }]],
    ['y', "var y = [for i in range(0, 2): 'v${i}']", ['v0', 'v1']],
    ['y.?b ?? 5', 'var y = { a: 1 }', 5],
    ["readEnvironmentVariable('LEVEL')", '', '3'],
    ["int(readEnvironmentVariable('LEVEL', '1'))", '', 3],
    ["readEnvironmentVariable('NONE', 'x')", '', 'x'],
    ["loadTextContent('a.txt')", '', 'hello'],
    ["loadJsonContent('a.json').n", '', 1],
    ["'${prefix}-${twice(2)}'", "import { prefix, twice } from 'shared.bicep'", 'contoso-4'],
    ['s.twice(int(s.n))', "import * as s from 'shared.bicep'", 42],
  ])('%s is computed', (expression, before, value) => {
    const files = {
      'a.txt': 'hello',
      'a.json': '{"n": 1}',
      'shared.bicep':
        "@export()\nvar prefix = 'contoso'\n@export()\nvar n = '21'\n@export()\nfunc twice(x int) int => x * 2",
    };
    expect(computed(expression, before, files)).toEqual(value);
  });

  it.each<[string, string, string[]]>([
    ["readEnvironmentVariable('NONE')", '', ["LG7119 'NONE'"]],
    ["int('x')", '', ["LG2004 int('x')"]],
    ["loadTextContent('none.txt')", '', ["LG7112 'none.txt'"]],
    ['utcNow()', '', ['LG7126 utcNow()']],
  ])('%s is refused', (expression, before, said) => {
    expect(computed(expression, before)).toEqual(said);
  });

  it('that needs itself is refused', () => {
    const { said, parameters } = build('using none\nparam a = b\nparam b = a');
    expect(said.some((one) => one.startsWith('LG2008'))).toBe(true);
    expect(parameters).toEqual({});
  });
});

describe('what comes from elsewhere', () => {
  it('is an expression over the inputs of the tool that deploys', () => {
    const { parameters, inputs, said } = build(
      "using none\nvar team = externalInput('sys.cli', 'team')\nparam a = '${team}-x'\nparam b = [bool(externalInput('other')), 1]\nparam c = externalInput('sys.cli', 'team')\nparam d = externalInput('x', { a: [1] })",
    );
    expect(said).toEqual([]);
    expect(parameters).toEqual({
      a: { expression: "[format('{0}-x', externalInputs('sys_cli_0'))]" },
      b: { expression: "[createArray(bool(externalInputs('other_1')), 1)]" },
      c: { expression: "[externalInputs('sys_cli_0')]" },
      d: { expression: "[externalInputs('x_2')]" },
    });
    expect(inputs).toEqual({
      sys_cli_0: { kind: 'sys.cli', config: 'team' },
      other_1: { kind: 'other' },
      x_2: { kind: 'x', config: { a: [1] } },
    });
  });

  it('is so for what the command line and the environment give when it is deployed', () => {
    const { inputs, parameters } = build(
      "using none\nparam a = 'x-${readCliArg('team')}'\nparam b = sys.readEnvVar('TEAM')",
    );
    expect(parameters.a).toEqual({ expression: "[format('x-{0}', externalInputs('sys_cliArg_0'))]" });
    expect(inputs).toEqual({
      sys_cliArg_0: { kind: 'sys.cliArg', config: 'team' },
      sys_envVar_1: { kind: 'sys.envVar', config: 'TEAM' },
    });
  });

  it('is a reference to a secret', () => {
    const { parameters } = build(
      "using none\nvar group = 'rg'\nparam a = az.getSecret('s', group, 'kv', 'name', '1')\nparam b = getSecret(externalInput('sub'), 'rg', 'kv', 'name')",
    );
    expect(parameters).toEqual({
      a: {
        reference: {
          keyVault: { id: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv' },
          secretName: 'name',
          secretVersion: '1',
        },
      },
      b: {
        reference: {
          keyVault: {
            id: "[resourceId(externalInputs('sub_0'), 'rg', 'Microsoft.KeyVault', 'vaults', 'kv')]",
          },
          secretName: 'name',
        },
      },
    });
  });
});

describe('a file that extends another', () => {
  const base =
    "using none\nvar region = 'westeurope'\nparam location = region\nparam tags = { owner: 'fabrikam' }\nparam secret = az.getSecret('s', 'g', 'v', 'n')";

  it('has its values, where it has none of its own, and can use them', () => {
    const { parameters, said } = build(
      "using none\nextends 'base.bicepparam'\nvar region = 'northeurope'\nparam tags = { ...base.tags, region: region, at: base.location }",
      { 'base.bicepparam': base },
    );
    expect(said).toEqual([]);
    expect(parameters).toEqual({
      tags: { value: { owner: 'fabrikam', region: 'northeurope', at: 'westeurope' } },
      location: { value: 'westeurope' },
      secret: { reference: expect.anything() },
    });
  });

  it('has those of the whole chain', () => {
    const { parameters } = build("using none\nextends 'b/middle.bicepparam'\nparam c = base.a + base.b", {
      'b/middle.bicepparam': "using none\nextends '../base.bicepparam'\nparam b = base.a + 1",
      'base.bicepparam': 'using none\nparam a = 1',
    });
    expect(parameters).toEqual({ c: { value: 3 }, b: { value: 2 }, a: { value: 1 } });
  });

  it.each<[string, TestFiles, string]>([
    ["extends 'none.bicepparam'", {}, "LG7125 'none.bicepparam'"],
    [
      "extends 'main.bicepparam'",
      { 'main.bicepparam': "using none\nextends 'main.bicepparam'" },
      "LG7124 'main.bicepparam'",
    ],
    [
      "extends 'a.bicepparam'",
      {
        'a.bicepparam': "using none\nextends 'b.bicepparam'",
        'b.bicepparam': "using none\nextends 'a.bicepparam'",
      },
      "LG7124 'a.bicepparam'",
    ],
    [
      "extends 'a.bicepparam'\nextends 'a.bicepparam'",
      { 'a.bicepparam': 'using none' },
      "LG7121 extends 'a.bicepparam'",
    ],
  ])('%s is refused', (text, files, said) => {
    expect(build(`using none\n${text}`, files).said).toContain(said);
  });
});

describe('the template that a file is for', () => {
  const template =
    'param a string\nparam b int = 1\nparam c string?\ntype maybe = string?\nparam d maybe\n@secure()\nparam e string';
  const files = {
    'main.bicep': template,
    'br:contoso.azurecr.io/a:1':
      '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "parameters": {"a": {"type": "string"}}, "resources": []}',
  };

  it.each<[string, string[]]>([
    ["using 'main.bicep'\nparam a = 'x'\nparam e = 'y'", []],
    ["using 'main.bicep'\nparam a = 'x'", ["LG7123 'main.bicep'"]],
    ["using 'main.bicep'\nparam a = 'x'\nparam e = 'y'\nparam f = 1", ['LG7122 f']],
    ["using 'main.bicep'\nparam a = 1\nparam e = 'y'\nparam b = 'z'", ['LG2010 1', "LG2010 'z'"]],
    ["using 'none.bicep'\nparam a = 1", ["LG7101 'none.bicep'"]],
    ["using 'br:contoso.azurecr.io/a:1'\nparam a = 'x'", []],
    ["using 'br:contoso.azurecr.io/a:1'", ["LG7123 'br:contoso.azurecr.io/a:1'"]],
    ["param a = 'x'", ['LG7120 ']],
    ["using none\nparam a = 'x'", []],
    ["using none\nusing 'main.bicep'", ["LG7121 using 'main.bicep'"]],
    ["using 'main.bicep'\nextends 'none.bicepparam'", ["LG7125 'none.bicepparam'"]],
  ])('%s', (text, said) => {
    expect(build(text, files).said).toEqual(said);
  });

  it('gets the values where they are written', () => {
    const { root } = programOf(files).parameters(
      'main.bicepparam',
      "using 'main.bicep'\nparam a = 'x'\nparam f = 1",
    );
    const [source, ...others] = readParameterFile(root);
    expect(others).toEqual([]);
    expect(source).toMatchObject({ kind: 'computed', name: 'a', value: 'x', span: { start: 29, end: 32 } });
    expect(source?.kind === 'computed' && source.span.source.path).toBe('main.bicepparam');
  });

  it.each<[string, unknown]>([
    ["using './main.bicep'", { kind: 'file', reference: './main.bicep' }],
    ['using none', { kind: 'none' }],
    ["using 'ts:none'", { kind: 'artifact', document: undefined }],
    ['param a = 1', undefined],
  ])('is known by %s', (text, using) => {
    expect(programOf(files).parameters('main.bicepparam', text).using).toEqual(using);
  });
});
