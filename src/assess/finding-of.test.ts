import { describe, expect, it } from 'vitest';
import { readParameterFile } from '../template/index.ts';
import {
  assignment,
  definition,
  definitionId,
  documentOf,
  findingsOf,
  initiative,
  isStorage,
  noPublicAccess,
  parametersOf,
  storage,
  storageRule,
  templateOf,
} from './assess.case.ts';

describe('a finding', () => {
  it('says which policy, assignment and resource', () => {
    const rule = definition('one', { allOf: [isStorage, noPublicAccess] }, 'deny', {
      description: 'Why.',
      version: '1.2.3',
      metadata: { category: 'Storage', remediation: 'Do this', controls: ['MCSB NS-2'] },
    });
    const assigned = assignment(
      'at',
      definitionId('i').replace('policyDefinitions', 'policySetDefinitions'),
      {
        scope: '/providers/Microsoft.Management/managementGroups/corp',
        nonComplianceMessages: [{ message: 'Ask us.' }],
      },
    );
    const [finding] = findingsOf(templateOf([storage()]), [assigned, initiative('i', ['one']), rule]);
    expect(finding).toMatchObject({
      verdict: 'non-compliant',
      effect: 'deny',
      severity: 'high',
      policy: {
        name: 'one',
        displayName: 'Display one',
        description: 'Ask us.',
        category: 'Storage',
        version: '1.2.3',
      },
      assignment: { displayName: 'Assign at', scope: 'corp', initiative: 'Display i', referenceId: 'one' },
      controls: ['MCSB NS-2'],
      resource: { name: 'st', type: 'Microsoft.Storage/storageAccounts' },
      remediation: 'Do this',
      unknownBecause: [],
    });
  });

  it('is at the value, and says where that came from', () => {
    const document = templateOf([storage({ publicNetworkAccess: "[parameters('access')]" })], {
      parameters: { access: { type: 'string' } },
    });
    const parameters = parametersOf({ access: 'Enabled' }, 'main.dev.parameters.json');
    const [finding] = findingsOf([{ document, parameters }], [storageRule('one', noPublicAccess)]);
    const line =
      document.source.text.split('\n').findIndex((text) => text.includes("[parameters('access')]")) + 1;
    expect(finding?.place).toMatchObject({ file: 'main.json', line });
    expect(finding?.origins).toMatchObject([
      { kind: 'parameter', name: 'access', place: { file: 'main.dev.parameters.json', line: 4 } },
    ]);
  });

  it('is at the type of the resource where the value is not there', () => {
    const document = templateOf([storage()]);
    const [finding] = findingsOf(document, [storageRule('one', { field: "tags['owner']", exists: false })]);
    const line = document.source.text.split('\n').findIndex((text) => text.includes('"type"')) + 1;
    expect(finding?.place.line).toBe(line);
  });

  it('shortens names that are long expressions', () => {
    const name = `[concat(${Array.from({ length: 30 }, () => "parameters('n')").join(', ')})]`;
    const document = templateOf([storage({}, { name })], { parameters: { n: { type: 'string' } } });
    const [finding] = findingsOf(document, [storageRule('one', noPublicAccess)]);
    expect(finding?.resource.name.length).toBeLessThanOrEqual(64);
  });
});

describe('a finding about alterations', () => {
  const field = 'Microsoft.Storage/storageAccounts/publicNetworkAccess';
  const roles = ['/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c'];
  const modify = (operation: object, conflictEffect = 'deny') => ({
    effect: 'modify',
    details: { roleDefinitionIds: roles, conflictEffect, operations: [operation] },
  });
  const tag = { field: "tags['env']", exists: false };

  it.each<[string, object, object, string, string]>([
    [
      'a replaced value',
      noPublicAccess,
      modify({ operation: 'addOrReplace', field, value: 'Disabled' }),
      'modify',
      'properties.publicNetworkAccess is "Enabled", must be "Disabled"; the policy sets publicNetworkAccess to "Disabled" on deployment',
    ],
    [
      'an added tag',
      tag,
      modify({ operation: 'add', field: "tags['env']", value: 'prod' }),
      'modify',
      'tags.env is not set, must be; the policy adds tags[\'env\'] = "prod" on deployment',
    ],
    [
      'something else than the condition looks at',
      { field: 'location', equals: 'westeurope' },
      modify({ operation: 'add', field: "tags['env']", value: 'prod' }),
      'modify',
      'the policy adds tags[\'env\'] = "prod" on deployment',
    ],
    [
      'an appended value',
      tag,
      { effect: 'append', details: [{ field: "tags['env']", value: 'prod' }] },
      'append',
      'tags.env is not set, must be; the policy adds tags[\'env\'] = "prod" on deployment',
    ],
  ])('says what the policy changes: %s', (_, condition, then, effect, message) => {
    const [finding] = findingsOf(templateOf([storage({ publicNetworkAccess: 'Enabled' })]), [
      storageRule('one', condition, then),
    ]);
    expect(finding).toMatchObject({ effect, message, verdict: 'non-compliant' });
  });

  it('is a denial where append contradicts what is there', () => {
    const append = { effect: 'append', details: [{ field, value: 'Disabled' }] };
    const [finding] = findingsOf(templateOf([storage({ publicNetworkAccess: 'Enabled' })]), [
      storageRule('one', noPublicAccess, append),
    ]);
    expect(finding).toMatchObject({ effect: 'deny', message: expect.stringContaining(field) });
  });
});

