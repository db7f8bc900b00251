import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import type { Finding, Report } from '../../src/kernel/index.ts';
import { reportOf, root, runCli } from '../cli/run-cli.case.ts';

/** The landing zone of examples/landing-zone, written again in Bicep as somebody would who begins there. */
const inJson = `${root}examples/landing-zone`;
const inBicep = `${root}test/one-verdict/landing-zone`;
const parts = ['platform', 'workload'];

/** What a language has its own words for: Bicep's compiler wants the value from somewhere, JSON leaves the parameter out. */
const sameCause = new Map([
  ['the external input sys.cliArg officeAddressRange', 'parameter officeAddressRange has no value'],
  ['the external input sys_cliArg_0', 'parameter officeAddressRange has no value'],
]);

/** All of a finding but where it stands and how its value came there. */
function verdicts({ findings }: Report) {
  return findings
    .map(
      ({ fingerprint, verdict, severity, effect, policy, resource, message, reasons, unknownBecause }) => ({
        policy: policy.name,
        fingerprint,
        verdict,
        severity,
        effect,
        resource,
        message,
        reasons: reasons.map((reason) => reason.text),
        unknownBecause: unknownBecause.map((one) => sameCause.get(one) ?? one),
      }),
    )
    .toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
}

/** Counts of a check; what it took is not among them. */
function counts({ summary: { durationMs: _, ...rest } }: Report) {
  return rest;
}

