import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../src/files/temporary-folder.case.ts';
import type { Place, Report } from '../src/kernel/index.ts';
import { reportOf, root, runCli } from './cli/run-cli.case.ts';

const example = `${root}examples/accelerator`;
const readme = readFileSync(`${example}/README.md`, 'utf8');

/** The policies that the README says are broken, with the file that each is found in. */
const planted = readme.split('\n').flatMap((line) => {
  const cells = /^\| \d+ \|(.*)\|$/.exec(line)?.[1]?.split('|') ?? [];
  const file = /`([^`]+)`/.exec(cells[1] ?? '')?.[1] ?? '';
  return [...(cells[3] ?? '').matchAll(/`([\w-]+)`/g)].map((match) => `${match[1]} ${file}`);
});

/** The modules that the example takes from registries, as it names them. */
const references = [
  'br/contoso:storage/account:1.2.0',
  'br/contoso:web/site:2.0.1',
  'br/public:avm/ptn/example/private-endpoint:0.1.0',
];

/** Runs the commands that the README gives for the modules, in a copy of the example. */
async function packModules(folder: string): Promise<void> {
  const commands = readme.split('\n').filter((line) => /^landguard (build|library add) /.test(line));
  expect(commands).toHaveLength(3);
  for (const command of commands) {
    const [, ...args] = command
      .split(' ')
      .map((arg) => (arg.startsWith('registry/') ? `${folder}/${arg}` : arg));
    const { exitCode, stderr } = await runCli(folder, args);
    expect({ command, exitCode, stderr }).toEqual({ command, exitCode: 0, stderr: '' });
  }
}

function copyOfExample(): string {
  const folder = temporaryFolder();
  cpSync(example, folder, { recursive: true, filter: (path) => !path.endsWith('main.json') });
  return folder;
}

/** A report as it is printed, where diagnostics have places. */
interface Checked extends Omit<Report, 'diagnostics'> {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly message: string;
    readonly place?: Place;
  }[];
  readonly exitCode: number | null;
}

describe('the accelerator-like example', () => {
  let folder: string;
  let report: Checked;
  beforeAll(async () => {
    folder = copyOfExample();
    await packModules(folder);
    report = await reportOf(folder, []);
  });

  it('is three deployments, understood without a complaint', () => {
    expect(report.diagnostics).toEqual([]);
    expect(report.summary).toMatchObject({ templates: 3, resources: 58, errors: 0 });
    expect(report.exitCode).toBe(1);
  });

  it('breaks the policies that its README says, in the files that it says, and no other', () => {
    const broken = report.findings
      .filter(({ verdict }) => verdict === 'non-compliant')
      .map(({ policy, place }) => `${policy.name} ${place.file}`);
    expect([...new Set(broken)].toSorted()).toEqual(planted.toSorted());
  });

  it('has exactly these findings', () => {
    expect(
      report.findings.map(({ policy, resource, verdict }) => `${verdict} ${policy.name} ${resource.name}`),
    ).toEqual([
      'non-compliant policy-assignment-is-enforced deny-public-addresses',
      expect.stringMatching(/^non-compliant no-owner-on-subscription [0-9a-f-]{36}$/),
      expect.stringMatching(/^non-compliant privileged-roles-go-to-groups [0-9a-f-]{36}$/),
      'non-compliant bastion-no-shareable-links bas-hub-weu',
      'non-compliant firewall-premium-prevents-intrusions afwp-hub-weu',
      'non-compliant nsg-no-management-port-from-internet nsg-jump-hosts-weu',
      'unknown virtual-network-has-flow-log vnet-hub-weu',
      'non-compliant storage-no-anonymous-blobs stportalwebdev',
      'non-compliant app-service-logs app-portal-dev-weu',
      'non-compliant app-service-min-tls app-portal-dev-weu',
      'non-compliant key-vault-logs kv-portal-dev-weu',
      'non-compliant key-vault-logs kv-portal-prod-weu',
    ]);
  });

  it('shows each in a Bicep file of the example, and leads to files of the example only', () => {
    for (const { place, origins } of report.findings) {
      expect(place.file).toMatch(/^(platform|workload)\/[\w/-]+\.bicep$/);
      for (const origin of origins)
        expect(origin.place.file).toMatch(/^(platform|workload)\/.*\.(bicep|bicepparam|json)$/);
    }
  });

  it.each<[string, string, readonly string[]]>([
    [
      'policy-assignment-is-enforced',
      'enforcementMode:',
      [
        'params: assignment: assignment',
        'variable',
        'loaded-file deny-public-addresses.json: "enforcementMode": "DoNotEnforce",',
      ],
    ],
    [
      'nsg-no-management-port-from-internet',
      'for rule in',
      ['linked-template', "parameter subnets: access: 'Allow'"],
    ],
    ['firewall-premium-prevents-intrusions', "intrusionDetection: { mode: 'Alert' }", []],
    [
      'storage-no-anonymous-blobs',
      'allowBlobPublicAccess: publicImages',
      ['linked-template', 'parameter publicImages: param publicImages = true'],
    ],
    [
      'app-service-min-tls',
      'minTlsVersion: minTlsVersion',
      ['linked-template', "parameter minTlsVersion: param minTlsVersion = '1.1'"],
    ],
    ['app-service-logs', "module site 'br/contoso:web/site:2.0.1'", []],
    ['key-vault-logs', "resource vault 'Microsoft.KeyVault/vaults", []],
  ])('shows %s at `%s` and where it came from', (policy, text, way) => {
    const finding = report.findings.find((one) => one.policy.name === policy)!;
    expect(lineAt(finding.place)).toContain(text);
    const steps = finding.origins.filter(({ kind }) => kind !== 'literal' && kind !== 'expression');
    expect(steps).toHaveLength(way.length);
    const last = steps.at(-1);
    if (last !== undefined)
      expect(`${last.kind} ${last.name}: ${lineAt(last.place).trim()}`).toBe(way.at(-1));
  });

  it('hands the secret of the vault on and prints none', async () => {
    const { stdout } = await runCli(folder, [
      'expand',
      'workload/main.bicep',
      '--parameters',
      'workload/dev.bicepparam',
    ]);
    const snapshot = JSON.parse(stdout) as {
      predictedResources: { name: string; properties: Record<string, unknown> }[];
    };
    const settings = snapshot.predictedResources.find(({ name }) => name.endsWith('/appsettings'))!;
    expect(Object.keys(settings.properties)).toEqual(['Environment', 'ImagesUrl', 'VaultUri', 'PaymentKey']);
    expect(settings.properties).toMatchObject({
      Environment: 'dev',
      PaymentKey: expect.stringMatching(/^\[/),
    });
  });

  it('deploys private endpoints to production only', async () => {
    for (const [environment, count] of [
      ['dev', 0],
      ['prod', 2],
    ] as const) {
      const { stdout } = await runCli(folder, ['expand', `workload/${environment}.bicepparam`]);
      expect(stdout.split('"type": "Microsoft.Network/privateEndpoints"').length - 1, environment).toBe(
        count,
      );
    }
  });

  it('shows a fix in the file that owns the value', async () => {
    const { stdout, exitCode } = await runCli(folder, ['check', '--fix', '--dry-run']);
    expect(exitCode).toBe(1);
    expect(stdout.match(/^\+\+\+ b\/.*$/gm)).toEqual([
      '+++ b/platform/governance/policies/deny-public-addresses.json',
      '+++ b/platform/hub/main.bicepparam',
      '+++ b/platform/hub/modules/bastion.bicep',
      '+++ b/platform/hub/modules/firewall.bicep',
      '+++ b/workload/dev.bicepparam',
    ]);
  });
});

describe('a mistake in a module of a registry', () => {
  it('is shown where the module is used, and is not changed there', async () => {
    const folder = copyOfExample();
    const source = `${folder}/registry/contoso/web/site/main.bicep`;
    writeFileSync(
      source,
      readFileSync(source, 'utf8').replace("ftpsState: 'Disabled'", "ftpsState: 'AllAllowed'"),
    );
    await packModules(folder);
    const { findings } = await reportOf(folder, []);
    const own = findings.filter(({ policy }) => policy.name === 'app-service-no-plain-ftp');
    expect(own.map(({ resource }) => resource.name)).toEqual(['app-portal-dev-weu', 'app-portal-prod-weu']);
    for (const { place } of own) expect(lineAt(place)).toContain("module site 'br/contoso:web/site:2.0.1'");
    const { stdout } = await runCli(folder, ['remediate', own[0]!.fingerprint]);
    expect(stdout).toContain('a module of a registry has it');
    expect(stdout).not.toContain('---');
  });
});

describe('the accelerator-like example without its modules', () => {
  let report: Checked;
  beforeAll(async () => {
    report = await reportOf(copyOfExample(), []);
  });

  it('says of each module that it cannot be read, at its line', () => {
    const missing = report.diagnostics.filter(({ code }) => code === 'LG7101');
    expect(missing.map(({ message }) => /`(.*?)`/.exec(message)?.[1])).toEqual(references);
    for (const { message } of missing)
      expect(message).toMatch(/run `bicep restore` or `landguard library add [^`]+`/);
    for (const [index, { place }] of missing.entries())
      expect(lineAt(place!)).toContain(`'${references[index]}'`);
    expect(report.exitCode).toBe(2);
  });

  it('passes nothing that such a module deploys', () => {
    expect(report.summary.resources).toBe(37);
    const fromModules = report.findings.filter(({ resource }) =>
      /storageAccounts|Microsoft.Web/.test(resource.type),
    );
    expect(fromModules).toEqual([]);
    expect(report.findings.map(({ policy }) => policy.name)).toContain('key-vault-logs');
  });
});

function lineAt({ file, line }: Place): string {
  return readFileSync(`${example}/${file}`, 'utf8').split('\n')[line - 1]!;
}
