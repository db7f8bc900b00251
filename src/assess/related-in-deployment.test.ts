import { describe, expect, it } from 'vitest';
import type { RelatedQuery } from '../policy/index.ts';
import { expand, type TargetFacts } from '../template/index.ts';
import { storage, templateOf } from './assess.case.ts';
import { deploymentResources } from './deployment-resource.ts';
import { relatedInDeployment } from './related-in-deployment.ts';

const known: TargetFacts = { subscriptionId: 's', resourceGroup: 'g' };
const parameters = { n: { type: 'string' }, m: { type: 'string' } };

/** The names that a query from the first resource finds, and whether that is all there can be. */
function found(
  resources: unknown[],
  query: Partial<RelatedQuery> & { type: string; relation: RelatedQuery['relation'] },
  target = known,
  scope?: string,
) {
  const expanded = expand(templateOf(resources, { parameters }, scope), { target }).resources;
  const list = deploymentResources(expanded, undefined);
  const answer = relatedInDeployment(list)(list[0]!)(
    { name: undefined, resourceGroup: undefined, scope: 'resourceGroup', ...query },
    list[0]!.subject,
  );
  return { names: answer.resources.map((one) => String(one.name)), complete: answer.complete };
}

const sql = (name = 'sql', rest: object = {}) => ({
  type: 'Microsoft.Sql/servers',
  apiVersion: '2023-08-01',
  name,
  location: 'westeurope',
  ...rest,
});
const admins = { type: 'microsoft.sql/servers/administrators', relation: 'child' } as const;
const admin = (name: string, rest: object = {}) => ({
  type: 'Microsoft.Sql/servers/administrators',
  apiVersion: '2023-08-01',
  name,
  properties: {},
  ...rest,
});
const settings = { type: 'microsoft.insights/diagnosticsettings', relation: 'extension' } as const;
const setting = (rest: object) => ({
  type: 'Microsoft.Insights/diagnosticSettings',
  apiVersion: '2021-05-01-preview',
  name: 'logs',
  properties: {},
  ...rest,
});

describe('children in the same deployment', () => {
  it.each<[string, unknown[], string[]]>([
    ['by their full name', [sql(), admin('sql/ActiveDirectory')], ['sql/ActiveDirectory']],
    ['by their full name in another casing', [sql(), admin('SQL/ActiveDirectory')], ['SQL/ActiveDirectory']],
    [
      'where they are nested',
      [sql('sql', { resources: [admin('a', { type: 'administrators' })] })],
      ['sql/a'],
    ],
    ['but not those of another', [sql(), admin('sql2/a')], []],
    ['but not those whose name only begins the same', [sql('sq'), admin('sql/a')], []],
    [
      'by the same unknown name',
      [sql("[parameters('n')]"), admin("[concat(parameters('n'), '/a')]")],
      ["[concat(parameters('n'), '/a')]"],
    ],
    [
      'but not by another unknown name',
      [sql("[parameters('n')]"), admin("[concat(parameters('m'), '/a')]")],
      [],
    ],
  ])('are found %s', (_, resources, names) => {
    expect(found(resources, admins)).toEqual({ names, complete: true });
  });

  it.each([
    ['activedirectory', ['sql/ActiveDirectory']],
    ['sql/activedirectory', ['sql/ActiveDirectory']],
    ['other', []],
  ])('are found by the name %s', (name, names) => {
    expect(found([sql(), admin('sql/ActiveDirectory')], { ...admins, name })).toEqual({
      names,
      complete: true,
    });
  });

  it('are found where the target is not known', () => {
    expect(found([sql(), admin('sql/a')], admins, {})).toEqual({ names: ['sql/a'], complete: true });
  });

  it('are what the service keeps by default where nobody deploys them', () => {
    const query = { type: 'microsoft.sql/servers/auditingsettings', relation: 'child' } as const;
    expect(found([sql()], query)).toEqual({ names: ['sql/default'], complete: true });
    expect(
      found([sql(), admin('sql/default', { type: 'Microsoft.Sql/servers/auditingSettings' })], query),
    ).toEqual({
      names: ['sql/default'],
      complete: true,
    });
  });
});

