import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import { cli, ensureBuilt, root } from './run-cli.case.ts';

const example = `${root}examples/landing-zone`;

function landguard(args: readonly string[], cwd = example, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANDGUARD_LIBRARY: temporaryFolder(), ...env },
  });
  return { status, stdout, stderr };
}

describe('the program that npm installs', () => {
  beforeAll(ensureBuilt);

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
