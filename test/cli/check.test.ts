import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import { severities } from '../../src/kernel/index.ts';
import { reportOf, root, runCli } from './run-cli.case.ts';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const template = (...resources: object[]) =>
  JSON.stringify({ $schema: schema, contentVersion: '1.0.0.0', resources }, null, 2);
const storage = (properties: object = {}) => ({
  type: 'Microsoft.Storage/storageAccounts',
  apiVersion: '2023-05-01',
  name: 'st',
  location: 'westeurope',
  properties,
});
/** A policy about storage accounts, with a severity. */
const policy = (name: string, severity: string, effect = 'deny') =>
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
        then: { effect },
      },
    },
  });

const bad = { 'infra/main.json': template(storage()), 'policies/one.json': policy('one', 'medium') };
const clean = { ...bad, 'infra/main.json': template(storage({ publicNetworkAccess: 'Disabled' })) };
const withPolicies = ['check', 'infra', '-p', 'policies'];

describe('the exit code of check', () => {
  it.each<[string, Record<string, string>, string[], number]>([
    ['nothing is wrong', clean, withPolicies, 0],
    ['something is wrong', bad, withPolicies, 1],
    ['the baseline finds something', bad, ['check', 'infra'], 1],
    ['findings are below what fails', bad, [...withPolicies, '--fail-on', 'high'], 0],
    ['findings never fail', bad, [...withPolicies, '--fail-on', 'none'], 0],
    ['landguard.yaml says what fails', { ...bad, 'landguard.yaml': 'failOn: high' }, withPolicies, 0],
    [
      'the option says otherwise',
      { ...bad, 'landguard.yaml': 'failOn: high' },
      [...withPolicies, '--fail-on', 'low'],
      1,
    ],
    ['there is no such path', bad, ['check', 'nope'], 2],
    ['there is no template', { 'a.json': '{}' }, ['check'], 2],
    ['there is no such library', bad, ['check', 'infra', '-p', 'alz'], 2],
    ['there is no such policy', bad, ['check', 'infra', '-p', 'baseline:nope'], 2],
    [
      'there is no policy in the folder',
      { ...clean, 'empty/x.json': '{}' },
      ['check', 'infra', '-p', 'empty'],
      2,
    ],
    ['landguard.yaml is wrong', { ...clean, 'landguard.yaml': 'policys: x' }, withPolicies, 2],
    ['the named configuration is not there', clean, [...withPolicies, '--config', 'nope.yaml'], 2],
    ['a parameter file is not there', clean, [...withPolicies, '--parameters', 'nope.json'], 2],
    ['a template is broken', { ...clean, 'infra/b.json': template().slice(0, -3) }, withPolicies, 2],
    ['there is no such option', bad, ['check', '--polices', 'x'], 2],
    ['there is no such format', bad, ['check', '-f', 'xml'], 2],
    ['there is no such severity', bad, ['check', '--fail-on', 'urgent'], 2],
    ['an output has no file', bad, [...withPolicies, '-o', 'sarif'], 2],
    ['an output has no known format', bad, [...withPolicies, '-o', 'pdf=x.pdf'], 2],
    ['an output cannot be written', bad, [...withPolicies, '-o', 'json=infra'], 2],
    ['the limit is no number', bad, ['check', '--max-file-bytes', 'many'], 2],
    ['files are larger than the limit', bad, [...withPolicies, '--max-file-bytes', '10'], 2],
    ['there is no such command', bad, ['chekc'], 2],
    ['there is no command', bad, [], 2],
    ['help is asked for', bad, ['--help'], 0],
    ['the version is asked for', bad, ['--version'], 0],
  ])('when %s', async (_, files, args, expected) => {
    const { exitCode, stdout, stderr } = await runCli(temporaryFolder(files), args);
    expect(exitCode).toBe(expected);
    if (expected === 2) expect(`${stdout}${stderr}`).not.toBe('');
    expect(`${stdout}${stderr}`).not.toMatch(/\n {4}at |undefined|\[object/);
  });

  it.each(severities)('is 1 from the severity that fails: %s', async (severity) => {
    const folder = temporaryFolder({ ...bad, 'policies/one.json': policy('one', severity) });
    const at = severities.indexOf(severity);
    for (const [index, failOn] of severities.entries()) {
      const { exitCode } = await runCli(folder, [...withPolicies, '--fail-on', failOn]);
      expect(exitCode, `${severity} with --fail-on ${failOn}`).toBe(index >= at ? 1 : 0);
    }
  });

  it('is 0 where all is undecided', async () => {
    const undecided = JSON.parse(template(storage({ publicNetworkAccess: "[parameters('x')]" })));
    const text = JSON.stringify({ ...undecided, parameters: { x: { type: 'string' } } });
    const folder = temporaryFolder({ ...bad, 'infra/main.json': text });
    const { exitCode, stdout } = await runCli(folder, withPolicies);
    expect(stdout).toContain('1 undecided');
    expect(exitCode).toBe(0);
  });
});

describe('usage that is wrong', () => {
  it.each<[string[], string]>([
    [['check', '--polices', 'x'], 'Did you mean --policies?'],
    [['chekc'], 'Did you mean check?'],
    [['check', '-f', 'xml'], 'console, json, sarif'],
    [['check', '-o', 'sarif'], '--output takes format=file'],
    [['check', '-o', 'json=infra'], 'cannot write `infra`: it is a folder'],
    [['check', '--max-file-bytes', 'x'], '--max-file-bytes takes a number of bytes, but got `x`'],
    [['check', 'infra', '-p', 'alz'], 'bring it with: landguard library add alz'],
    [['check', 'infra', '-p', 'basline'], 'did you mean `baseline`?'],
    [['check', 'nope'], 'there is nothing at `nope`'],
    [['explain'], "missing required argument 'finding'"],
    [['completion', 'tcsh'], 'bash, zsh, fish, powershell'],
  ])('%j is answered', async (args, text) => {
    const { stdout, stderr } = await runCli(temporaryFolder({ ...bad, 'infra/x.json': template() }), args);
    expect(`${stdout}${stderr}`.replace(/\s+/g, ' ')).toContain(text);
  });
});

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const isReport = ajv.compile(JSON.parse(readFileSync(`${root}schemas/report.schema.json`, 'utf8')));

/** What must hold of each format, for a check with a finding. */
const formatChecks: Readonly<Record<string, (text: string) => void>> = {
  console: (text) => {
    expect(text).toContain('infra/main.json:10:21  deny  Rule one');
    expect(text).toMatch(/1 template · 1 resource · 1 policy · 1 denied/);
  },
  json: (text) => {
    expect(isReport(JSON.parse(text)), JSON.stringify(isReport.errors)).toBe(true);
  },
  sarif: (text) => {
    const { version, $schema, runs } = JSON.parse(text);
    expect({ version, $schema }).toEqual({
      version: '2.1.0',
      $schema: expect.stringContaining('sarif-schema-2.1.0'),
    });
    expect(runs[0].tool.driver).toMatchObject({ name: 'landguard', rules: [{ id: expect.any(String) }] });
    expect(runs[0].results[0]).toMatchObject({
      ruleId: runs[0].tool.driver.rules[0].id,
      ruleIndex: 0,
      level: 'error',
      message: { text: expect.any(String) },
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'infra/main.json' }, region: { startLine: 10 } } },
      ],
    });
    expect(Object.values(runs[0].results[0].partialFingerprints)[0]).toMatch(/^[0-9a-f]{16}/);
  },
  junit: (text) => {
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*<testsuites /);
    expect(text).toContain('<failure');
  },
  markdown: (text) => expect(text).toContain('Rule one'),
  github: (text) => expect(text).toMatch(/^::error file=infra\/main\.json,line=10/m),
  'azure-pipelines': (text) =>
    expect(text).toMatch(/^##vso\[task\.logissue type=error;sourcepath=infra\/main\.json;linenumber=10/m),
};

