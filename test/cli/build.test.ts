import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import { reportOf, runCli } from './run-cli.case.ts';

const files = {
  'main.bicep': `param location string
@secure()
param key string
param tls string = 'TLS1_2'
var settings = loadJsonContent('settings.json')
resource store 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'contosostore'
  location: location
  sku: { name: 'Standard_LRS' }
  kind: 'StorageV2'
  properties: {
    minimumTlsVersion: tls
    supportsHttpsTrafficOnly: settings.https
  }
}
`,
  'settings.json': '{\n  "https": false\n}',
  'base.bicepparam':
    "using none\nparam location = 'westeurope'\nparam key = az.getSecret('s', 'g', 'v', 'n')\n",
  'prod.bicepparam': "using 'main.bicep'\nextends 'base.bicepparam'\nvar old = 'TLS1_0'\nparam tls = old\n",
  'test.bicepparam': "using 'main.bicep'\nextends 'base.bicepparam'\n",
};

describe('landguard build', () => {
  it('prints a template that can be deployed, and that says the same as the Bicep file', async () => {
    const folder = temporaryFolder(files);
    const { stdout, stderr, exitCode } = await runCli(folder, ['build', 'main.bicep', '--stdout']);
    expect(stderr).toBe(
      'main.bicep:3:7  note LG7298  the parameter `key` is not used (no-unused-params)\n    remove it\n',
    );
    expect(exitCode).toBe(0);
    const template = JSON.parse(stdout);
    expect(Object.keys(template).slice(0, 2)).toEqual(['$schema', 'contentVersion']);
    expect(template.metadata).toEqual({
      _generator: { name: 'landguard', version: expect.stringMatching(/^\d/) },
    });
    expect(template.variables).toEqual({ '$fxv#0': { https: false }, settings: "[variables('$fxv#0')]" });
    expect(template.resources[0].properties).toEqual({
      minimumTlsVersion: "[parameters('tls')]",
      supportsHttpsTrafficOnly: "[variables('settings').https]",
    });
    expect(stdout).toMatch(/^\{\n {2}"\$schema"/);
    const json = temporaryFolder({ 'main.json': stdout });
    const fingerprints = async (from: string, path: string) =>
      (await reportOf(from, [path])).findings.map((one) => one.fingerprint).sort();
    const ofJson = await fingerprints(json, 'main.json');
    expect(ofJson.length).toBeGreaterThan(0);
    const ofBicep = temporaryFolder({
      'main.bicep': files['main.bicep'],
      'settings.json': files['settings.json'],
    });
    expect(await fingerprints(ofBicep, 'main.bicep')).toEqual(ofJson);
  });

  it('writes files beside the sources, or to a folder', async () => {
    const folder = temporaryFolder(files);
    const before = readdirSync(folder);
    const { stdout, exitCode } = await runCli(folder, ['build', 'main.bicep', 'prod.bicepparam']);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 });
    expect(readdirSync(folder).filter((one) => !before.includes(one))).toEqual([
      'main.json',
      'prod.parameters.json',
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'prod.parameters.json'), 'utf8')).parameters).toEqual({
      tls: { value: 'TLS1_0' },
      location: { value: 'westeurope' },
      key: { reference: { keyVault: { id: expect.stringMatching(/vaults\/v$/) }, secretName: 'n' } },
    });
    await runCli(folder, ['build', 'main.bicep', '--outdir', 'out/deep']);
    expect(readFileSync(join(folder, 'out/deep/main.json'), 'utf8')).toBe(
      readFileSync(join(folder, 'main.json'), 'utf8'),
    );
  });

  it.each<[string, string[], Record<string, string>, RegExp]>([
    [
      'a file with errors',
      ['a.bicep'],
      { 'a.bicep': "var x = loadTextContent('none')" },
      /^a.bicep:1:25 {2}error LG7112 /,
    ],
    [
      'a parameter file without a required value',
      ['a.bicepparam'],
      { 'a.bicepparam': "using 'b.bicep'", 'b.bicep': 'param p int' },
      /^a.bicepparam:1:7 {2}error LG7123 .*`p`/,
    ],
    [
      'a value of the wrong type',
      ['a.bicepparam'],
      { 'a.bicepparam': "using 'b.bicep'\nparam p = 'x'", 'b.bicep': 'param p int' },
      /^a.bicepparam:2:11 {2}error LG2010 /,
    ],
    ['another file', ['a.json'], { 'a.json': '{}' }, /error LG7127 /],
    ['a file that is not there', ['a.bicep'], {}, /error LG/],
    ['a folder', ['.'], {}, /error LG/],
  ])('does not write what comes of %s', async (_name, args, input, said) => {
    const folder = temporaryFolder(input);
    const before = readdirSync(folder);
    const { stdout, stderr, exitCode } = await runCli(folder, ['build', ...args]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toMatch(said);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('builds what it can', async () => {
    const folder = temporaryFolder({ 'a.bicep': 'var x =', 'b.bicep': 'var x = 1' });
    const { exitCode } = await runCli(folder, ['build', 'a.bicep', 'b.bicep']);
    expect(exitCode).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(['a.bicep', 'b.bicep', 'b.json']);
  });
});

describe('commands that take templates take Bicep', () => {
  it('checks a template once for each parameter file, and leads to where a value is written', async () => {
    const { findings } = await reportOf(temporaryFolder(files), ['.']);
    const tls = findings.filter((one) => one.policy.name === 'storage-min-tls');
    expect(tls).toHaveLength(1);
    expect(tls[0]?.place).toMatchObject({ file: 'main.bicep', line: 12, column: 24 });
    expect(tls[0]?.origins.map(({ kind, name, place }) => [kind, name, place.file, place.line])).toEqual([
      ['parameter', 'tls', 'prod.bicepparam', 4],
      ['variable', 'old', 'prod.bicepparam', 3],
    ]);
    const https = findings.find((one) => one.policy.name === 'storage-https-only');
    expect(https?.origins.at(-1)?.place).toMatchObject({ file: 'settings.json', line: 2, column: 12 });
  });

  it('expands one with a parameter file', async () => {
    const { stdout, exitCode } = await runCli(temporaryFolder(files), ['expand', 'prod.bicepparam']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).predictedResources[0].properties.minimumTlsVersion).toBe('TLS1_0');
  });

  it('explains and remediates a finding', async () => {
    const folder = temporaryFolder(files);
    const { findings } = await reportOf(folder, ['prod.bicepparam']);
    const { fingerprint } = findings.find((one) => one.policy.name === 'storage-min-tls')!;
    const explained = await runCli(folder, ['explain', fingerprint, 'prod.bicepparam']);
    expect(explained.stdout).toContain('TLS1_0');
    const remediated = await runCli(folder, ['remediate', fingerprint, 'prod.bicepparam']);
    expect({ ...remediated, stdout: '' }).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(remediated.stdout).toContain('minimumTlsVersion');
  });
});
