import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { processSurroundings } from '../../src/cli/surroundings.ts';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import { reportOf, root, runCli } from './run-cli.case.ts';

const example = `${root}examples/landing-zone`;

function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap((one) => allCommands(one as Command))];
}

describe('help', () => {
  const program = buildProgram(processSurroundings(), () => {});
  const named = allCommands(program).map((command): [string, Command] => {
    const names = [];
    for (let at: Command | null = command; at?.parent; at = at.parent as Command | null)
      names.unshift(at.name());
    return [names.join(' '), command];
  });

  it.each(named)('of `%s` says what it is for, with examples', async (path, command) => {
    const { stdout, exitCode } = await runCli(root, [
      ...path.split(' ').filter((one) => one !== ''),
      '--help',
    ]);
    expect(exitCode).toBe(0);
    expect(command.description().length).toBeGreaterThan(10);
    expect(command.description()).not.toMatch(/\.$/);
    expect(stdout.replace(/\s+/g, ' ')).toContain(command.description());
    expect(stdout).toMatch(/\nExamples:\n {2}[$>] /);
    for (const option of command.options) expect(option.description, option.flags).not.toBe('');
    for (const argument of command.registeredArguments)
      expect(argument.description, argument.name()).not.toBe('');
    for (const line of stdout.split('\n')) expect(line.trimEnd().length, line).toBeLessThanOrEqual(121);
  });

  it('is what one gets who says nothing', async () => {
    const { stdout, exitCode } = await runCli(root, []);
    expect(stdout).toContain('Usage: landguard');
    expect(exitCode).toBe(2);
  });
});

