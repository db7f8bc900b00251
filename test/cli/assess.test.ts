import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import { estateFormats } from '../../src/report/index.ts';
import { root, runCli } from './run-cli.case.ts';

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001';
const group = `${subscription}/resourceGroups/rg-shop`;
const storage = (name: string, properties: object = {}, more: object = {}) => ({
  id: `${group}/providers/Microsoft.Storage/storageAccounts/${name}`,
  type: 'Microsoft.Storage/storageAccounts',
  name,
  location: 'westeurope',
  properties,
  ...more,
});
const vault = {
  ...storage('kv'),
  id: `${group}/providers/Microsoft.KeyVault/vaults/kv`,
  type: 'Microsoft.KeyVault/vaults',
};
const policy = (name: string, severity: string) =>
  JSON.stringify({
    name,
    properties: {
      displayName: `Rule ${name}`,
      mode: 'All',
      metadata: { severity },
      policyRule: {
        if: {
          allOf: [
            { field: 'type', equals: 'Microsoft.Storage/storageAccounts' },
            { field: 'Microsoft.Storage/storageAccounts/publicNetworkAccess', notEquals: 'Disabled' },
          ],
        },
        then: { effect: 'audit' },
      },
    },
  });
const open = storage('stopen', { publicNetworkAccess: 'Enabled' }, { tags: { owner: 'shop@contoso.com' } });
const closed = storage(
  'stclosed',
  { publicNetworkAccess: 'Disabled' },
  { tags: { owner: 'shop@contoso.com' } },
);
const files = {
  'estate/resources.json': JSON.stringify([open, closed]),
  'policies/public.json': policy('public', 'high'),
};
const assess = ['assess', 'estate', '-p', 'policies'];

async function reportOf(folder: string, args: readonly string[] = []) {
  const { stdout, exitCode, stderr } = await runCli(folder, [...assess, '-f', 'json', ...args]);
  return { ...JSON.parse(stdout), exitCode, stderr };
}

describe('assess', () => {
  it('says what fails, whose it is and why', async () => {
    const report = await reportOf(temporaryFolder(files));
    expect(report.exitCode).toBe(0);
    expect(report.summary.pairs).toMatchObject({ nonCompliant: 1, compliant: 1, undecided: 0 });
    expect(report.findings).toMatchObject([
      {
        state: 'nonCompliant',
        severity: 'high',
        owner: 'shop@contoso.com',
        ownerSource: 'tag owner',
        message: 'properties.publicNetworkAccess is "Enabled", must be "Disabled"',
      },
    ]);
  });

  it.each([
    ['none', 0],
    ['critical', 0],
    ['high', 1],
    ['low', 1],
  ])('with --fail-on %s exits with %i', async (failOn, exitCode) => {
    const outcome = await runCli(temporaryFolder(files), [...assess, '--fail-on', failOn]);
    expect(outcome.exitCode).toBe(exitCode);
  });

  it.each<[string, string[], string]>([
    ['an unknown format', ['-o', 'pdf=a.pdf'], 'pdf'],
    ['a number of findings that is none', ['--findings', 'many'], 'many'],
    ['a baseline to update that is not named', ['--update-baseline'], '--baseline'],
    ['a library that is not there', ['--architecture', 'alz'], 'landguard library add alz'],
    [
      'a framework that is not there',
      ['--framework', 'NIST SP 800-53 Rev 5'],
      'did you mean `NIST SP 800-53 Rev. 5`',
    ],
    ['waivers that are not there', ['--waivers', 'nope.yaml'], 'nope.yaml'],
    ['an output that cannot be written', ['-o', 'csv=estate'], 'estate'],
  ])('refuses %s', async (_name, args, word) => {
    const { exitCode, stdout, stderr } = await runCli(temporaryFolder(files), [...assess, ...args]);
    expect(exitCode).toBe(2);
    expect(stdout + stderr).toContain(word);
  });

  it('takes the policies of landguard.yaml where none are named', async () => {
    const folder = temporaryFolder({ ...files, 'landguard.yaml': 'policies: policies\n' });
    const { stdout } = await runCli(folder, ['assess', 'estate', '-f', 'json']);
    expect(JSON.parse(stdout).summary).toMatchObject({ policies: 1, pairs: { nonCompliant: 1 } });
  });

  it('says so when there is no estate', async () => {
    const { exitCode, stdout } = await runCli(temporaryFolder({ 'estate/a.txt': '' }), assess);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('LG6015');
  });

  it('writes every format', async () => {
    const folder = temporaryFolder(files);
    const outputs = estateFormats.flatMap(({ name }) => ['-o', `${name}=out/${name}.txt`]);
    expect((await runCli(folder, [...assess, ...outputs])).exitCode).toBe(0);
    for (const { name } of estateFormats)
      expect(readFileSync(join(folder, `out/${name}.txt`), 'utf8'), name).toContain(
        name === 'console' ? '1 non-compliant' : name === 'oscal' || name === 'ocsf' ? '"' : 'Rule public',
      );
  });

  it('lists the controls of a framework that is asked for, and of the benchmark', async () => {
    const report = await reportOf(temporaryFolder(files), ['--framework', 'NIST SP 800-53 Rev. 5']);
    const names = new Set(report.controls.map((control: { framework: string }) => control.framework));
    expect([...names]).toEqual(['MCSB', 'NIST SP 800-53 Rev. 5']);
    expect(report.controls.filter(({ kind }: { kind: string }) => kind !== 'notCovered')).toEqual([]);
  });
});

