import { describe, expect, it } from 'vitest';
import {
  assignment,
  checked,
  definition,
  definitionId,
  findingsOf,
  isStorage,
  noPublicAccess,
  storage,
  storageRule,
  templateOf,
} from './assess.case.ts';

const field = 'Microsoft.Storage/storageAccounts/publicNetworkAccess';
const modify = {
  effect: 'modify',
  details: {
    roleDefinitionIds: [
      '/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c',
    ],
    operations: [{ operation: 'addOrReplace', field, value: 'Disabled' }],
  },
};
const modifies = storageRule('modifies', noPublicAccess, modify);
const denies = storageRule('denies', noPublicAccess, 'deny');
const open = templateOf([storage({ publicNetworkAccess: 'Enabled' })]);

function outcomes(...args: Parameters<typeof findingsOf>): string[] {
  return findingsOf(...args).map((one) => `${one.policy.name}: ${one.verdict} ${one.effect}`);
}

describe('the order of evaluation', () => {
  it.each([[[modifies, denies]], [[denies, modifies]]])('is alterations before denials', (policies) => {
    expect(outcomes(open, policies)).toEqual(['modifies: non-compliant modify']);
  });

  it('is one alteration after the other', () => {
    const again = storageRule(
      'again',
      { field, equals: 'Disabled' },
      {
        ...modify,
        details: {
          ...modify.details,
          operations: [{ operation: 'addOrReplace', field, value: 'SecuredByPerimeter' }],
        },
      },
    );
    const findings = findingsOf(open, [modifies, again]);
    expect(findings.map((one) => one.message)).toEqual([
      'properties.publicNetworkAccess is "Disabled", must not be "Disabled"; the policy sets publicNetworkAccess to "SecuredByPerimeter" on deployment',
      'properties.publicNetworkAccess is "Enabled", must be "Disabled"; the policy sets publicNetworkAccess to "Disabled" on deployment',
    ]);
  });

  it('lets existence effects see what was altered', () => {
    const looks = definition('looks', isStorage, {
      effect: 'auditIfNotExists',
      details: {
        type: 'Microsoft.Storage/storageAccounts',
        name: "[field('name')]",
        existenceCondition: { field, equals: 'Disabled' },
      },
    });
    expect(outcomes(open, [looks])).toEqual(['looks: non-compliant auditIfNotExists']);
    expect(outcomes(open, [modifies, looks])).toEqual(['modifies: non-compliant modify']);
  });
});

describe('an assignment that is not enforced', () => {
  const at = (name: string) =>
    assignment(`at-${name}`, definitionId(name), { enforcementMode: 'DoNotEnforce' });

  it('records a denial as an audit', () => {
    expect(outcomes(open, [at('denies'), denies])).toEqual(['denies: non-compliant audit']);
  });

  it('alters nothing that others see', () => {
    const others = assignment('enforced', definitionId('denies'));
    expect(outcomes(open, [at('modifies'), others, modifies, denies]).sort()).toEqual([
      'denies: non-compliant deny',
      'modifies: non-compliant modify',
    ]);
  });
});

describe('the evaluations of a deployment', () => {
  it('leave out what is compliant, and count it', () => {
    const { report } = checked(
      templateOf([storage({ publicNetworkAccess: 'Disabled' }), storage({}, { name: 'b' })]),
      [denies, definition('other', { field: 'type', equals: 'Microsoft.Network/virtualNetworks' })],
    );
    expect(report.findings.map((one) => one.resource.name)).toEqual(['b']);
    expect(report.summary).toMatchObject({ compliant: 1, denied: 1, policies: 2, resources: 2 });
  });

  it('leave out disabled policies', () => {
    expect(outcomes(open, [storageRule('off', noPublicAccess, 'Disabled')])).toEqual([]);
  });

  it('leave out what policies of mode Indexed do not look at', () => {
    const lock = {
      type: 'Microsoft.Authorization/locks',
      apiVersion: '2020-05-01',
      name: 'l',
      properties: {},
    };
    const everything = (mode: string) => definition(mode, { field: 'name', exists: true }, 'audit', { mode });
    expect(
      outcomes(templateOf([lock, storage()]), [everything('Indexed'), everything('All')]).sort(),
    ).toEqual(['All: non-compliant audit', 'All: non-compliant audit', 'Indexed: non-compliant audit']);
  });

  it('hold what is not known, never as a pass', () => {
    const document = templateOf([storage({ publicNetworkAccess: "[parameters('access')]" })], {
      parameters: { access: { type: 'string' } },
    });
    const [finding] = findingsOf(document, [denies]);
    expect(finding).toMatchObject({ verdict: 'unknown', unknownBecause: ['parameter access has no value'] });
  });

  it('hold policies that cannot be evaluated as errors', () => {
    const fails = storageRule('fails', { value: "[int(field('name'))]", equals: 1 }, 'deny');
    const [finding] = findingsOf(open, [fails]);
    expect(finding).toMatchObject({
      verdict: 'error',
      message: expect.stringContaining('cannot be evaluated'),
    });
  });
});
