import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { corpus, corpusMissing, temporaryFolder } from '../files/temporary-folder.case.ts';
import { loadAliases, loadCapabilities } from './facts.ts';

const shipped = fileURLToPath(new URL('../../facts', import.meta.url));

describe('the shipped aliases', () => {
  const aliases = loadAliases(shipped);
  const storage = 'microsoft.storage/storageaccounts';

  it.each([
    [storage, `${storage}/supportshttpstrafficonly`, 'properties.supportsHttpsTrafficOnly'],
    [storage, `${storage}/networkacls.iprules[*].value`, 'properties.networkAcls.ipRules[*].value'],
    [
      'microsoft.network/virtualnetworks',
      'microsoft.network/virtualnetworks/subnets[*].networksecuritygroup.id',
      'properties.subnets[*].properties.networkSecurityGroup.id',
    ],
    [
      'microsoft.compute/virtualmachines',
      'microsoft.compute/imageoffer',
      'properties.storageProfile.imageReference.offer',
    ],
    [
      'microsoft.compute/virtualmachinescalesets',
      'microsoft.compute/imageoffer',
      'properties.virtualMachineProfile.storageProfile.imageReference.offer',
    ],
  ])('%s has %s', (type, alias, path) => {
    expect(aliases.find(type, alias)?.path).toBe(path);
    expect(aliases.has(alias)).toBe(true);
  });

  it('are written as Azure writes them', () => {
    expect(aliases.find(storage, `${storage}/accesstier`)?.name).toBe(
      'Microsoft.Storage/storageAccounts/accessTier',
    );
    expect([...aliases.namesOf(storage)]).toContain('Microsoft.Storage/storageAccounts/accessTier');
  });

  it.each([
    'microsoft.storage/storageaccounts/nope',
    'microsoft.nope/things/x',
    'nothing',
    '',
    '../../package/x',
    'microsoft.storage/',
    '__proto__/x',
  ])('do not have `%s`', (alias) => {
    expect(aliases.has(alias)).toBe(false);
    expect(aliases.find(alias, alias)).toBeUndefined();
    expect([...aliases.namesOf(alias)]).toEqual([]);
  });

  it('do not say what is modifiable', () => {
    expect(aliases.find(storage, `${storage}/accesstier`)).not.toHaveProperty('modifiable');
    expect(aliases.diagnostics).toEqual([]);
  });

  it.skipIf(corpusMissing)(
    `are all of the corpus${corpusMissing === undefined ? '' : ` (${corpusMissing})`}`,
    () => {
      const rows: Record<string, Record<string, string>> = JSON.parse(
        readFileSync(join(corpus, 'aliases/aliases.json'), 'utf8'),
      );
      const wrong: string[] = [];
      let count = 0;
      for (const [type, paths] of Object.entries(rows)) {
        for (const [name, path] of Object.entries(paths)) {
          count++;
          if (aliases.find(type.toLowerCase(), name.toLowerCase())?.path !== path) wrong.push(name);
        }
      }
      expect(wrong).toEqual([]);
      expect(count).toBe(76_170);
    },
  );
});

describe('facts of the user', () => {
  const own = temporaryFolder({
    'aliases/microsoft.storage.json': JSON.stringify({
      namespace: 'Microsoft.Storage',
      types: { storageAccounts: { list: '0own' } },
    }),
    'aliases/microsoft.broken.json': '{"namespace"',
    'aliases/microsoft.empty.json': '[]',
    'resource-types.json': JSON.stringify({
      exact: true,
      namespaces: { 'microsoft.storage': { storageaccounts: 'FN-2030-01-01', other: '??-' } },
    }),
  });

  it('replace the shipped ones namespace by namespace', () => {
    const aliases = loadAliases(shipped, own);
    const storage = 'microsoft.storage/storageaccounts';
    expect(aliases.find(storage, `${storage}/own`)?.path).toBe('properties.own');
    expect(aliases.has(`${storage}/accesstier`)).toBe(false);
    expect(aliases.has('microsoft.keyvault/vaults/enablepurgeprotection')).toBe(true);
  });

  it.each(['microsoft.broken', 'microsoft.empty'])('that are damaged are reported once: %s', (namespace) => {
    const aliases = loadAliases(shipped, own);
    expect(aliases.has(`${namespace}/a/b`)).toBe(false);
    expect(aliases.find(`${namespace}/a`, 'x')).toBeUndefined();
    expect(aliases.diagnostics.map((entry) => [entry.code, entry.file])).toEqual([
      ['LG1006', join(own, 'aliases', `${namespace}.json`)],
    ]);
  });

  it('replace the shipped capabilities', () => {
    const capabilities = loadCapabilities(shipped, own);
    expect(capabilities.isIndexed('microsoft.storage/storageaccounts')).toBe(false);
    expect(capabilities.isIndexed('microsoft.storage/other')).toBeUndefined();
    expect(capabilities.latestApiVersion('microsoft.storage/storageaccounts')).toBe('2030-01-01');
    expect(capabilities.isIndexed('microsoft.keyvault/vaults')).toBe(true);
  });
});

describe('the shipped capabilities', () => {
  const capabilities = loadCapabilities(shipped);

  it.each([
    ['microsoft.storage/storageaccounts', true],
    ['microsoft.network/virtualnetworks', true],
    ['microsoft.sql/servers/databases', true],
    ['microsoft.web/sites/slots', true],
    ['microsoft.datalakestore/accounts', true],
    ['microsoft.keyvault/vaults/secrets', false],
    ['microsoft.network/virtualnetworks/subnets', false],
    ['microsoft.storage/storageaccounts/blobservices', false],
    ['microsoft.authorization/roleassignments', false],
    ['microsoft.resources/subscriptions', false],
    ['microsoft.resources/subscriptions/resourcegroups', false],
    ['microsoft.resources/resourcegroups', false],
    ['microsoft.nope/things', undefined],
    ['__proto__/constructor', undefined],
    ['microsoft.storage/constructor', undefined],
    ['nothing', undefined],
  ])('%s: %s', (type, isIndexed) => {
    expect(capabilities.isIndexed(type)).toBe(isIndexed);
  });

  it('know the latest API version', () => {
    expect(capabilities.latestApiVersion('microsoft.storage/storageaccounts')).toMatch(/^\d{4}-\d\d-\d\d/);
    expect(capabilities.latestApiVersion('microsoft.nope/things')).toBeUndefined();
  });

  it('are unknown without a file', () => {
    const nothing = loadCapabilities(temporaryFolder());
    expect(nothing.isIndexed('microsoft.storage/storageaccounts')).toBeUndefined();
    expect(nothing.diagnostics).toEqual([]);
  });
});
