import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { remediateCommand } from '../../../src/cli/commands/remediate.ts';
import type { Surroundings } from '../../../src/cli/surroundings.ts';
import { UsageError } from '../../../src/cli/usage-error.ts';
import { temporaryFolder } from '../../../src/files/temporary-folder.case.ts';
import { runCli } from '../../cli/run-cli.case.ts';

const group = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-shop';
const storage = (name: string, properties: object) => ({
  id: `${group}/providers/Microsoft.Storage/storageAccounts/${name}`,
  type: 'Microsoft.Storage/storageAccounts',
  apiVersion: '2023-05-01',
  name,
  location: 'westeurope',
  properties,
});
const rule = (name: string, field: string, value: string) =>
  JSON.stringify({
    name,
    properties: {
      displayName: `Rule ${name}`,
      mode: 'All',
      policyRule: {
        if: {
          allOf: [
            { field: 'type', equals: 'Microsoft.Storage/storageAccounts' },
            { field: `Microsoft.Storage/storageAccounts/${field}`, notEquals: value },
          ],
        },
        then: { effect: 'deny' },
      },
    },
  });
const { id: _, ...declared } = storage('stopen', { publicNetworkAccess: 'Enabled' });
const files = {
  'estate/resources.json': JSON.stringify([storage('stopen', { publicNetworkAccess: 'Enabled' })]),
  'policies/public.json': rule('public', 'publicNetworkAccess', 'Disabled'),
  'policies/tls.json': rule('tls', 'minimumTlsVersion', 'TLS1_2'),
  'infra/main.json': JSON.stringify(
    {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      resources: [declared],
    },
    null,
    2,
  ),
};

async function remediate(folder: string, args: readonly string[]) {
  const texts: string[] = [];
  let exitCode: number | undefined;
  const output = { write: (text: string) => void texts.push(text), isTerminal: false, columns: undefined };
  const surroundings: Surroundings = {
    workingFolder: folder,
    env: { LANDGUARD_LIBRARY: `${folder}/.library` },
    platform: process.platform,
    home: folder,
    stdout: output,
    stderr: output,
    now: () => new Date('2026-06-15T12:00:00Z'),
    ticks: () => 0,
  };
  const program = new Command('landguard');
  remediateCommand(program, surroundings, (code) => {
    exitCode = code;
  });
  await program.parseAsync(['remediate', ...args, '-p', 'policies'], { from: 'user' });
  return { text: texts.join(''), exitCode };
}

async function fingerprints(folder: string, command: readonly string[]): Promise<Map<string, string>> {
  const { stdout } = await runCli(folder, [...command, '-p', 'policies', '-f', 'json']);
  const { findings } = JSON.parse(stdout) as {
    findings: { fingerprint: string; policy: { name: string } }[];
  };
  return new Map(findings.map(({ fingerprint, policy }) => [policy.name, fingerprint]));
}

describe('remediate in an estate', () => {
  it('prints the change, the proof and the command', async () => {
    const folder = temporaryFolder(files);
    const found = (await fingerprints(folder, ['assess', 'estate'])).get('public')!;
    const { text, exitCode } = await remediate(folder, [
      found.slice(0, 8).toUpperCase(),
      '--estate',
      'estate',
    ]);
    expect(exitCode).toBe(0);
    expect(text).toContain('Rule public\n');
    expect(text).toContain(
      '- properties.publicNetworkAccess: "Enabled"\n  + properties.publicNetworkAccess: "Disabled"',
    );
    expect(text).toContain(
      'before  properties.publicNetworkAccess is "Enabled", must be "Disabled"\n  after   compliant',
    );
    expect(text).toContain(
      `az resource update --ids ${group}/providers/Microsoft.Storage/storageAccounts/stopen --set 'properties.publicNetworkAccess="Disabled"'`,
    );
  });

  it('finds one change for everything that fails, with --all', async () => {
    const folder = temporaryFolder(files);
    const found = (await fingerprints(folder, ['assess', 'estate'])).get('public')!;
    const { text } = await remediate(folder, [found, '--estate', 'estate', '--all', '--json']);
    expect(JSON.parse(text)).toMatchObject({
      fingerprint: found,
      remediation: { kind: 'change', by: 'search' },
      all: {
        satisfied: [0, 1],
        contradictions: [],
        changes: [
          { pointer: '/properties/publicNetworkAccess', after: 'Disabled' },
          { pointer: '/properties/minimumTlsVersion', after: 'TLS1_2' },
        ],
      },
    });
  });
});

describe('remediate in code', () => {
  it('prints a diff of the file that is compliant', async () => {
    const folder = temporaryFolder(files);
    const found = (await fingerprints(folder, ['check', 'infra'])).get('public')!;
    const { text, exitCode } = await remediate(folder, [found, 'infra', '--all']);
    expect(exitCode).toBe(0);
    expect(text).toContain('the edited code is compliant\n--- a/infra/main.json\n+++ b/infra/main.json\n');
    expect(text).toContain(
      '-        "publicNetworkAccess": "Enabled"\n+        "publicNetworkAccess": "Disabled"',
    );
    expect(text).toContain('one change for 2 of 2 policies');
    expect(text).not.toContain('az resource update --ids /sub');
  });
});

describe('remediate of what is not there', () => {
  it.each<[string, string[]]>([
    ['an estate', ['0000', '--estate', 'estate']],
    ['code', ['0000', 'infra']],
  ])('in %s says so', async (_, args) => {
    const { text, exitCode } = await remediate(temporaryFolder(files), args);
    expect(exitCode).toBe(2);
    expect(text).toContain('LG5005');
  });

  it.each<[string, string[]]>([
    ['an estate', ['', '--estate', 'estate']],
    ['code', ['', 'infra']],
  ])('refuses the beginning of several in %s', async (_, args) => {
    await expect(remediate(temporaryFolder(files), args)).rejects.toThrow(UsageError);
  });
});