describe('a format', () => {
  const names = Object.keys(formatChecks);

  it.each(names)('is printed: %s', async (name) => {
    const { stdout, exitCode } = await runCli(temporaryFolder(bad), [...withPolicies, '-f', name]);
    formatChecks[name]!(stdout);
    expect(stdout.endsWith('\n')).toBe(true);
    expect(exitCode).toBe(1);
  });

  it('is written to a file, several at once, in folders that are made', async () => {
    const folder = temporaryFolder(bad);
    const outputs = names.flatMap((name) => ['-o', `${name}=out/deep/${name}.txt`]);
    const { stdout } = await runCli(folder, [...withPolicies, ...outputs], { isTerminal: true });
    expect(stdout).toContain('Rule one');
    for (const name of names) {
      const text = readFileSync(join(folder, `out/deep/${name}.txt`), 'utf8');
      formatChecks[name]!(text);
      expect(text).not.toContain('\u001b');
    }
  });

  it.each(names)('holds nothing that is wrong with an empty report: %s', async (name) => {
    const { stdout, exitCode } = await runCli(temporaryFolder(clean), [...withPolicies, '-f', name]);
    expect(stdout).not.toMatch(/undefined|NaN/);
    expect(exitCode).toBe(0);
  });

  it.each(['json', 'sarif', 'junit'])(
    'for machines leaves what is wrong with the input to the error output too: %s',
    async (name) => {
      const { stderr, exitCode } = await runCli(temporaryFolder(bad), ['check', 'nope', '-f', name]);
      expect(stderr).toContain('LG5002');
      expect(exitCode).toBe(2);
    },
  );

  it.skipIf(!existsSync('/dev/full'))(
    'that does not fit on the disk is said (where there is a /dev/full)',
    async () => {
      const { stderr, exitCode } = await runCli(temporaryFolder(bad), [
        ...withPolicies,
        '-o',
        'json=/dev/full',
      ]);
      expect(stderr).toContain('cannot write `/dev/full`: the disk is full');
      expect(exitCode).toBe(2);
    },
  );
});