describe('completion', () => {
  const scriptOf = async (shell: string) => (await runCli(root, ['completion', shell])).stdout;

  it.each(['bash', 'zsh', 'fish', 'powershell'])('knows every command and option in %s', async (shell) => {
    const script = await scriptOf(shell);
    for (const word of [
      'check',
      'explain',
      'expand',
      'library',
      'facts',
      'import',
      'policies',
      'management-group',
    ])
      expect(script).toContain(word);
  });

  it.each<[string[], string[]]>([
    [['landguard', 'library', 'a'], ['add']],
    [['landguard', 'ch'], ['check']],
    [['landguard', 'check', '--man'], ['--management-group']],
    [['landguard', 'check', 'infra', '--po'], ['--policies']],
    [
      ['landguard', 'library', ''],
      ['add', 'update', 'remove', 'list', 'show'],
    ],
    [['landguard', 'facts', 'import', '--'], ['--to']],
    [['landguard', 'check', 'infra/m'], []],
  ])('completes %j in bash', async (words, expected) => {
    const quoted = words.map((word) => `'${word}'`).join(' ');
    const script = `${await scriptOf('bash')}
COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _landguard; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-u', '-c', script], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.split('\n').filter((line) => line !== '')).toEqual(expected);
  });

  it.each([
    ['zsh', ['-n']],
    ['fish', ['--no-execute']],
  ])('can be read by %s, where there is one', async (shell, flags) => {
    const { status, stderr, error } = spawnSync(shell, flags, {
      input: await scriptOf(shell),
      encoding: 'utf8',
    });
    if (error === undefined) expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('expand', () => {
  it('prints the resources in the format of bicep snapshot', async () => {
    const { stdout, exitCode } = await runCli(example, ['expand', 'workload/main.json']);
    const snapshot = JSON.parse(stdout);
    expect(Object.keys(snapshot)).toEqual(['predictedResources', 'diagnostics', 'outputs']);
    expect(snapshot.predictedResources.length).toBeGreaterThan(20);
    for (const resource of snapshot.predictedResources)
      expect(resource).toMatchObject({
        id: expect.any(String),
        type: expect.any(String),
        name: expect.any(String),
      });
    expect(exitCode).toBe(0);
  });

  it('takes the parameter file that is named', async () => {
    const args = ['expand', 'workload/main.json', '--parameters', 'workload/main.prod.parameters.json'];
    expect((await runCli(example, args)).stdout).toContain('app-contoso-shop-prod');
  });

  it('says what is wrong beside the result, not in it', async () => {
    const folder = temporaryFolder({
      'main.json': JSON.stringify({
        $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
        contentVersion: '1.0.0.0',
        resources: [{ type: 'A.B/c', apiVersion: '1', name: "[nope('x')]" }],
      }),
    });
    const { stdout, stderr, exitCode } = await runCli(folder, ['expand', 'main.json']);
    expect(JSON.parse(stdout).predictedResources).toHaveLength(1);
    expect(stderr).toContain('LG2005');
    expect(exitCode).toBe(2);
  });

  it('says that there is nothing', async () => {
    const { stdout, stderr, exitCode } = await runCli(temporaryFolder(), ['expand', 'nope.json']);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain('there is nothing at `nope.json`');
  });
});

describe('explain', () => {
  it('prints the evaluation behind the finding with that beginning', async () => {
    const { findings } = await reportOf(example, []);
    const finding = findings.find((one) => one.policy.name === 'storage-no-anonymous-blobs')!;
    for (const name of [
      finding.fingerprint,
      finding.fingerprint.slice(0, 10),
      finding.fingerprint.toUpperCase(),
    ]) {
      const { stdout, exitCode } = await runCli(example, ['explain', name]);
      expect(stdout).toContain('Storage accounts forbid anonymous access to blobs\n');
      expect(stdout).toContain(
        '+ field Microsoft.Storage/storageAccounts/allowBlobPublicAccess notEquals false',
      );
      expect(exitCode).toBe(0);
    }
    const { stdout } = await runCli(example, ['explain', finding.fingerprint, '--json']);
    expect(JSON.parse(stdout).evaluatedExpressions).toContainEqual(
      expect.objectContaining({ operator: 'NotEquals', targetValue: false, expressionValue: true }),
    );
  });

  it.each([
    ['0123456789abcdef', 'there is no finding `0123456789abcdef` in this check'],
    ['', '`` is the beginning of'],
  ])('says that %j is not one', async (name, text) => {
    const { stdout, stderr, exitCode } = await runCli(example, ['explain', name]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain(text);
  });

  it('says what kept the check from being made', async () => {
    const { stderr } = await runCli(temporaryFolder(), ['explain', 'abc', 'nope']);
    expect(stderr).toContain('LG5002');
  });
});

describe('library', () => {
  const definition = (name: string) =>
    JSON.stringify({
      name,
      properties: {
        displayName: `Rule ${name}`,
        mode: 'All',
        policyRule: { if: { field: 'type', equals: 'A.B/c' }, then: { effect: 'deny' } },
      },
    });
  const template = JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [{ type: 'A.B/c', apiVersion: '2020-01-01', name: 'x' }],
  });

  it('brings, lists, shows, updates and removes what is in a folder', async () => {
    const folder = temporaryFolder({ 'own/one.json': definition('one'), 'main.json': template });
    const library = (...args: string[]) => runCli(folder, ['library', ...args]);
    const from = join(folder, 'own');

    expect((await library('list')).stdout).toBe(
      'baseline       comes with landguard\nazure-policy   not here: landguard library add azure-policy\nalz            not here: landguard library add alz\nbicep-registry not here: landguard library add bicep-registry\n',
    );
    expect(await library('add', 'contoso', '--from', from)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('contoso        1 definition · added 2026-06-15 from'),
    });
    expect((await library('list')).stdout).toContain('contoso        1 definition');
    expect((await library('show', 'Rule one')).stdout).toContain('"name": "one"');
    expect(await library('show', 'onee')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('`one`'),
    });

    const { findings } = await reportOf(folder, ['-p', 'contoso']);
    expect(findings.map((one) => one.policy.name)).toEqual(['one']);
    expect((await reportOf(folder, ['-p', 'contoso:one'])).findings).toHaveLength(1);

    writeFileSync(join(from, 'two.json'), definition('two'));
    expect((await library('update', 'contoso')).stdout).toContain('2 definitions');
    expect(await library('remove', 'contoso')).toMatchObject({ exitCode: 0 });
    expect((await library('list')).stdout).not.toContain('contoso');
    expect(await library('remove', 'contoso')).toMatchObject({ exitCode: 2 });
    expect(await library('update', 'contoso')).toMatchObject({ exitCode: 2 });
  });

  it('may hold what is wrong, which is no mistake of its user', async () => {
    const wrong = JSON.stringify({
      name: 'wrong',
      properties: {
        displayName: 'Wrong',
        policyDefinitions: [{ policyDefinitionId: 'one', parameters: { effect: { value: 'deny' } } }],
      },
    });
    const one = JSON.parse(definition('one'));
    one.properties.parameters = { effect: { type: 'String', allowedValues: ['Deny'], defaultValue: 'Deny' } };
    const folder = temporaryFolder({
      'own/wrong.json': wrong,
      'own/one.json': JSON.stringify(one),
      'main.json': template,
    });
    await runCli(folder, ['library', 'add', 'contoso', '--from', join(folder, 'own')]);
    expect(await reportOf(folder, ['main.json', '-p', 'own'])).toMatchObject({
      exitCode: 2,
      diagnostics: [{ code: 'LG3006', level: 'error' }],
    });
    expect(await reportOf(folder, ['main.json', '-p', 'contoso'])).toMatchObject({
      exitCode: 1,
      diagnostics: [{ code: 'LG3006', level: 'warning' }],
    });
  });

  it('shows what comes with landguard', async () => {
    const { stdout, exitCode } = await runCli(temporaryFolder(), ['library', 'show', 'storage-min-tls']);
    expect(stdout).toContain('Storage accounts require TLS 1.2 or newer');
    expect(exitCode).toBe(0);
  });

  it.each([
    ['a folder that is not there', ['contoso', '--from', 'nope']],
    ['a name without an address', ['contoso']],
    ['a name that is a path', ['../x', '--from', '.']],
  ])('does not bring %s', async (_, args) => {
    const { exitCode, stderr } = await runCli(temporaryFolder(), ['library', 'add', ...args]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/error LG[45]\d\d\d/);
  });
});

describe('facts', () => {
  const providers = JSON.stringify([
    {
      namespace: 'Contoso.Things',
      resourceTypes: [
        {
          resourceType: 'things',
          apiVersions: ['2024-01-01'],
          capabilities: 'SupportsTags, SupportsLocation',
          aliases: [{ name: 'Contoso.Things/things/color', defaultPath: 'properties.color', paths: [] }],
        },
      ],
    },
  ]);
  const policy = JSON.stringify({
    name: 'color',
    properties: {
      mode: 'All',
      policyRule: { if: { field: 'Contoso.Things/things/color', equals: 'red' }, then: { effect: 'deny' } },
    },
  });
  const template = JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [
      { type: 'Contoso.Things/things', apiVersion: '2024-01-01', name: 'x', properties: { color: 'red' } },
    ],
  });

  it('are imported, and checks know the aliases then', async () => {
    const folder = temporaryFolder({
      'providers.json': providers,
      'p/color.json': policy,
      't/main.json': template,
    });
    const { stdout, exitCode } = await runCli(folder, ['facts', 'import', 'providers.json', '--to', 'own']);
    expect(stdout).toBe('1 aliases of 1 types in 1 namespaces; add `facts: own` to landguard.yaml\n');
    expect(exitCode).toBe(0);
    expect(existsSync(join(folder, 'own/resource-types.json'))).toBe(true);
    writeFileSync(join(folder, 'landguard.yaml'), 'facts: own\n');
    expect(readFileSync(join(folder, 'landguard.yaml'), 'utf8')).toContain('own');
    expect((await reportOf(folder, ['t', '-p', 'p'])).findings.map((one) => one.policy.name)).toEqual([
      'color',
    ]);
  });

  it.each([
    ['is not there', 'nope.json'],
    ['is not JSON', 'bad.json'],
    ['is something else', 'other.json'],
  ])('are not imported from a file that %s', async (_, file) => {
    const folder = temporaryFolder({ 'bad.json': '[', 'other.json': '{"a": 1}' });
    const { exitCode, stderr } = await runCli(folder, ['facts', 'import', file, '--to', 'own']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error LG');
  });
});
