import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding, Report } from '../src/kernel/index.ts';
import { reportOf, root } from './cli/run-cli.case.ts';

const folder = `${root}examples/landing-zone`;
const readme = readFileSync(`${folder}/README.md`, 'utf8');
const environments = ['dev', 'prod'];

/** The policies that the README says are broken, with the environments they are broken in. */
const planted = readme.split('\n').flatMap((line) => {
  const cells = /^\| \d+ \|(.*)\|$/.exec(line)?.[1]?.split('|') ?? [];
  const names = [...(cells[4] ?? '').matchAll(/`([\w-]+)`/g)].map((match) => match[1]!);
  return names.map((name) => ({ name, environment: cells[3]!.trim() }));
});

describe('the example landing zone', () => {
  let report: Report & { exitCode: number | null };
  beforeAll(async () => {
    report = await reportOf(folder, []);
  });
  const found = (verdict: Finding['verdict']) => report.findings.filter((one) => one.verdict === verdict);

  it('is a landing zone: 25 resources and more, two templates, no complaint but the parameter that nobody gives', () => {
    expect(report.summary.templates).toBe(2);
    expect(report.summary.resources).toBeGreaterThanOrEqual(25);
    expect(report.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'LG2009 the parameter `officeAddressRange` has no value and no default',
    ]);
    expect(report.exitCode).toBe(1);
  });

  it('breaks the policies that its README says, and no other', () => {
    expect(planted.length).toBeGreaterThanOrEqual(20);
    const broken = new Set(report.findings.map((one) => one.policy.name));
    expect([...broken].toSorted()).toEqual([...new Set(planted.map((one) => one.name))].toSorted());
  });

  it('breaks them in the environments that its README says', () => {
    for (const { name, environment } of planted) {
      const findings = report.findings.filter(
        (one) => one.policy.name === name && one.place.file.startsWith('workload/'),
      );
      const names = findings.map((one) => `${one.resource.name} ${one.resource.id}`).join();
      const isIn = (one: string) => new RegExp(`[-]?${one}`).test(names);
      if (environment === 'dev') expect(isIn('prod'), name).toBe(false);
      else if (findings.length > 0) expect(environments.map(isIn), name).toEqual([true, true]);
    }
  });

  it.each<[string, string, string, string | undefined]>([
    ['resource-group-has-owner', 'platform/main.json', '"tags":', 'variable resourceGroups'],
    ['defender-plan-is-on', 'platform/main.json', '"pricingTier"', 'variable defenderPlans'],
    ['no-owner-on-subscription', 'platform/main.json', '"roleDefinitionId"', 'variable ownerRole'],
    ['custom-role-cannot-grant-access', 'platform/main.json', 'roleAssignments/write', undefined],
    ['log-analytics-retention', 'platform/main.json', '"retentionInDays"', undefined],
    [
      'nsg-no-management-port-from-internet',
      'platform/modules/hub-network.json',
      '',
      'default adminSourcePrefix',
    ],
    ['firewall-blocks-known-threats', 'platform/modules/hub-network.json', '"threatIntelMode"', undefined],
    ['app-service-no-plain-ftp', 'workload/main.json', '"ftpsState"', 'variable siteDefaults'],
    ['federated-credential-names-one-pipeline', 'workload/main.json', '"subject"', undefined],
    ['storage-min-tls', 'workload/modules/storage.json', '"minimumTlsVersion"', 'default minimumTlsVersion'],
    [
      'storage-no-anonymous-blobs',
      'workload/modules/storage.json',
      '"allowBlobPublicAccess"',
      'parameter storageAccounts',
    ],
    ['key-vault-no-public-network', 'workload/main.json', '"publicNetworkAccess"', undefined],
  ])('is shown at its line: %s', (name, file, text, origin) => {
    const finding = report.findings.find((one) => one.policy.name === name && one.place.file === file);
    expect(finding).toBeDefined();
    const line = readFileSync(`${folder}/${file}`, 'utf8').split('\n')[finding!.place.line - 1];
    expect(line).toContain(text);
    const named = finding!.origins.filter((one) => one.kind !== 'literal' && one.kind !== 'expression');
    if (origin !== undefined) expect(named.map((one) => `${one.kind} ${one.name}`)).toContain(origin);
  });

  it('leaves undecided what nobody can know before deployment', () => {
    const undecided = new Set(
      found('unknown').map((one) => `${one.policy.name}: ${one.unknownBecause.join().slice(0, 33)}`),
    );
    expect([...undecided].toSorted()).toEqual([
      'nsg-no-management-port-from-internet: parameter officeAddressRange has ',
      "nsg-no-management-port-from-internet: reference('/subscriptions/0000000",
      'virtual-network-has-flow-log: whether there is a Microsoft.Netw',
    ]);
  });

  it('leaves out the one decision that somebody made', () => {
    expect(report.summary.excluded).toBe(1);
  });

  it('prints no secret', () => {
    expect(JSON.stringify(report).includes('not-a-real-secret')).toBe(false);
  });
});