describe('extensions in the same deployment', () => {
  const id = "[resourceId('Microsoft.Storage/storageAccounts', 'st')]";
  it.each<[string, unknown[], TargetFacts, number]>([
    ['by their scope', [storage(), setting({ scope: id })], known, 1],
    [
      'by a relative scope',
      [storage(), setting({ scope: 'Microsoft.Storage/storageAccounts/st' })],
      known,
      1,
    ],
    ['where the target is not known', [storage(), setting({ scope: id })], {}, 1],
    [
      'nested in the old way',
      [
        storage(),
        {
          ...setting({}),
          type: 'Microsoft.Storage/storageAccounts/providers/diagnosticSettings',
          name: 'st/Microsoft.Insights/logs',
        },
      ],
      known,
      1,
    ],
    [
      'but not those of another',
      [storage(), setting({ scope: 'Microsoft.Storage/storageAccounts/st2' })],
      known,
      0,
    ],
    [
      'but not those of a child',
      [storage(), setting({ scope: 'Microsoft.Storage/storageAccounts/st/blobServices/default' })],
      known,
      0,
    ],
    [
      'but not those of a child where the target is not known',
      [
        storage(),
        setting({ scope: "[resourceId('Microsoft.Storage/storageAccounts/blobServices', 'st', 'default')]" }),
      ],
      {},
      0,
    ],
    [
      'by the same unknown name',
      [
        storage({}, { name: "[parameters('n')]" }),
        setting({ scope: "[resourceId('Microsoft.Storage/storageAccounts', parameters('n'))]" }),
      ],
      known,
      1,
    ],
    [
      'but not by another unknown name',
      [
        storage({}, { name: "[parameters('n')]" }),
        setting({ scope: "[resourceId('Microsoft.Storage/storageAccounts', parameters('m'))]" }),
      ],
      known,
      0,
    ],
    [
      'but not the child of one with the same unknown name',
      [
        storage({}, { name: "[parameters('n')]" }),
        setting({
          scope: "[resourceId('Microsoft.Storage/storageAccounts/blobServices', parameters('n'), 'default')]",
        }),
      ],
      known,
      0,
    ],
  ])('are found %s', (_, resources, target, count) => {
    const { names, complete } = found(resources, settings, target);
    expect(names).toHaveLength(count);
    expect(complete).toBe(true);
  });
});

describe('the type itself', () => {
  const query = { type: 'microsoft.storage/storageaccounts', relation: 'self' } as const;
  it('is the resource alone without a name', () => {
    expect(found([storage(), storage({}, { name: 'st2' })], query)).toEqual({
      names: ['st'],
      complete: true,
    });
  });
  it('is the resource of that name in the same scope', () => {
    expect(found([storage(), storage({}, { name: 'st2' })], { ...query, name: 'st2' }).names).toEqual([
      'st2',
    ]);
  });
});

describe('elsewhere', () => {
  const vault = {
    type: 'Microsoft.RecoveryServices/vaults',
    apiVersion: '2024-04-01',
    name: 'rsv',
    location: 'x',
  };
  const query = { type: 'microsoft.recoveryservices/vaults', relation: 'elsewhere' } as const;
  const inGroup = (resourceGroup: string) => ({
    type: 'Microsoft.Resources/deployments',
    apiVersion: '2022-09-01',
    name: 'inner',
    resourceGroup,
    properties: {
      mode: 'Incremental',
      template: {
        $schema: 'https://x/2019-04-01/deploymentTemplate.json#',
        contentVersion: '1.0.0.0',
        resources: [vault],
      },
    },
  });
  it.each<[string, unknown[], Partial<RelatedQuery>, string[]]>([
    ['in the same resource group', [storage(), vault], {}, ['rsv']],
    ['not in another one', [storage(), inGroup('other')], {}, []],
    ['in the one that is asked for', [storage(), inGroup('Other')], { resourceGroup: 'other' }, ['rsv']],
    ['anywhere in the subscription', [storage(), inGroup('other')], { scope: 'subscription' }, ['rsv']],
    ['under the name that is asked for', [storage(), vault], { name: 'none' }, []],
  ])('something is found %s, and there may always be more', (_, resources, rest, names) => {
    expect(found(resources, { ...query, ...rest })).toEqual({ names, complete: false });
  });
});
