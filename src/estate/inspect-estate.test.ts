import { describe, expect, it } from 'vitest';
import type { ValueObject } from '../kernel/index.ts';
import { group, idOf, managementGroup, storageAccount, subscription } from './azure-objects.case.ts';
import type { Estate } from './estate.ts';
import { EstateCollector } from './estate-collector.ts';
import { inspectEstate } from './inspect-estate.ts';
import { SecretHint } from './redact-secrets.ts';

const corp = managementGroup('corp');

function estateOf(items: readonly ValueObject[]): Estate {
  const collector = new EstateCollector('2026-11-23T12:00:00Z');
  for (const value of items)
    collector.add({ value, hint: new SecretHint(JSON.stringify(value)), context: undefined }, 'a.json');
  return {
    ...collector.finish(),
    name: 'contoso',
    // biome-ignore lint/correctness/useYield: an inspection reads no resource
    async *resources() {
      throw new Error('an inspection reads no resource');
    },
  };
}

const estate = () =>
  estateOf([
    storageAccount('a'),
    storageAccount('b'),
    { id: group, location: 'westeurope' },
    { id: `${corp}/subscriptions/00000000-0000-0000-0000-000000000001`, properties: {} },
    { id: corp, properties: {} },
    { id: '/subscriptions/00000000-0000-0000-0000-000000000002', displayName: 'Alone' },
    { id: `${corp}/providers/Microsoft.Authorization/policyAssignments/a`, properties: {} },
    { id: 'u', userPrincipalName: 'ada@contoso.example' },
  ]);

describe('inspectEstate', () => {
  it('counts what there is', () => {
    const inspection = inspectEstate(estate(), []);
    expect(inspection).toEqual({
      scopes: { tenant: 0, managementGroup: 1, subscription: 2, resourceGroup: 1 },
      resources: [
        { type: 'microsoft.storage/storageaccounts', count: 2 },
        { type: 'microsoft.resources/subscriptions', count: 1 },
        { type: 'microsoft.resources/subscriptions/resourcegroups', count: 1 },
      ],
      governance: {
        assignment: 1,
        definition: 0,
        initiative: 0,
        exemption: 0,
        enrollment: 0,
        attestation: 0,
      },
      objects: [{ type: 'microsoft.graph.user', count: 1 }],
      subscriptionsWithoutGroup: ['/subscriptions/00000000-0000-0000-0000-000000000002'],
      missing: [],
    });
  });

  const need = (displayName: string, relatedType: string, resourceType?: string) => ({
    displayName,
    relatedType,
    resourceType,
  });
  const diagnostics = 'Microsoft.Insights/diagnosticSettings';
  const storage = 'Microsoft.Storage/storageAccounts';

  it('names the types that policies look for in vain, the most wanted first', () => {
    const { missing } = inspectEstate(estate(), [
      need('Pricing', 'Microsoft.Security/pricings', 'Microsoft.Resources/subscriptions'),
      need('Logs D', diagnostics, storage),
      need('Logs C', diagnostics.toLowerCase(), storage.toLowerCase()),
      need('Logs B', diagnostics, undefined),
      need('Logs A', diagnostics, storage),
    ]);
    expect(missing).toEqual([
      {
        relatedType: diagnostics,
        policies: 4,
        examples: ['Logs A', 'Logs B', 'Logs C'],
        howToExport: expect.stringContaining('{id}/providers/Microsoft.Insights/diagnosticSettings'),
      },
      expect.objectContaining({ relatedType: 'Microsoft.Security/pricings', policies: 1 }),
    ]);
  });

  it('misses nothing for resources that the estate has none of', () => {
    const needs = [need('Vault logs', diagnostics, 'Microsoft.KeyVault/vaults')];
    expect(inspectEstate(estate(), needs).missing).toEqual([]);
    expect(inspectEstate(estateOf([]), [need('Logs', diagnostics)]).missing).toEqual([]);
  });

  it('misses nothing of which the estate holds one', () => {
    const settings = `${idOf(storage, 'a')}/providers/microsoft.insights/diagnosticsettings/logs`;
    const held = estateOf([storageAccount('a'), { id: settings, properties: {} }]);
    expect(inspectEstate(held, [need('Logs', diagnostics, storage)]).missing).toEqual([]);
    expect(inspectEstate(held, [need('Self', storage, storage)]).missing).toEqual([]);
  });

  it('counts a subscription that is known by its resources only', () => {
    expect(inspectEstate(estateOf([storageAccount('a')]), []).subscriptionsWithoutGroup).toEqual([
      subscription,
    ]);
  });
});
