import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { gitClone, gitEnvironment } from './git-clone.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('git', () => {
  it('never asks, and knows nothing of the repository around it', () => {
    const env = gitEnvironment({
      PATH: '/bin',
      GIT_DIR: '/x/.git',
      GIT_WORK_TREE: '/x',
      GIT_INDEX_FILE: 'i',
      GIT_SSH_COMMAND: 'ssh -i key',
    });
    expect(env).toMatchObject({
      PATH: '/bin',
      GIT_SSH_COMMAND: 'ssh -i key',
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_NOSYSTEM: '1',
    });
    for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) expect(env).not.toHaveProperty(name);
    expect(env.GIT_ALLOW_PROTOCOL).toBe('https:ssh:file');
  });

  it('says that it is not installed', async () => {
    vi.stubEnv('PATH', temporaryFolder());
    await expect(gitClone('file:///x', join(temporaryFolder(), 'clone'))).rejects.toThrow(
      'git is not installed',
    );
  });

  it('says what is wrong with the repository', async () => {
    const empty = pathToFileURL(temporaryFolder()).href;
    await expect(gitClone(empty, join(temporaryFolder(), 'clone'))).rejects.toThrow(/^git said: /);
  });

  it('does not wait forever', async () => {
    await expect(gitClone('file:///x', join(temporaryFolder(), 'clone'), 1)).rejects.toThrow(
      /did not finish|git said/,
    );
  });
});