describe('a finding about related resources', () => {
  const exists = (effect: string, details: object) => definition('one', isStorage, { effect, details });
  const settings = { type: 'Microsoft.Insights/diagnosticSettings' };

  it('says that there is none', () => {
    const [finding] = findingsOf(templateOf([storage()]), [exists('auditIfNotExists', settings)]);
    expect(finding).toMatchObject({
      verdict: 'non-compliant',
      message: 'this deployment has no Microsoft.Insights/diagnosticSettings for it',
    });
  });

  it('says that none is as wanted', () => {
    const setting = {
      type: 'Microsoft.Insights/diagnosticSettings',
      apiVersion: '2021-05-01-preview',
      name: 'a',
      scope: 'Microsoft.Storage/storageAccounts/st',
      properties: {},
    };
    const details = { ...settings, existenceCondition: { field: 'name', equals: 'b' } };
    const [finding] = findingsOf(templateOf([storage(), setting]), [exists('auditIfNotExists', details)]);
    expect(finding?.message).toBe(
      'no Microsoft.Insights/diagnosticSettings in this deployment is as the policy wants it',
    );
  });

  it('is undecided where it may be elsewhere', () => {
    const details = { type: 'Microsoft.RecoveryServices/vaults', existenceScope: 'subscription' };
    const [finding] = findingsOf(templateOf([storage()]), [exists('auditIfNotExists', details)]);
    expect(finding).toMatchObject({
      verdict: 'unknown',
      message: 'this deployment has no Microsoft.RecoveryServices/vaults for it; one may exist outside',
      unknownBecause: [
        'whether there is a Microsoft.RecoveryServices/vaults that this deployment does not make',
      ],
    });
  });

  it.each([
    ['is not known', "[parameters('on')]", undefined, 'unknown'],
    ['is the same as that of the resource', "[parameters('on')]", "[parameters('on')]", undefined],
    ['is met', true, undefined, undefined],
  ])('with a condition that %s', (_, condition, own, verdict) => {
    const setting = {
      type: 'Microsoft.Insights/diagnosticSettings',
      apiVersion: '2021-05-01-preview',
      name: 'a',
      scope: 'Microsoft.Storage/storageAccounts/st',
      condition,
      properties: {},
    };
    const account = storage({}, own === undefined ? {} : { condition: own });
    const document = templateOf([account, setting], { parameters: { on: { type: 'bool' } } });
    const [finding] = findingsOf(document, [exists('auditIfNotExists', settings)]);
    expect(finding?.verdict).toBe(verdict);
    if (verdict === 'unknown') expect(finding?.unknownBecause).toEqual(['parameter on has no value']);
  });

  it('says that the policy deploys it', () => {
    const deployment = { properties: { mode: 'incremental', template: { resources: [] } } };
    const [finding] = findingsOf(templateOf([storage()]), [
      exists('deployIfNotExists', { ...settings, roleDefinitionIds: [], deployment }),
    ]);
    expect(finding?.remediation).toContain('the policy deploys Microsoft.Insights/diagnosticSettings');
  });
});

describe('a finding that is undecided', () => {
  it('names every cause once', () => {
    const document = templateOf(
      [storage({ publicNetworkAccess: "[parameters('a')]", minimumTlsVersion: "[reference('x').y]" })],
      { parameters: { a: { type: 'string' } } },
    );
    const tls = { field: 'Microsoft.Storage/storageAccounts/minimumTlsVersion', notEquals: 'x' };
    const [finding] = findingsOf(document, [
      storageRule('one', { allOf: [noPublicAccess, tls, noPublicAccess] }),
    ]);
    expect(finding?.unknownBecause).toEqual([
      'parameter a has no value',
      expect.stringContaining('reference('),
    ]);
  });

  it('or about a resource that may not be deployed says so', () => {
    const document = templateOf([storage({}, { condition: "[parameters('on')]" })], {
      parameters: { on: { type: 'bool' } },
    });
    const [finding] = findingsOf(document, [storageRule('one', noPublicAccess)]);
    expect(finding).toMatchObject({
      verdict: 'non-compliant',
      unknownBecause: ["whether the resource is deployed depends on parameters('on')"],
    });
  });

  it('is not the secret', () => {
    const document = templateOf([storage({ publicNetworkAccess: "[parameters('s')]" })], {
      parameters: { s: { type: 'secureString' } },
    });
    const file = documentOf('p.json', {
      parameters: { s: { reference: { keyVault: { id: '/x' }, secretName: 'topsecretname' } } },
    });
    const [finding] = findingsOf(
      [{ document, parameters: readParameterFile(file.root) }],
      [storageRule('one', noPublicAccess)],
    );
    expect(finding?.unknownBecause).toEqual(['the key vault secret for parameter s']);
  });
});
