import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { loadAliases, loadCapabilities } from './facts.ts';
import { importFacts } from './import-facts.ts';

// The shape of `az provider list --expand resourceTypes/aliases`.
const provider = {
  namespace: 'Microsoft.Test',
  registrationState: 'Registered',
  resourceTypes: [
    {
      resourceType: 'things',
      apiVersions: ['2023-01-01', '2024-05-01-preview', '2024-05-01', '2020-01-01'],
      capabilities: 'CrossResourceGroupResourceMove, SupportsTags, SupportsLocation',
      locations: ['West Europe'],
      aliases: [
        {
          name: 'Microsoft.Test/things/accountType',
          defaultPath: 'sku.name',
          defaultMetadata: { type: 'String', attributes: 'Modifiable' },
          paths: [
            { path: 'properties.accountType', apiVersions: ['2015-06-15', '2015-01-01'] },
            { path: 'sku.name', apiVersions: ['2020-01-01'] },
          ],
        },
        {
          name: 'Microsoft.Test/things/fixed',
          defaultPath: 'properties.fixed',
          defaultMetadata: { attributes: 'None' },
          paths: [],
        },
        {
          name: 'Microsoft.Test/things/old',
          paths: [{ path: 'properties.old', apiVersions: ['2015-01-01'] }],
        },
      ],
    },
    { resourceType: 'things/parts', apiVersions: [], capabilities: 'None', aliases: [] },
    { resourceType: 'operations', aliases: null },
  ],
};

describe('import of facts', () => {
  it('brings paths by API version, what is modifiable, and capabilities', () => {
    const folder = temporaryFolder();
    const result = importFacts(JSON.stringify([provider]), 'providers.json', folder);
    expect(result).toEqual({ namespaces: 1, types: 3, aliases: 3, diagnostics: [] });

    const aliases = loadAliases(temporaryFolder(), folder);
    const type = 'microsoft.test/things';
    expect(aliases.find(type, `${type}/accounttype`)).toEqual({
      name: 'Microsoft.Test/things/accountType',
      path: 'sku.name',
      modifiable: true,
      versions: [{ path: 'properties.accountType', apiVersions: ['2015-06-15', '2015-01-01'] }],
    });
    expect(aliases.find(type, `${type}/fixed`)).toMatchObject({ modifiable: false });
    expect(aliases.find(type, `${type}/old`)).toEqual({
      name: 'Microsoft.Test/things/old',
      path: 'properties.old',
    });

    const capabilities = loadCapabilities(temporaryFolder(), folder);
    expect(capabilities.isIndexed(type)).toBe(true);
    expect(capabilities.isIndexed(`${type}/parts`)).toBe(false);
    expect(capabilities.isIndexed('microsoft.test/operations')).toBeUndefined();
    expect(capabilities.latestApiVersion(type)).toBe('2024-05-01');
  });

  it('keeps the namespaces of an earlier import', () => {
    const folder = temporaryFolder();
    importFacts(JSON.stringify([provider]), 'a.json', folder);
    importFacts(JSON.stringify({ ...provider, namespace: 'Microsoft.Other' }), 'b.json', folder);
    const capabilities = loadCapabilities(temporaryFolder(), folder);
    expect(capabilities.isIndexed('microsoft.test/things')).toBe(true);
    expect(capabilities.isIndexed('microsoft.other/things')).toBe(true);
    expect(readdirSync(join(folder, 'aliases')).sort()).toEqual([
      'microsoft.other.json',
      'microsoft.test.json',
    ]);
  });

  it('writes the same files for the same input', () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()];
    for (const folder of [one, two]) importFacts(JSON.stringify([provider]), 'a.json', folder);
    for (const file of ['aliases/microsoft.test.json', 'resource-types.json']) {
      expect(readFileSync(join(one, file), 'utf8')).toBe(readFileSync(join(two, file), 'utf8'));
    }
  });

  it.each([
    ['text that is not JSON', '[{]', 'LG1001', 'not valid JSON: '],
    ['comments', '// nothing\n[]', 'LG1001', 'comments'],
    ['an empty list', '[]', 'LG5004', 'there is no provider in it'],
    ['another object', '{"a":1}', 'LG5004', '[0] is not a provider with a `namespace`'],
    ['a number', '42', 'LG5004', '[0] is not a provider'],
    [
      'resource types that are no list',
      '[{"namespace":"A","resourceTypes":{}}]',
      'LG5004',
      'A: `resourceTypes` is not a list',
    ],
    [
      'a type without a name',
      '[{"namespace":"A","resourceTypes":[null]}]',
      'LG5004',
      'A: resource type 0 has no',
    ],
    [
      'an alias without a path',
      '[{"namespace":"A","resourceTypes":[{"resourceType":"b","aliases":[{"name":"A/b/c"}]}]}]',
      'LG5004',
      'A/b: alias 0 has no path',
    ],
    [
      'a namespace that is a path',
      '[{"namespace":"../../x","resourceTypes":[]}]',
      'LG5004',
      '`../../x` is not the name of a provider',
    ],
  ])('reports %s', (_, text, code, message) => {
    const folder = temporaryFolder();
    const { diagnostics } = importFacts(text, 'providers.json', folder);
    expect(diagnostics.map((entry) => entry.code)).toContain(code);
    expect(diagnostics.find((entry) => entry.code === code)?.message).toContain(message);
    expect(diagnostics[0]?.file).toBe('providers.json');
  });

  it('survives names that are keys of objects', () => {
    const folder = temporaryFolder();
    const hostile = {
      namespace: 'constructor',
      resourceTypes: [{ resourceType: '__proto__', aliases: [{ name: 'x', defaultPath: 'y' }] }],
    };
    importFacts(JSON.stringify([hostile]), 'providers.json', folder);
    expect(loadAliases(folder).find('constructor/__proto__', 'x')?.path).toBe('y');
  });

  it('reports a folder that cannot be written', () => {
    const folder = temporaryFolder({ file: 'not a folder' });
    const { namespaces, diagnostics } = importFacts(
      JSON.stringify([provider]),
      'providers.json',
      join(folder, 'file'),
    );
    expect(namespaces).toBe(0);
    expect(diagnostics[0]?.message).toContain('the facts cannot be written');
    expect(existsSync(join(folder, 'file', 'aliases'))).toBe(false);
  });
});