describe('colour', () => {
  it.each<[string, boolean, Record<string, string>, boolean]>([
    ['on a terminal', true, {}, true],
    ['not away from one', false, {}, false],
    ['not with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['with an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['with FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
    ['not with FORCE_COLOR=0', false, { FORCE_COLOR: '0' }, false],
    ['not with both', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['not on a dumb terminal', true, { TERM: 'dumb' }, false],
  ])('is there %s', async (_, isTerminal, env, expected) => {
    const { stdout, stderr } = await runCli(temporaryFolder(bad), withPolicies, { isTerminal, env });
    expect(`${stdout}${stderr}`.includes('\u001b[')).toBe(expected);
  });

  it('is not in a format for machines', async () => {
    const { stdout } = await runCli(temporaryFolder(bad), [...withPolicies, '-f', 'json'], {
      isTerminal: true,
    });
    expect(stdout).not.toContain('\u001b');
  });
});

describe('the amount of text', () => {
  it('is one line with --quiet, and what is wrong with the input', async () => {
    const quiet = await runCli(temporaryFolder(bad), [...withPolicies, '--quiet']);
    expect(quiet.stdout.trim().split('\n')).toHaveLength(1);
    expect(quiet.stderr).toBe('');
    const wrong = await runCli(temporaryFolder(bad), ['check', 'nope', '-q']);
    expect(wrong.stderr).toContain('LG5002');
  });

  it('has fingerprints and reasons with --verbose', async () => {
    const { stdout } = await runCli(temporaryFolder(bad), [...withPolicies, '--verbose']);
    expect(stdout).toMatch(/fingerprint: [0-9a-f]{16}/);
  });

  it('says how far a long check is, on a terminal only', async () => {
    let now = 0;
    const ticks = () => (now += 1000);
    const shown = await runCli(temporaryFolder(bad), withPolicies, { isTerminal: true, ticks });
    expect(shown.stderr).toContain('checked 0 of 1 templates');
    expect(shown.stderr.endsWith('\r\u001b[K')).toBe(true);
    expect((await runCli(temporaryFolder(bad), withPolicies, { ticks })).stderr).toBe('');
  });
});

describe('what is checked', () => {
  it('is what landguard.yaml names where nothing is named', async () => {
    const folder = temporaryFolder({
      ...bad,
      'other/main.json': template(storage()),
      'landguard.yaml': 'paths: [infra]\npolicies: policies\nexclude: [infra/skip]',
      'infra/skip/main.json': template(storage()),
    });
    expect((await reportOf(folder, [])).findings.map((one) => one.place.file)).toEqual(['infra/main.json']);
    expect((await reportOf(folder, ['other'])).findings.map((one) => one.place.file)).toEqual([
      'other/main.json',
    ]);
  });

  it('can have spaces and other letters in its path', async () => {
    const folder = temporaryFolder({
      'mein Büro/größe 1.json': template(storage()),
      'mes règles/un.json': policy('un', 'high'),
    });
    const { findings, exitCode } = await reportOf(folder, ['mein Büro', '-p', 'mes règles']);
    expect(findings.map((one) => one.place.file)).toEqual(['mein Büro/größe 1.json']);
    expect(exitCode).toBe(1);
  });

  it('can be elsewhere', async () => {
    const elsewhere = temporaryFolder(bad);
    const { findings } = await reportOf(temporaryFolder(), [
      join(elsewhere, 'infra'),
      '-p',
      join(elsewhere, 'policies'),
    ]);
    expect(findings.map((one) => one.place.file)).toEqual([`${elsewhere}/infra/main.json`]);
  });

  it('takes several policy sources, and paths after them', async () => {
    const folder = temporaryFolder({ ...bad, 'more/two.json': policy('two', 'low') });
    const { findings } = await reportOf(folder, ['-p', 'policies', '-p', 'more', 'infra']);
    expect(findings.map((one) => one.policy.name)).toEqual(['one', 'two']);
  });

  it('knows where it is deployed to', async () => {
    const folder = temporaryFolder({
      ...bad,
      'landguard.yaml': 'target: { subscriptionId: s1 }\ntargets: [{ path: infra, resourceGroup: g1 }]',
    });
    const id = async (...args: string[]) =>
      (await reportOf(folder, ['infra', '-p', 'policies', ...args])).findings[0]!.resource.id;
    expect(await id()).toContain('/subscriptions/s1/resourceGroups/g1/');
    expect(await id('--subscription', 's2', '--resource-group', 'g2')).toContain(
      '/subscriptions/s2/resourceGroups/g2/',
    );
  });

  it('says the same thing about a file once', async () => {
    const files = {
      'a.json': template(storage()),
      'b.json': template(storage()),
      'policies/one.json': policy('one', 'low'),
    };
    const { diagnostics } = await reportOf(temporaryFolder({ ...files, 'p.json': '{"parameters": {' }), [
      'a.json',
      'b.json',
      '--parameters',
      'p.json',
      '-p',
      'policies',
    ]);
    expect(diagnostics.filter((one) => one.code === 'LG1001')).toHaveLength(1);
  });

  it('says what is wrong in a parameter file', async () => {
    const files = { ...bad, 'p.json': '{"parameters": {"x": 3}}' };
    const { diagnostics, exitCode } = await reportOf(temporaryFolder(files), [
      'infra',
      '-p',
      'policies',
      '--parameters',
      'p.json',
    ]);
    expect(diagnostics).toMatchObject([{ code: 'LG2022', file: 'p.json' }]);
    expect(exitCode).toBe(2);
  });

  it('is left out by exclusions, with the day they end on', async () => {
    const exclusion = (expires: string) =>
      `exclusions: [{ policy: one, reason: known, expires: ${expires} }]`;
    const run = async (expires: string) =>
      (
        await reportOf(temporaryFolder({ ...bad, 'landguard.yaml': exclusion(expires) }), [
          'infra',
          '-p',
          'policies',
        ])
      ).summary;
    expect(await run('2026-06-15')).toMatchObject({ denied: 0, excluded: 1 });
    expect(await run('2026-06-14')).toMatchObject({ denied: 1, excluded: 0 });
  });
});
