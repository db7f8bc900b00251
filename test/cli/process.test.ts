import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import { cli, ensureBuilt, root } from './run-cli.case.ts';

const template = JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: [
    { type: 'Microsoft.Storage/storageAccounts', apiVersion: '2023-05-01', name: 'st', properties: {} },
  ],
});
const example = `${root}examples/landing-zone`;

function landguard(args: readonly string[], cwd = example, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANDGUARD_LIBRARY: temporaryFolder(), ...env },
  });
  return { status, stdout, stderr };
}

beforeAll(ensureBuilt);

describe('the program that npm installs', () => {
  it.each<[string[], number]>([
    [['check'], 1],
    [['check', '--fail-on', 'none'], 0],
    [['check', 'nope'], 2],
    [['check', '--nope'], 2],
    [['explain', 'ffff0000ffff0000'], 2],
    [['expand', 'workload/main.json'], 0],
    [['library', 'list'], 0],
    [['--version'], 0],
    [[], 2],
  ])('ends %j with %i', (args, status) => {
    expect(landguard(args).status).toBe(status);
  });

  it('finds its policies and facts from wherever it is started', () => {
    const { stdout, status } = landguard(['check', example, '-f', 'json'], temporaryFolder());
    expect(JSON.parse(stdout).summary).toMatchObject({ templates: 2, policies: 183 });
    expect(status).toBe(1);
  });

  it('prints no escape codes into a pipe, and colour when it must', () => {
    expect(landguard(['check']).stdout).not.toContain('\u001b');
    expect(landguard(['check'], example, { FORCE_COLOR: '1' }).stdout).toContain('\u001b[');
  });

  it.skipIf(process.platform === 'win32')('does not mind a reader that has seen enough', () => {
    const script = `"${process.execPath}" "${cli}" check --verbose | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: example, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(['0', '1']).toContain(stdout.trim().split('\n')[1]);
  });
});

describe('a file of 200 MB', () => {
  it.each([['.'], ['bad.json', 'good.json']])('is refused by its size, in little memory: %s', (...paths) => {
    const folder = temporaryFolder({ 'good.json': template });
    const file = openSync(join(folder, 'bad.json'), 'w');
    ftruncateSync(file, 200 * 1024 * 1024);
    closeSync(file);
    const peak = `process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS));`;
    const script = `process.argv.splice(1, 1); ${peak} await import(${JSON.stringify(`file://${cli}`)});`;
    const args = ['--input-type=module', '-e', script, 'x', 'landguard', 'check', ...paths];
    // The memory of whoever forks a process counts in its peak, so a small shell does it.
    const shell = ['-c', '"$@"; exit $?', 'sh', process.execPath, ...args];
    const { stdout, stderr, status } = spawnSync('sh', shell, { cwd: folder, encoding: 'utf8' });
    expect(stdout).toContain(
      'bad.json  error LG1002  the file has 209715200 bytes, more than the limit of 67108864',
    );
    expect(stdout).toContain('good.json:');
    expect(status).toBe(2);
    expect(Number(/peak (\d+)/.exec(stderr)![1])).toBeLessThan(200 * 1024);
  });
});
