import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import type { PolicyDifference, SimulationReport } from '../../src/kernel/index.ts';
import { runCli } from './run-cli.case.ts';

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001';
const storage = (group: string, name: string, publicNetworkAccess: string, tags: object = {}) => ({
  id: `${subscription}/resourceGroups/${group}/providers/Microsoft.Storage/storageAccounts/${name}`,
  type: 'Microsoft.Storage/storageAccounts',
  name,
  location: 'westeurope',
  tags,
  properties: { publicNetworkAccess },
});
const definition = (name: string, effect: string, operand: object, details?: object) => ({
  name,
  properties: {
    displayName: `Rule ${name}`,
    mode: 'All',
    parameters: {
      effect: { type: 'String', defaultValue: effect, allowedValues: ['Audit', 'Deny', 'Modify'] },
      wanted: { type: 'String', defaultValue: 'Disabled' },
    },
    policyRule: {
      if: {
        allOf: [
          { field: 'type', equals: 'Microsoft.Storage/storageAccounts' },
          { field: 'Microsoft.Storage/storageAccounts/publicNetworkAccess', ...operand },
        ],
      },
      then: { effect: "[parameters('effect')]", ...(details === undefined ? {} : { details }) },
    },
  },
});
const closed = definition('closed', 'Audit', { notEquals: "[parameters('wanted')]" });
const modify = definition(
  'modify',
  'Modify',
  { notEquals: 'Disabled' },
  {
    roleDefinitionIds: [],
    operations: [
      {
        operation: 'addOrReplace',
        field: 'Microsoft.Storage/storageAccounts/publicNetworkAccess',
        value: 'Disabled',
      },
    ],
  },
);
const own = {
  id: `${subscription}/providers/Microsoft.Authorization/policyDefinitions/closed`,
  type: 'Microsoft.Authorization/policyDefinitions',
  ...closed,
};
const assignment = {
  id: `${subscription}/resourceGroups/rg-b/providers/Microsoft.Authorization/policyAssignments/b`,
  type: 'Microsoft.Authorization/policyAssignments',
  name: 'b',
  properties: { policyDefinitionId: own.id, parameters: { effect: { value: 'Deny' } } },
};
const files = {
  'estate/resources.json': JSON.stringify([
    storage('rg-a', 'sta', 'Enabled', { owner: 'ada@contoso.com' }),
    storage('rg-a', 'stb', 'Disabled'),
    storage('rg-b', 'stc', 'Enabled'),
  ]),
  'closed.json': JSON.stringify({ ...closed, id: own.id }),
  'modify.json': JSON.stringify(modify),
  'strict.json': JSON.stringify(definition('strict', 'Audit', { exists: true })),
};

async function simulate(args: readonly string[], more: Record<string, string> = {}) {
  const folder = temporaryFolder({ ...files, ...more });
  const at = args.includes('--at') ? [] : ['--at', subscription];
  const outcome = await runCli(folder, ['simulate', 'estate', ...at, ...args, '-f', 'json']);
  return { ...outcome, report: () => JSON.parse(outcome.stdout) as SimulationReport };
}

describe('simulate', () => {
  it('says who would be denied and what is compliant already', async () => {
    const { report, exitCode } = await simulate(['--assign', 'closed.json', '--effect', 'Deny']);
    expect(exitCode).toBe(0);
    expect(report()).toMatchObject({
      resources: expect.any(Number),
      affected: 3,
      compliant: 1,
      outcomes: { denied: 2, nonCompliant: 0 },
      isNew: { denied: 2 },
      owners: [
        { owner: 'ada@contoso.com', outcomes: { denied: 1 } },
        { owner: '', outcomes: { denied: 1 } },
      ],
    });
    expect(report().effects[0]?.message).toBe(
      'properties.publicNetworkAccess is "Enabled", must be "Disabled"',
    );
  });

  it('keeps to the scope', async () => {
    const { report } = await simulate([
      '--assign',
      'closed.json',
      '--at',
      `${subscription}/resourceGroups/rg-b`,
    ]);
    expect(report()).toMatchObject({ affected: 1, outcomes: { nonCompliant: 1 } });
  });

  it('tells what an assignment of the estate does already', async () => {
    const present = { 'estate/policy.json': JSON.stringify([own, assignment]) };
    const { report } = await simulate(['--assign', 'closed.json', '--effect', 'Deny'], present);
    expect(report()).toMatchObject({ outcomes: { denied: 2 }, isNew: { denied: 1 } });
  });

  it('says what modify would change', async () => {
    const { report } = await simulate(['--assign', 'modify.json']);
    expect(report()).toMatchObject({ outcomes: { changed: 2, denied: 0 } });
    expect(report().effects[0]?.message).toBe(
      'Microsoft.Storage/storageAccounts/publicNetworkAccess: Enabled → Disabled',
    );
  });

  it('takes parameters of the assignment', async () => {
    const { report } = await simulate(['--assign', 'closed.json', '--parameter', 'wanted="Enabled"']);
    expect(report()).toMatchObject({ compliant: 2, outcomes: { nonCompliant: 1 } });
  });

  it('compares two versions by what they mean', async () => {
    const { stdout, exitCode } = await simulate(['--assign', 'strict.json', '--instead-of', 'closed.json']);
    expect(exitCode).toBe(0);
    const difference = JSON.parse(stdout) as PolicyDifference;
    expect(difference.changes).toMatchObject([{ before: 'compliant', after: 'nonCompliant', count: 1 }]);
    const same = await simulate(['--assign', 'modify.json', '--instead-of', 'closed.json']);
    expect((JSON.parse(same.stdout) as PolicyDifference).changes).toEqual([]);
  });

  it.each<[string, string[], string]>([
    ['a scope with nothing in it', ['--assign', 'closed.json', '--at', '/subscriptions/other'], 'nothing'],
    ['a scope that is not there', ['--assign', 'closed.json', '--at', 'corp'], 'corp'],
    [
      'an effect that the rule cannot have',
      ['--assign', 'closed.json', '--effect', 'DeployIfNotExists'],
      'effect',
    ],
    ['a parameter without a value', ['--assign', 'closed.json', '--parameter', 'wanted'], 'name=value'],
    ['a policy that is not there', ['--assign', 'nope:nope'], 'nope'],
  ])('refuses %s', async (_name, args, word) => {
    const { exitCode, stderr } = await simulate(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(word);
  });

  it('is one screen on a terminal', async () => {
    const folder = temporaryFolder(files);
    const args = ['simulate', 'estate', '--assign', 'closed.json', '--at', subscription, '--effect', 'deny'];
    const { stdout } = await runCli(folder, args);
    expect(stdout).toContain(
      'Rule closed at /subscriptions/00000000-0000-0000-0000-000000000001, if it were assigned',
    );
    expect(stdout).toContain('1 pair compliant, 2 denied (2 new)');
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^3 resources · 2 denied .* · 2 of these new$/);
  });
});