describe('one design in two languages', () => {
  let json: Report & { exitCode: number | null };
  let bicep: Report & { exitCode: number | null };
  beforeAll(async () => {
    json = await reportOf(inJson, []);
    bicep = await reportOf(inBicep, []);
  });

  it('has the same findings, with the same fingerprints', () => {
    expect(json.findings.length).toBeGreaterThan(30);
    expect(verdicts(bicep)).toEqual(verdicts(json));
    expect(counts(bicep)).toEqual(counts(json));
    expect(bicep.exitCode).toBe(json.exitCode);
    expect(bicep.diagnostics).toEqual([]);
  });

  it('is shown in the language that it is written in', () => {
    const files = bicep.findings.flatMap(({ place, origins }) =>
      [place, ...origins.map((origin) => origin.place)].map(({ file }) => file),
    );
    expect(files.filter((file) => !/\.bicep(param)?$/.test(file))).toEqual([]);
  });

  it.each<[string, string, string, string, string | undefined]>([
    [
      'resource-group-has-owner',
      'sandbox',
      'platform/main.bicep',
      'tags: group.tags',
      'variable resourceGroups',
    ],
    [
      'defender-plan-is-on',
      'Storage',
      'platform/main.bicep',
      'pricingTier: plan.tier',
      'variable defenderPlans',
    ],
    ['no-owner-on-subscription', '', 'platform/main.bicep', 'roleDefinitionId:', 'variable ownerRole'],
    ['custom-role-cannot-grant-access', '', 'platform/main.bicep', 'roleAssignments/write', undefined],
    ['log-analytics-retention', '', 'platform/modules/monitoring.bicep', 'retentionInDays: 30', undefined],
    [
      'nsg-no-management-port-from-internet',
      'nsg-shared',
      'platform/modules/hub-network.bicep',
      '{',
      'default adminSourcePrefix',
    ],
    [
      'firewall-blocks-known-threats',
      '',
      'platform/modules/hub-network.bicep',
      "threatIntelMode: 'Alert'",
      undefined,
    ],
    ['subnet-has-nsg', 'dev', 'workload/modules/network.bicep', 'for subnet in subnets', 'variable subnets'],
    ['federated-credential-names-one-pipeline', 'dev', 'workload/main.bicep', 'subject:', undefined],
    ['app-service-no-plain-ftp', 'dev', 'workload/main.bicep', 'siteConfig: {', 'variable siteDefaults'],
    ['app-service-secrets-in-key-vault', 'dev', 'workload/main.bicep', 'siteConfig: {', undefined],
    ['no-owner-for-workload-identity', '', 'workload/main.bicep', 'roles[pipelineRole]', 'variable roles'],
    ['key-vault-purge-protection', '', 'workload/main.bicep', 'enablePurgeProtection:', undefined],
    ['sql-no-public-network', '', 'workload/modules/database.bicep', 'publicNetworkAccess:', undefined],
    [
      'database-firewall-no-azure-wide-rule',
      '',
      'workload/modules/database.bicep',
      "startIpAddress: '0.0.0.0'",
      undefined,
    ],
    [
      'storage-min-tls',
      'appdev',
      'workload/modules/storage.bicep',
      'minimumTlsVersion: minimumTlsVersion',
      'default minimumTlsVersion',
    ],
    [
      'storage-no-anonymous-blobs',
      'exportdev',
      'workload/modules/storage.bicep',
      'allowBlobPublicAccess: account.anonymousBlobs',
      'parameter storageAccounts',
    ],
  ])('is shown at the line of the value: %s %s', (name, resource, file, text, origin) => {
    const finding = findingOf(bicep, name, resource);
    expect(finding.place.file).toBe(file);
    expect(lineAt(finding.place)).toContain(text);
    expect(namesOf(finding)).toEqual(origin === undefined ? [] : expect.arrayContaining([origin]));
  });

  it('leads from a module through its parameter to the line of the parameter file', () => {
    const finding = findingOf(bicep, 'storage-no-public-network', 'exportdev');
    expect(namesOf(finding)).toEqual(['linked-template accounts', 'parameter storageAccounts']);
    expect(finding.origins.map(({ place }) => [place.file, lineAt(place).trim()])).toEqual([
      ['workload/main.bicep', 'accounts: storageAccounts'],
      ['workload/main.dev.bicepparam', expect.stringContaining("{ name: 'export'")],
    ]);
  });

  it('has them when it has been built as JSON, too', async () => {
    const built = temporaryFolder({ 'landguard.yaml': readFileSync(`${inBicep}/landguard.yaml`) });
    for (const part of parts) {
      const files = readdirSync(join(inBicep, part), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${part}/${entry.name}`);
      const args = ['build', ...files, '--outdir', join(built, part)];
      expect(await runCli(inBicep, args)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    }
    const report = await reportOf(built, []);
    expect(verdicts(report)).toEqual(verdicts(json));
    expect(counts(report)).toEqual(counts(json));
    expect(report.diagnostics).toEqual([]);
  });
});

describe('one design of which nobody has said the parameters', () => {
  /** What does not depend on how a language writes an expression. */
  const decided = ({ findings }: Report) =>
    findings
      .map(({ fingerprint, verdict, severity, policy, resource }) => ({
        fingerprint,
        verdict,
        severity,
        policy: policy.name,
        type: resource.type,
      }))
      .toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));

  async function withoutParameters(folder: string): Promise<Report> {
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    for (const part of parts)
      for (const name of readdirSync(join(copy, part)))
        if (/\.(bicepparam|parameters\.json)$/.test(name)) rmSync(join(copy, part, name));
    return await reportOf(copy, []);
  }

  it('has the same fingerprints, though names are expressions', async () => {
    const [json, bicep] = [await withoutParameters(inJson), await withoutParameters(inBicep)];
    expect(json.findings.filter(({ resource }) => resource.name.startsWith('[')).length).toBeGreaterThan(10);
    expect(decided(bicep)).toEqual(decided(json));
    expect(counts(bicep)).toEqual(counts(json));
  });
});

function findingOf({ findings }: Report, policy: string, resource: string): Finding {
  const found = findings.find((one) => one.policy.name === policy && one.resource.name.includes(resource));
  expect(found).toBeDefined();
  return found!;
}

function lineAt({ file, line }: Finding['place']): string {
  return readFileSync(`${inBicep}/${file}`, 'utf8').split('\n')[line - 1]!;
}

function namesOf({ origins }: Finding): string[] {
  return origins
    .filter(({ kind }) => kind !== 'literal' && kind !== 'expression')
    .map(({ kind, name }) => `${kind} ${name}`);
}
