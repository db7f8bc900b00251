import { describe, expect, it } from 'vitest';
import {
  group,
  idOf,
  managementGroup,
  storageAccount,
  subscription,
  subscriptionId,
  tenantId,
} from '../estate/azure-objects.case.ts';
import type { ValueObject } from '../kernel/index.ts';
import { openFiles } from './open-files.case.ts';

const resourceGroup = 'rg-shop';
const authorization = 'Microsoft.Authorization';

/** What az and Azure print, sorted by its content. Objects are fictitious, their shapes are those of az 2.60 and of the REST answers. */
describe('an estate folder takes', () => {
  it('`az graph query -q resources`', async () => {
    const row: ValueObject = {
      ...storageAccount('a'),
      type: 'microsoft.storage/storageaccounts',
      resourceGroup,
      subscriptionId,
      tenantId,
    };
    const { resources, codes } = await openFiles({
      'r.json': { count: 1, data: [row], skip_token: null, total_records: 1 },
    });
    expect(resources).toEqual([{ id: row.id, type: row.type, name: 'a', body: row, file: 'r.json' }]);
    expect(codes).toEqual([]);
  });

  it('`az graph query -q resourcecontainers`', async () => {
    const chain = [
      { name: 'corp', displayName: 'Corp' },
      { name: 'root', displayName: 'Contoso' },
    ];
    const { estate, resources, codes } = await openFiles({
      'c.json': {
        data: [
          {
            id: subscription,
            type: 'microsoft.resources/subscriptions',
            name: 'Shop',
            tags: { owner: 'shop' },
            properties: { state: 'Enabled', managementGroupAncestorsChain: chain },
          },
          {
            id: group,
            type: 'microsoft.resources/subscriptions/resourcegroups',
            name: resourceGroup,
            properties: {},
          },
        ],
      },
    });
    expect(estate.scopes.chainOf(group).map(({ displayName }) => displayName)).toEqual([
      'rg-shop',
      'Shop',
      'Corp',
      'Contoso',
    ]);
    expect(resources.map(({ type }) => type)).toEqual([
      'Microsoft.Resources/subscriptions',
      'Microsoft.Resources/subscriptions/resourceGroups',
    ]);
    expect(estate.scopes.get(subscription)?.body).toMatchObject({ tags: { owner: 'shop' } });
    expect(codes).toEqual([]);
  });

  it('`az graph query -q policyresources`, without the states that Azure Policy found', async () => {
    const { estate, resources, diagnostics } = await openFiles({
      'p.json': {
        data: [
          {
            id: `${subscription}/providers/${authorization}/policyAssignments/a`,
            properties: { scope: subscription },
          },
          { id: idOf('Microsoft.PolicyInsights/policyStates', 'x'), properties: {} },
          { id: idOf('Microsoft.PolicyInsights/policyStates', 'y'), properties: {} },
        ],
      },
    });
    expect(estate.governance).toHaveLength(1);
    expect(resources).toEqual([]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '2 records of what Azure Policy found were left out',
    ]);
  });

  it('a LIST and a GET of Azure Resource Manager', async () => {
    const { resources, codes } = await openFiles({
      'list.json': { value: [storageAccount('a'), storageAccount('b')] },
      'get.json': storageAccount('c'),
    });
    expect(resources.map(({ name }) => name)).toEqual(['c', 'a', 'b']);
    expect(codes).toEqual([]);
  });

  it('`az resource list`, and says that it has no properties', async () => {
    const { properties, ...bare } = storageAccount('a');
    const { resources, diagnostics } = await openFiles({
      'r.json': [{ ...bare, resourceGroup, changedTime: '2024-01-01T00:00:00Z', properties: null }],
    });
    expect(resources).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'LG6006', level: 'warning' });
    expect(diagnostics[0]?.advice).toContain('az graph query');
  });

  it('`az resource show` beside `az resource list`: what has properties counts', async () => {
    const { properties, ...bare } = storageAccount('a');
    const { resources, codes } = await openFiles({ '1.json': storageAccount('a'), '2.json': [bare] });
    expect(resources.map(({ file }) => file)).toEqual(['1.json']);
    expect(codes).toEqual(['LG6008']);
  });

  it('`az storage account list`, and puts the properties back', async () => {
    const { properties, ...envelope } = storageAccount('a');
    const { resources, codes } = await openFiles({
      's.json': [{ ...envelope, resourceGroup, enableHttpsTrafficOnly: true, minimumTlsVersion: 'TLS1_2' }],
    });
    expect(resources[0]?.body.properties).toEqual({
      supportsHttpsTrafficOnly: true,
      minimumTlsVersion: 'TLS1_2',
    });
    expect(codes).toEqual(['LG6007']);
  });

  it('`az account list` and `az group list`', async () => {
    const account = { id: subscriptionId, name: 'Shop', state: 'Enabled', tenantId, isDefault: true };
    const { estate, resources } = await openFiles({
      'accounts.json': [account],
      'groups.json': [
        {
          id: group,
          name: resourceGroup,
          location: 'westeurope',
          properties: { provisioningState: 'Succeeded' },
        },
      ],
    });
    expect(resources.map(({ id }) => id)).toEqual([subscription, group]);
    expect(estate.scopes.get(subscription)?.displayName).toBe('Shop');
  });

  it('`az account management-group list` and `show --expand --recurse`', async () => {
    const type = 'Microsoft.Management/managementGroups';
    const entry = (name: string) => ({
      id: managementGroup(name),
      name,
      displayName: name.toUpperCase(),
      type,
    });
    const { estate, codes } = await openFiles({
      'list.json': [{ ...entry('root'), tenantId }, entry('corp')],
      'tree.json': {
        ...entry('root'),
        tenantId,
        details: { parent: {}, version: 1 },
        children: [
          {
            ...entry('corp'),
            children: [
              { id: subscription, displayName: 'Shop', name: subscriptionId, type: '/subscriptions' },
            ],
          },
        ],
      },
    });
    expect(estate.scopes.chainOf(subscription).map(({ displayName }) => displayName)).toEqual([
      'Shop',
      'CORP',
      'ROOT',
    ]);
    expect(codes).toEqual([]);
  });

  it.each([
    [
      'assignment',
      'policyAssignments',
      { displayName: 'TLS', scope: subscription, enforcementMode: 'Default' },
    ],
    [
      'definition',
      'policyDefinitions',
      { mode: 'All', policyRule: { if: {}, then: {} }, policyType: 'Custom' },
    ],
    ['initiative', 'policySetDefinitions', { policyDefinitions: [], policyType: 'Custom' }],
    ['exemption', 'policyExemptions', { exemptionCategory: 'Waiver', expiresOn: '2027-01-01T00:00:00Z' }],
  ])('`az policy %s list`, whose properties az flattens', async (kind, segment, properties) => {
    const id = `${subscription}/providers/${authorization}/${segment}/shop`;
    const { estate, codes } = await openFiles({
      'p.json': [{ id, name: 'shop', type: `${authorization}/${segment}`, systemData: {}, ...properties }],
    });
    expect(estate.governance).toEqual([
      {
        kind,
        id,
        body: { id, name: 'shop', type: `${authorization}/${segment}`, systemData: {}, properties },
        file: 'p.json',
      },
    ]);
    expect(codes).toEqual([]);
  });

  it('`az policy attestation list`', async () => {
    const id = idOf('Microsoft.PolicyInsights/attestations', 'a');
    const { estate } = await openFiles({ 'a.json': [{ id, complianceState: 'Compliant' }] });
    expect(estate.governance[0]).toMatchObject({
      kind: 'attestation',
      body: { properties: { complianceState: 'Compliant' } },
    });
  });

  it('`az role assignment list` and `az role definition list`', async () => {
    const roleId = `${subscription}/providers/${authorization}/roleDefinitions/r`;
    const { estate, resources } = await openFiles({
      'a.json': [
        {
          id: `${subscription}/providers/${authorization}/roleAssignments/a`,
          principalId: 'p',
          roleDefinitionId: roleId,
          scope: subscription,
        },
      ],
      'd.json': [{ id: roleId, name: 'r', roleName: 'Baker', roleType: 'CustomRole', permissions: [] }],
    });
    expect(estate.objects.map(({ body }) => body)).toMatchObject([
      { properties: { principalId: 'p', scope: subscription } },
      { properties: { roleName: 'Baker', type: 'CustomRole' } },
    ]);
    expect(resources).toHaveLength(2);
  });

  it('answers of Microsoft Graph and `az ad user list`', async () => {
    const { estate, resources } = await openFiles({
      'users.json': {
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users',
        value: [{ id: 'u1' }],
      },
      'ad.json': [{ id: 'u2', userPrincipalName: 'ada@contoso.example' }],
    });
    expect(estate.objects.map(({ id, type }) => [id, type])).toEqual([
      ['u2', 'microsoft.graph.user'],
      ['u1', 'microsoft.graph.user'],
    ]);
    expect(resources).toEqual([]);
  });

  it('the output of AzureHound', async () => {
    const { estate, codes } = await openFiles({
      'h.json': {
        data: [{ kind: 'AZUser', data: { id: 'u', displayName: 'Ada' } }],
        meta: { type: 'azure', version: 5, count: 1 },
      },
    });
    expect(estate.objects).toEqual([
      { type: 'AZUser', id: 'u', body: { id: 'u', displayName: 'Ada' }, file: 'h.json' },
    ]);
    expect(codes).toEqual([]);
  });

  it('a table of Resource Graph', async () => {
    const { id, type, properties } = storageAccount('a');
    const columns = ['id', 'type', 'properties'].map((name) => ({ name }));
    const { resources } = await openFiles({
      't.json': { totalRecords: 1, count: 1, data: { columns, rows: [[id, type, properties]] } },
    });
    expect(resources[0]?.body).toEqual({ id, type, name: 'a', properties });
  });
});
