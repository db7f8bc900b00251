import { describe, expect, it } from 'vitest';
import {
  assignment,
  checked,
  definition,
  definitionId,
  isStorage,
  noPublicAccess,
  parametersOf,
  storage,
  storageRule,
  templateOf,
} from './assess.case.ts';
import { explain } from './explanation.ts';

function explained(...args: Parameters<typeof checked>): string {
  const { report, evaluations } = checked(...args);
  const finding = report.findings[0]!;
  return explain(finding, evaluations.get(finding.fingerprint)!);
}

describe('an explanation', () => {
  it('says who, what and where', () => {
    const text = explained(templateOf([storage({ publicNetworkAccess: 'Enabled' })]), [
      assignment('at', definitionId('one'), {
        scope: '/providers/Microsoft.Management/managementGroups/corp',
        enforcementMode: 'DoNotEnforce',
      }),
      storageRule('one', noPublicAccess, 'deny'),
    ]);
    expect(text.split('\n')).toEqual([
      'Display one',
      '  policy      /providers/Microsoft.Authorization/policyDefinitions/one',
      '  effect      deny (the assignment is not enforced)',
      '  assigned at /providers/Microsoft.Management/managementGroups/corp',
      '  resource    st (Microsoft.Storage/storageAccounts)',
      expect.stringMatching(/^ {2}declared at main\.json:\d+:\d+$/),
      '  verdict     non-compliant: properties.publicNetworkAccess is "Enabled", must be "Disabled"',
      '',
      'if',
      '  + allOf',
      '    + field type equals "Microsoft.Storage/storageAccounts"',
      expect.stringMatching(
        /^ {8}\+ found "Microsoft.Storage\/storageAccounts" at type \(main\.json:\d+:\d+\)$/,
      ),
      '    + field Microsoft.Storage/storageAccounts/publicNetworkAccess notEquals "Disabled"',
      expect.stringMatching(
        /^ {8}\+ found "Enabled" at properties\.publicNetworkAccess \(main\.json:\d+:\d+\)$/,
      ),
      '',
    ]);
  });

  it('marks what is not known, and what that waits for', () => {
    const document = templateOf([storage({ publicNetworkAccess: "[parameters('access')]" })], {
      parameters: { access: { type: 'string' } },
    });
    const text = explained(document, [storageRule('one', noPublicAccess)]);
    expect(text).toContain('  waits for   parameter access has no value\n');
    expect(text).toMatch(/\? field .*publicNetworkAccess notEquals/);
  });

  it('says what a count counted', () => {
    const rules = [{ value: '8.8.8.8' }, { value: '10.0.0.1' }];
    const field = 'Microsoft.Storage/storageAccounts/networkAcls.ipRules[*]';
    const count = { count: { field, where: { field: `${field}.value`, like: '8.*' } }, greater: 0 };
    const text = explained(templateOf([storage({ networkAcls: { ipRules: rules } })]), [
      storageRule('one', count),
    ]);
    expect(text).toContain('+ counted 1');
    expect(text).toMatch(/- field .*value like "8\.\*"/);
  });

  it('says which related resource was looked for and what would be deployed', () => {
    const template = {
      $schema: 'https://x/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      parameters: { target: { type: 'string' } },
      resources: [
        {
          type: 'Microsoft.Storage/storageAccounts/providers/diagnosticSettings',
          apiVersion: '2021-05-01-preview',
          name: "[concat(parameters('target'), '/Microsoft.Insights/logs')]",
        },
      ],
    };
    const details = {
      type: 'Microsoft.Insights/diagnosticSettings',
      roleDefinitionIds: [],
      deployment: {
        properties: { mode: 'incremental', parameters: { target: { value: "[field('name')]" } }, template },
      },
    };
    const text = explained(templateOf([storage()]), [
      definition('one', isStorage, { effect: 'deployIfNotExists', details }),
    ]);
    expect(text).toContain(
      'looks for Microsoft.Insights/diagnosticSettings of this resource: 0 in this deployment\n',
    );
    expect(text).toContain('the policy would deploy\n');
    expect(text).toContain('  Microsoft.Insights/diagnosticSettings logs\n');
  });

  it('says what the parameters of the policy are, secrets aside', () => {
    const rule = definition('one', { allOf: [isStorage, noPublicAccess] }, "[parameters('effect')]", {
      parameters: {
        effect: { type: 'String', defaultValue: 'Audit' },
        adminPassword: { type: 'String', defaultValue: 'hunter22' },
      },
    });
    const text = explained(templateOf([storage()]), [rule]);
    expect(text).toContain('parameter   effect = "Audit"');
    expect(text).not.toContain('hunter22');
  });

  it('does not show secrets of the template', () => {
    const machine = {
      type: 'Microsoft.Compute/virtualMachines',
      apiVersion: '2023-09-01',
      name: 'vm',
      properties: { osProfile: { adminPassword: "[parameters('p')]" } },
    };
    const document = templateOf([machine], { parameters: { p: { type: 'secureString' } } });
    const rule = definition('one', {
      allOf: [
        { field: 'type', equals: 'Microsoft.Compute/virtualMachines' },
        { field: 'Microsoft.Compute/virtualMachines/osProfile.adminPassword', exists: true },
      ],
    });
    const text = explained([{ document, parameters: parametersOf({ p: 'S3cret!Passw0rd' }) }], [rule]);
    expect(text).not.toContain('S3cret');
  });
});
