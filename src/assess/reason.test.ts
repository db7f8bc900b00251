import { describe, expect, it } from 'vitest';
import { Unknown, type Value } from '../kernel/index.ts';
import { definition, findingsOf, isStorage, storage, storageRule, templateOf } from './assess.case.ts';
import { printValue } from './reason.ts';

const alias = (name: string) => `Microsoft.Storage/storageAccounts/${name}`;

function messageOf(condition: object, properties: object, rest: object = {}): string | undefined {
  return findingsOf(templateOf([storage(properties, rest)]), [storageRule('rule', condition)])[0]?.message;
}

describe('the sentence of a finding', () => {
  const tls = alias('minimumTlsVersion');
  it.each<[object, object, string]>([
    [
      { field: tls, notEquals: 'TLS1_2' },
      { minimumTlsVersion: 'TLS1_0' },
      'properties.minimumTlsVersion is "TLS1_0", must be "TLS1_2"',
    ],
    [{ field: tls, notEquals: 'TLS1_2' }, {}, 'properties.minimumTlsVersion is not set, must be "TLS1_2"'],
    [
      { field: tls, equals: 'TLS1_0' },
      { minimumTlsVersion: 'tls1_0' },
      'properties.minimumTlsVersion is "tls1_0", must not be "TLS1_0"',
    ],
    [
      { not: { field: tls, equals: 'TLS1_2' } },
      { minimumTlsVersion: 'a' },
      'properties.minimumTlsVersion is "a", must be "TLS1_2"',
    ],
    [{ field: tls, exists: false }, {}, 'properties.minimumTlsVersion is not set, must be'],
    [{ field: tls, exists: 'false' }, {}, 'properties.minimumTlsVersion is not set, must be'],
    [
      { field: tls, exists: true },
      { minimumTlsVersion: 'a' },
      'properties.minimumTlsVersion is set, must not be',
    ],
    [{ not: { field: tls, exists: true } }, {}, 'properties.minimumTlsVersion is not set, must be'],
    [
      { field: tls, notIn: ['TLS1_2', 'TLS1_3'] },
      { minimumTlsVersion: 'a' },
      'properties.minimumTlsVersion is "a", must be one of ["TLS1_2", "TLS1_3"]',
    ],
    [
      { field: tls, in: ['a', 'b'] },
      { minimumTlsVersion: 'a' },
      'properties.minimumTlsVersion is "a", must not be one of ["a", "b"]',
    ],
    [
      { field: tls, notLike: 'TLS1_*' },
      { minimumTlsVersion: 'SSL' },
      'properties.minimumTlsVersion is "SSL", must be like "TLS1_*"',
    ],
    [
      { field: tls, like: '*' },
      { minimumTlsVersion: 'a' },
      'properties.minimumTlsVersion is "a", must not be set',
    ],
    [
      { field: alias('supportsHttpsTrafficOnly'), notEquals: true },
      { supportsHttpsTrafficOnly: false },
      'properties.supportsHttpsTrafficOnly is false, must be true',
    ],
    [{ field: "tags['owner']", exists: false }, {}, 'tags.owner is not set, must be'],
    [{ field: 'location', notIn: ['a'] }, {}, 'location is "westeurope", must be one of ["a"]'],
    [{ value: "[length(field('name'))]", less: 3 }, {}, "[length(field('name'))] is 2, must be at least 3"],
    [
      { not: { field: alias('networkAcls.ipRules[*].value'), like: '10.*' } },
      { networkAcls: { ipRules: [{ value: '10.0.0.1' }, { value: '8.8.8.8' }] } },
      'properties.networkAcls.ipRules[1].value is "8.8.8.8", must be like "10.*"',
    ],
  ])('for %j', (condition, properties, message) => {
    expect(messageOf(condition, properties)).toBe(message);
  });

  it.each<[object, object, string]>([
    [
      { count: { field: alias('networkAcls.ipRules[*]') }, less: 1 },
      {},
      'Microsoft.Storage/storageAccounts/networkAcls.ipRules[*]: 0 found, must be at least 1',
    ],
    [
      {
        count: {
          field: alias('networkAcls.ipRules[*]'),
          where: { field: alias('networkAcls.ipRules[*].value'), like: '8.*' },
        },
        greater: 0,
      },
      { networkAcls: { ipRules: [{ value: '10.0.0.1' }, { value: '8.8.8.8', action: 'Allow' }] } },
      'properties.networkAcls.ipRules[1]: value is "8.8.8.8" (1 found, must be at most 0)',
    ],
  ])('for the count %j', (condition, properties, message) => {
    expect(messageOf(condition, properties)).toBe(message);
  });

  it('is about a requirement on a property, not about what the rule is for', () => {
    const condition = {
      allOf: [
        { field: 'kind', equals: 'StorageV2' },
        { field: 'name', notLike: 'x*' },
        { field: tls, notEquals: 'TLS1_2' },
      ],
    };
    expect(messageOf(condition, {}, { kind: 'StorageV2' })).toContain('minimumTlsVersion');
  });

  it('takes whole words of that name, whatever their ending', () => {
    const both = {
      allOf: [
        { field: alias('accessTier'), notEquals: 'x' },
        { field: alias('encryption.keySource'), notEquals: 'y' },
      ],
    };
    const findings = findingsOf(templateOf([storage()]), [
      definition('n', { allOf: [isStorage, both] }, 'audit', { displayName: 'Key sources in the accessory' }),
    ]);
    expect(findings[0]?.message).toContain('keySource');
  });

  it('is about the property that the name of the policy speaks of', () => {
    const both = {
      allOf: [
        { field: alias('allowBlobPublicAccess'), notEquals: false },
        { field: tls, notEquals: 'x' },
      ],
    };
    const findings = findingsOf(templateOf([storage()]), [
      definition('n', { allOf: [isStorage, both] }, 'audit', {
        displayName: 'Blob public access is not allowed',
      }),
    ]);
    expect(findings[0]?.message).toContain('allowBlobPublicAccess');
  });
});