describe('waivers', () => {
  const waivers = (scope: string, expires = '2026-12-31') =>
    `waivers:\n  - scope: ${scope}\n    owner: ada@contoso.com\n    reason: moves next month\n    expires: ${expires}\n`;

  it('take findings out of the gate and are counted', async () => {
    const folder = temporaryFolder({ ...files, 'waivers.yaml': waivers(group) });
    const report = await reportOf(folder, ['--fail-on', 'low']);
    expect(report).toMatchObject({ exitCode: 0, findings: [] });
    expect(report.summary.waived).toEqual({ findings: 1, inForce: 1, expired: 0 });
    expect(report.summary.pairs.nonCompliant).toBe(1);
  });

  it('end on their day, and the finding is back and says so', async () => {
    const folder = temporaryFolder({ ...files, 'waivers.yaml': waivers(group, '2026-06-14') });
    const report = await reportOf(folder, ['--fail-on', 'low']);
    expect(report).toMatchObject({ exitCode: 1, findings: [{ lifecycle: 'expired' }] });
    expect(report.diagnostics.map(({ code }: { code: string }) => code)).toContain('LG5012');
  });

  it('that match nothing are told', async () => {
    const folder = temporaryFolder({ ...files, 'waivers.yaml': waivers('/subscriptions/other') });
    const report = await reportOf(folder);
    expect(report.diagnostics).toMatchObject([{ code: 'LG5011' }]);
  });

  it('without an end do not count and are told at their line', async () => {
    const text = `waivers:\n  - scope: ${group}\n    owner: ada\n    reason: why not\n`;
    const report = await reportOf(temporaryFolder({ ...files, 'waivers.yaml': text }));
    expect(report).toMatchObject({ exitCode: 2, diagnostics: [{ code: 'LG5010' }] });
    expect(report.findings).toHaveLength(1);
  });
});

describe('owners', () => {
  it('come from roles.yaml where no tag names one', async () => {
    const folder = temporaryFolder({
      'estate/a.json': JSON.stringify([storage('stopen')]),
      'policies/public.json': policy('public', 'high'),
      'roles.yaml': 'owners:\n  - type: Microsoft.Storage/*\n    owner: data@contoso.com\n',
    });
    const report = await reportOf(folder);
    expect(report.findings).toMatchObject([
      { owner: 'data@contoso.com', ownerSource: 'ownership file, Microsoft.Storage/*' },
    ]);
  });
});

describe('a baseline', () => {
  const gate = ['--baseline', 'baseline.json', '--fail-on', 'low'];

  it('accepts what there is, fails on what is new, and shrinks by itself', async () => {
    const folder = temporaryFolder(files);
    const write = (resources: object[]) =>
      writeFileSync(join(folder, 'estate/resources.json'), JSON.stringify(resources));
    const entries = () =>
      Object.keys(JSON.parse(readFileSync(join(folder, 'baseline.json'), 'utf8')).findings).length;
    expect((await runCli(folder, [...assess, ...gate])).exitCode).toBe(1);
    expect(existsSync(join(folder, 'baseline.json'))).toBe(false);
    expect((await runCli(folder, [...assess, ...gate, '--update-baseline'])).exitCode).toBe(0);
    expect(entries()).toBe(1);
    write([open, storage('stnew')]);
    expect((await runCli(folder, [...assess, ...gate])).exitCode).toBe(1);
    expect(entries()).toBe(1);
    write([closed]);
    expect((await runCli(folder, [...assess, ...gate])).exitCode).toBe(0);
    expect(entries()).toBe(0);
    write([open]);
    expect((await runCli(folder, [...assess, ...gate])).exitCode).toBe(1);
  });

  it.each([
    ['no JSON', '{'],
    ['another version', '{"version":2,"findings":{}}'],
    ['without findings', '{"version":1}'],
  ])('that is %s is refused and left as it is', async (_name, text) => {
    const folder = temporaryFolder({ ...files, 'baseline.json': text });
    const { exitCode, stdout } = await runCli(folder, [...assess, ...gate]);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('LG5013');
    expect(readFileSync(join(folder, 'baseline.json'), 'utf8')).toBe(text);
  });
});

