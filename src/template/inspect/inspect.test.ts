import { describe, expect, it } from 'vitest';
import { parseJson, textOfValue } from '../../kernel/index.ts';
import { expand } from '../expand.ts';
import { readParameterFile } from '../parameter-file.ts';
import { type Inspection, inspect } from './inspect.ts';

const text = `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "parameters": {
    "name": { "type": "string", "defaultValue": "a", "metadata": { "description": "What it is called." } },
    "given": { "type": "int" },
    "open": { "type": "string" },
    "vault": { "type": "securestring" }
  },
  "variables": {
    "full": "[concat(parameters('name'), '-', parameters('given'))]",
    "escaped": "[concat('\\u0041\\"', parameters('name'))]",
    "copy": [{ "name": "loop", "count": 2, "input": "[copyIndex('loop')]" }],
    "broken": "[nope()]",
    "object": { "inner": "[variables('full')]" }
  },
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01",
      "name": "[format('{0}{1}', variables('full'), copyIndex())]",
      "copy": { "name": "accounts", "count": 3 },
      "properties": { "a": "[variables('object').inner]", "b": "[variables('loop')[1]]" }
    },
    {
      "type": "Microsoft.Web/sites", "apiVersion": "2023-01-01", "name": "site",
      "dependsOn": ["accounts", "[resourceId('Microsoft.Storage/storageAccounts', 'a-71')]"],
      "properties": { "state": "[reference('a-70').x]", "open": "[parameters('open')]", "plain": "text" }
    },
    {
      "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "nested",
      "properties": {
        "expressionEvaluationOptions": { "scope": "inner" },
        "parameters": { "name": { "value": "[parameters('vault')]" }, "of": { "value": "[variables('full')]" } },
        "template": {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "parameters": { "name": { "type": "securestring" }, "of": { "type": "string" } },
          "resources": [],
          "outputs": { "out": { "type": "string", "value": "[parameters('of')]" } }
        }
      }
    }
  ]
}`;

const document = parseJson('main.json', text);
const file = parseJson('main.parameters.json', '{ "parameters": { "given": { "value": 7 } } }');
const { deployment } = expand(document, { parameters: readParameterFile(file.root) });

/** What is told about the middle of the first place where a text stands. */
function at(found: string): Inspection | undefined {
  const start = text.indexOf(found);
  if (start === -1) throw new Error(`there is no ${found}`);
  return inspect(deployment!, { path: 'main.json', offset: start + Math.floor(found.length / 2) });
}

const spanText = (inspection: Inspection | undefined) =>
  inspection?.span.source.text.slice(inspection.span.start, inspection.span.end);

describe('what stands at a position', () => {
  it.each([
    [`parameters('name')`, `parameters('name')`, 'a'],
    ['concat(parameters', `parameters('name')`, 'a'],
    ['[concat(p', `concat(parameters('name'), '-', parameters('given'))`, 'a-7'],
    [`'-'`, `concat(parameters('name'), '-', parameters('given'))`, 'a-7'],
    ['\\u0041', `concat('\\u0041\\"', parameters('name'))`, 'A"a'],
    [`').inner`, `variables('object').inner`, 'a-7'],
    [`('loop')[1]`, `variables('loop')`, '[0,1]'],
    ['"full"', '"full"', 'a-7'],
    [`parameters('open')`, `parameters('open')`, `[parameters('open')]`],
    [`{1}`, `format('{0}{1}', variables('full'), copyIndex())`, 'a-70'],
    [`parameters('of')`, `parameters('of')`, 'a-7'],
  ])('%s: the value of %s is %s', (found, span, value) => {
    const told = at(found);
    expect(spanText(told)).toBe(span);
    expect(textOfValue(told!.value!)).toBe(value);
  });

  it.each([`"plain"`, `"text"`, '"apiVersion"'])('%s: nothing', (found) => {
    expect(at(found)).toBeUndefined();
  });

  it('is nothing outside of the files of the template', () => {
    expect(inspect(deployment!, { path: 'other.json', offset: 10 })).toBeUndefined();
    expect(inspect(deployment!, { path: 'main.json', offset: 1e9 })).toBeUndefined();
  });

  it('has no value where it cannot be evaluated', () => {
    expect(at('[nope()')).toMatchObject({ value: undefined, declarations: [] });
  });

  it('says how many resources a loop makes', () => {
    expect(at('{1}')?.instanceCount).toBe(3);
    expect(at(`parameters('open')`)?.instanceCount).toBe(1);
  });

  it('knows the names behind a value, through variables', () => {
    expect(at(`').inner`)?.names).toEqual(['object', 'full', 'name', 'given']);
  });
});

describe('what a position names', () => {
  const named = (found: string) =>
    at(found)?.declarations.map(({ kind, name, span, given, description }) => ({
      kind,
      name,
      at: span.source.text.slice(span.start, span.end),
      ...(given === undefined ? {} : { given: `${given.kind} ${given.span.source.path}` }),
      ...(description === undefined ? {} : { description }),
    }));

  it.each([
    [`parameters('name')`, 'parameter', 'name', '"name"', 'default main.json'],
    [`parameters('given')`, 'parameter', 'given', '"given"', 'parameter main.parameters.json'],
    [`parameters('of')`, 'parameter', 'of', '"of"', 'nested-template main.json'],
  ])('%s: the %s %s', (found, kind, name, place, given) => {
    const told = at(found);
    expect(told?.declarations).toMatchObject([{ kind, name }]);
    const [declaration] = told!.declarations;
    expect(declaration!.span.source.text.slice(declaration!.span.start, declaration!.span.end)).toBe(place);
    expect(`${declaration!.given?.kind} ${declaration!.given?.span.source.path}`).toBe(given);
  });

  it.each([
    [`variables('full')`, [{ kind: 'variable', name: 'full', at: '"full"' }]],
    [`variables('loop')`, [{ kind: 'variable', name: 'loop', at: '"loop"' }]],
    [`"accounts",`, []],
    [`resourceId(`, [{ kind: 'resource', name: 'a-71', at: '"Microsoft.Storage/storageAccounts"' }]],
    [`reference(`, [{ kind: 'resource', name: 'a-70', at: '"Microsoft.Storage/storageAccounts"' }]],
    [`[nope()`, []],
  ])('%s: %j', (found, expected) => {
    expect(named(found) ?? []).toEqual(expected);
  });

  it('has what its author says of it', () => {
    expect(named(`parameters('name')`)?.[0]?.description).toBe('What it is called.');
  });
});