describe('a printed value', () => {
  const secret = new Unknown('x', { secret: true });
  it.each<[Value, readonly (string | number)[], string]>([
    ['a', [], '"a"'],
    ['say "x"\n', [], '"say \\"x\\"\\n"'],
    [3, [], '3'],
    [12345678901234567890n, [], '12345678901234567890'],
    [true, [], 'true'],
    [null, [], 'null'],
    [['a', 1, [true]], [], '["a", 1, [true]]'],
    [{ a: 'x', b: 1 }, [], '{a, b}'],
    ['hunter2', ['properties', 'adminPassword'], '(redacted)'],
    ['hunter2', ['properties', 'siteConfig', 'appSettings', 0, 'value'], '(redacted)'],
    ['Server=x;Password=hunter22;', ['properties', 'description'], '(redacted)'],
    [['Server=x;Password=hunter22;'], ['properties', 'list'], '[(redacted)]'],
    [['a', 'b'], ['properties', 'secrets'], '["a", "b"]'],
    [secret, [], 'a secret'],
    [new Unknown("parameters('n')", { type: 'string' }), [], "not known (parameters('n'))"],
  ])('is what it should be (%#)', (value, path, text) => {
    expect(printValue(value, path)).toBe(text);
  });

  it('is cut short', () => {
    expect(printValue(Array.from({ length: 99 }, () => 'xyz')).length).toBe(120);
    const id = `/subscriptions/${'x'.repeat(200)}/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635`;
    expect(printValue(id)).toMatch(
      /^"\/subscriptions\/x+…x+\/roleDefinitions\/8e3af657-a8ff-443c-a75c-2fe8c4bcb635"$/,
    );
    expect(printValue(id)).toHaveLength(122);
  });
});

describe('a secret', () => {
  const password = 'S3cret!Passw0rd';
  const machine = (value: string) => ({
    type: 'Microsoft.Compute/virtualMachines',
    apiVersion: '2023-09-01',
    name: 'vm',
    location: 'x',
    properties: { osProfile: { adminPassword: value } },
  });
  const rule = definition('password', {
    field: 'Microsoft.Compute/virtualMachines/osProfile.adminPassword',
    notEquals: 'x',
  });

  it.each<[string, unknown, object]>([
    ['a literal', machine(password), {}],
    [
      'a default of a secure parameter',
      machine("[parameters('p')]"),
      { parameters: { p: { type: 'secureString', defaultValue: password } } },
    ],
  ])('is nowhere in the finding: %s', (_, resource, rest) => {
    const findings = findingsOf(templateOf([resource], rest), [rule]);
    expect(JSON.stringify(findings)).not.toContain(password);
  });
});