describe('a planned change', () => {
  const assignment = {
    id: `${subscription}/providers/Microsoft.Authorization/policyAssignments/public`,
    type: 'Microsoft.Authorization/policyAssignments',
    name: 'public',
    properties: {
      displayName: 'No public storage',
      scope: subscription,
      policyDefinitionId: `${subscription}/providers/Microsoft.Authorization/policyDefinitions/public`,
      notScopes: [`${subscription}/resourceGroups/rg-free`],
    },
  };
  const definition = {
    id: `${subscription}/providers/Microsoft.Authorization/policyDefinitions/public`,
    type: 'Microsoft.Authorization/policyDefinitions',
    ...JSON.parse(policy('public', 'high')),
  };
  const exemption = {
    id: `${subscription}/resourceGroups/rg-exempt/providers/Microsoft.Authorization/policyExemptions/e`,
    type: 'Microsoft.Authorization/policyExemptions',
    name: 'e',
    properties: { policyAssignmentId: assignment.id, exemptionCategory: 'Waiver' },
  };
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [{ ...storage('stnew'), id: undefined, apiVersion: '2023-05-01' }],
  };
  const planned = {
    'estate/policy.json': JSON.stringify([assignment, definition, exemption]),
    'infra/main.json': JSON.stringify(template),
  };
  const id = subscription.slice('/subscriptions/'.length);

  it.each([
    ['rg-shop', 1, '0 denied · 1 non-compliant'],
    ['rg-free', 0, '0 denied · 0 non-compliant'],
    ['rg-exempt', 0, '1 exempt'],
  ])('in %s meets the assignments and exemptions of the estate', async (name, exitCode, words) => {
    const args = ['check', 'infra', '--estate', 'estate', '--subscription', id, '--resource-group', name];
    const outcome = await runCli(temporaryFolder(planned), args);
    expect(outcome.stdout).toContain(words);
    expect(outcome.exitCode).toBe(exitCode);
  });

  it('tells an exemption of the estate that cannot be read', async () => {
    const broken = { ...exemption, properties: { exemptionCategory: 'Waiver' } };
    const folder = temporaryFolder({
      ...planned,
      'estate/policy.json': JSON.stringify([assignment, definition, broken]),
    });
    const args = [
      'check',
      'infra',
      '--estate',
      'estate',
      '--subscription',
      id,
      '--resource-group',
      'rg-exempt',
    ];
    const { stdout } = await runCli(folder, args);
    expect(stdout).toContain('it has no `policyAssignmentId`');
    expect(stdout).toContain('1 non-compliant');
  });

  it('needs to know where it goes', async () => {
    const { exitCode, stderr } = await runCli(temporaryFolder(planned), [
      'check',
      'infra',
      '--estate',
      'estate',
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--subscription');
  });
});

describe('estate', () => {
  it('generates the same estate for the same seed, and inspects it', async () => {
    const folder = temporaryFolder();
    for (const name of ['a', 'b'])
      expect((await runCli(folder, ['estate', 'generate', name, '--resources', '300'])).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'a/governance.ndjson'))).toEqual(
      readFileSync(join(folder, 'b/governance.ndjson')),
    );
    const { stdout, exitCode } = await runCli(folder, ['estate', 'inspect', 'a', '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ estate: 'a', scopes: { managementGroup: 13 } });
  });

  it('says what policies will miss and how to export it', async () => {
    const folder = temporaryFolder({ 'estate/a.json': JSON.stringify([vault]) });
    const { stdout } = await runCli(folder, ['estate', 'inspect', 'estate', '-p', 'baseline']);
    expect(stdout).toContain('1 resource of 1 type in 1 subscription, 0 management groups, 1 resource group');
    expect(stdout).toMatch(/missing[\s\S]+diagnosticSettings[\s\S]+az /i);
  });

  it('refuses a folder that holds something else', async () => {
    const folder = temporaryFolder({ 'mine/thesis.md': '# Thesis' });
    const { exitCode, stderr } = await runCli(folder, ['estate', 'generate', 'mine']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('thesis.md');
  });
});

describe('the example estate', () => {
  it('is assessed with its README in hand', async () => {
    const { stdout, exitCode } = await runCli(join(root, 'examples'), ['assess', 'estate', '-p', 'baseline']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('nobody');
    expect(stdout).toMatch(/155 resources · 5 assignments · 193 policies · \d+ non-compliant/);
  });
});
