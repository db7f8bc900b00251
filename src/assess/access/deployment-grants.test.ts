import { describe, expect, it } from 'vitest';
import { checked, templateOf } from '../assess.case.ts';
import { assignmentOf, grantFacts, grantsIn, vault, webApp, webAppPrincipal } from './grants.case.ts';

const principalId = '00000000-0000-0000-0000-000000000001';
const atGroup = { scope: undefined };

describe('deploymentGrants', () => {
  it('says who can do what where, and at which line', () => {
    const [grant, ...others] = grantsIn([vault, webApp, assignmentOf('Key Vault Secrets User')]);
    expect(others).toEqual([]);
    expect(grant).toMatchObject({
      text: 'lets the web app app-shop (system identity) read every secret in the key vault kv-prod',
      principal: { kind: 'systemIdentity' },
      role: 'Key Vault Secrets User',
      tier: 'data',
      severity: 'info',
      scope: { kind: 'resource', type: 'Microsoft.KeyVault/vaults' },
      unknownBecause: [],
    });
    const lines = templateOf([vault, webApp, assignmentOf('Key Vault Secrets User')]).source.text.split('\n');
    expect(lines[(grant?.place.line ?? 0) - 1]).toContain('"roleDefinitionId"');
  });

  it.each([
    ['Owner', 'do everything in the resource group that is deployed to, and let others do it', 'high'],
    ['Contributor', 'change and delete everything in the resource group that is deployed to', 'medium'],
    [
      'User Access Administrator',
      'assign roles in the resource group that is deployed to, to itself too',
      'high',
    ],
    ['Reader', 'read the settings of everything in the resource group that is deployed to', 'info'],
    ['Key Vault Secrets User', 'read every secret in the resource group that is deployed to', 'medium'],
  ])('weighs %s of a resource group by what it lets one do', (role, ability, severity) => {
    const [grant] = grantsIn([assignmentOf(role, { principalId }, atGroup)]);
    expect(grant?.abilities[0]).toBe(ability);
    expect(grant?.severity).toBe(severity);
  });

  it('says of Contributor what it can become, and not what it lacks a part of', () => {
    const [grant] = grantsIn([assignmentOf('Contributor', { principalId }, atGroup)]);
    expect(grant?.abilities[1]).toBe('act as any managed identity in the resource group that is deployed to');
    expect(grant?.abilities.join()).not.toContain('blueprint');
  });

  it('weighs the same role heavier at a subscription', () => {
    const [grant] = grantsIn(
      [assignmentOf('Owner', { principalId }, atGroup)],
      {},
      grantFacts,
      'subscriptionDeployment',
    );
    expect(grant).toMatchObject({ severity: 'critical', scope: { kind: 'subscription' } });
  });

  it('knows a role that the deployment defines, wherever it stands', () => {
    const name = '00000000-0000-0000-0000-0000000000c1';
    const role = {
      type: 'Microsoft.Authorization/roleDefinitions',
      apiVersion: '2022-04-01',
      name,
      properties: {
        roleName: 'Deployer',
        assignableScopes: ['[resourceGroup().id]'],
        permissions: [{ actions: ['Microsoft.Authorization/roleAssignments/write'] }],
      },
    };
    const assignment = assignmentOf(
      'Reader',
      { principalId, roleDefinitionId: `[resourceId('Microsoft.Authorization/roleDefinitions', '${name}')]` },
      atGroup,
    );
    expect(grantsIn([assignment, role])[0]).toMatchObject({
      role: 'Deployer',
      tier: 'control',
      severity: 'high',
    });
  });

  it('does not take a role of too many patterns for harmless', () => {
    const name = '00000000-0000-0000-0000-0000000000c2';
    const actions = (first: number) =>
      Array.from({ length: 3_000 }, (_, at) => `Microsoft.Contoso/things${first + at}/read`);
    const role = {
      type: 'Microsoft.Authorization/roleDefinitions',
      apiVersion: '2022-04-01',
      name,
      properties: {
        roleName: 'Long',
        permissions: [0, 1, 2, 3, 4, 5, 6].map((part) => ({ actions: actions(part * 3_000) })),
      },
    };
    const [grant] = grantsIn([
      role,
      assignmentOf(
        'Reader',
        {
          principalId,
          roleDefinitionId: `[resourceId('Microsoft.Authorization/roleDefinitions', '${name}')]`,
        },
        atGroup,
      ),
    ]);
    expect(grant).toMatchObject({
      tier: 'unknown',
      severity: 'medium',
      unknownBecause: ['the role Long states more than can be compared'],
    });
  });

  it('takes a conditioned writer for less than an unconditioned one', () => {
    const condition =
      "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7}))";
    const [grant] = grantsIn([
      assignmentOf('User Access Administrator', { principalId, condition, conditionVersion: '2.0' }, atGroup),
    ]);
    expect(grant).toMatchObject({ severity: 'medium', condition: expect.stringContaining('role Reader') });
    const [broken] = grantsIn([
      assignmentOf(
        'User Access Administrator',
        { principalId, condition: '((', conditionVersion: '2.0' },
        atGroup,
      ),
    ]);
    expect(broken).toMatchObject({ severity: 'high', unknownBecause: ['its condition cannot be read'] });
  });

  it.each([
    [
      { principalId: "[parameters('who')]", principalType: 'Group' },
      'the group that parameter who names',
      [],
    ],
    [
      { principalId: "[parameters('who')]", principalType: null },
      'the principal that parameter who names',
      ['who is meant is not known: the principal that parameter who names'],
    ],
    [{ principalId, principalType: 'User' }, `the user ${principalId}`, []],
  ])('names whom it does not know: %j', (properties, text, unknownBecause) => {
    const [grant] = grantsIn([assignmentOf('Owner', properties, atGroup)], {
      parameters: { who: { type: 'string' } },
    });
    expect(grant?.principal.text).toBe(text);
    expect(grant?.unknownBecause).toEqual(unknownBecause);
  });

  it.each([
    ["[parameters('role')]", 'the role that parameter role names is not known'],
    [
      "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '00000000-0000-0000-0000-0000000000ff')]",
      'the role 00000000-0000-0000-0000-0000000000ff is neither built in nor defined by this deployment',
    ],
    [null, 'the assignment names no role'],
  ])('never takes an unknown role for harmless: %s', (roleDefinitionId, problem) => {
    const { findings, grants } = checked(
      templateOf([assignmentOf('Reader', { principalId, roleDefinitionId }, atGroup)], {
        parameters: { role: { type: 'string' } },
      }),
      [],
      { grants: grantFacts },
    ).report;
    expect(grants).toMatchObject([
      {
        tier: 'unknown',
        severity: 'medium',
        unknownBecause: [problem],
      },
    ]);
    expect(findings).toMatchObject([{ verdict: 'unknown', severity: 'medium' }]);
  });

  it('says who signs in with a user-assigned identity', () => {
    const identity = {
      type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
      apiVersion: '2023-01-31',
      name: 'id-deploy',
    };
    const id = "resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-deploy')";
    const script = {
      type: 'Microsoft.Resources/deploymentScripts',
      apiVersion: '2023-08-01',
      name: 'setup',
      identity: { type: 'UserAssigned', userAssignedIdentities: { [`[${id}]`]: {} } },
    };
    const [grant] = grantsIn([
      identity,
      script,
      assignmentOf('Contributor', { principalId: `[reference(${id}, '2023-01-31').principalId]` }, atGroup),
    ]);
    expect(grant?.principal).toMatchObject({ kind: 'userIdentity', usedBy: ['the deployment script setup'] });
    expect(grant?.text).toContain('the managed identity id-deploy (used by the deployment script setup)');
  });

  it('counts what is not certain to be deployed, and says so', () => {
    const parameters = { isShared: { type: 'bool' } };
    const [grant] = grantsIn(
      [assignmentOf('Owner', { principalId }, { scope: undefined, condition: "[parameters('isShared')]" })],
      { parameters },
    );
    expect(grant?.unknownBecause).toContain("whether it is deployed depends on parameters('isShared')");
  });

  it('keeps quiet where nobody asked', () => {
    const { grants, findings } = checked(templateOf([assignmentOf('Owner', {}, atGroup)]), []).report;
    expect([grants, findings]).toEqual([undefined, []]);
  });

  it('makes findings of what is privileged, which exclusions may leave out', () => {
    const template = templateOf([webApp, vault, assignmentOf('Owner', {}, atGroup), assignmentOf('Reader')]);
    const { findings, summary } = checked(template, [], { grants: grantFacts }).report;
    expect(findings).toMatchObject([
      { policy: { name: 'privileged-grant' }, effect: 'audit', severity: 'high' },
    ]);
    expect(summary.nonCompliant).toBe(1);
    const exclusions = [{ policy: 'privileged-grant', reason: 'agreed' }];
    const { summary: excluded } = checked(template, [], { grants: grantFacts, exclusions }).report;
    expect(excluded).toMatchObject({ nonCompliant: 0, excluded: 1 });
  });

  it('keeps the fingerprint when the line moves, and changes it with whom and where', () => {
    const of = (resources: readonly object[]) => grantsIn(resources).map((one) => one.fingerprint);
    const [own] = of([webApp, vault, assignmentOf('Owner')]);
    expect(of([vault, assignmentOf('Owner'), webApp])).toEqual([own]);
    expect(of([webApp, vault, assignmentOf('Owner', { principalId })])).not.toEqual([own]);
    expect(of([webApp, vault, assignmentOf('Owner', { principalId: webAppPrincipal }, atGroup)])).not.toEqual(
      [own],
    );
  });
});
