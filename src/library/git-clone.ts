import { execFile } from 'node:child_process';

/** Brings a shallow clone of a repository into an empty folder. Throws {@link GitProblem}. */
export async function gitClone(
  address: string,
  folder: string,
  timeoutMs: number = gitTimeoutMs,
): Promise<string> {
  await git([...safeOptions, 'clone', ...cloneOptions, '--', address, folder], timeoutMs);
  const commit = await git([...safeOptions, '-C', folder, 'rev-parse', 'HEAD'], timeoutMs);
  return commit.trim();
}

/** Brings all of a repository, its tags included and no work tree, into an empty folder. Throws {@link GitProblem}. */
export async function gitCloneWithTags(address: string, folder: string): Promise<void> {
  // Not the default branch alone: a version may have been tagged where no branch leads.
  const options = ['--quiet', '--bare', '--no-single-branch', '--no-recurse-submodules', '--template='];
  await git([...safeOptions, 'clone', ...options, '--', address, folder], wholeCloneTimeoutMs);
}

/** git is missing, or refused; the message is for people. */
export class GitProblem extends Error {}

const gitTimeoutMs = 10 * 60 * 1000;
const wholeCloneTimeoutMs = 60 * 60 * 1000;
const outputBytesMax = 1024 * 1024;

const safeOptions = [
  '-c',
  'core.symlinks=false',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'protocol.ext.allow=never',
];

const cloneOptions = [
  '--quiet',
  '--depth',
  '1',
  '--single-branch',
  '--no-tags',
  '--no-recurse-submodules',
  '--template=',
];

function git(options: readonly string[], timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const settings = {
      env: gitEnvironment(process.env),
      timeout: timeoutMs,
      maxBuffer: outputBytesMax,
      windowsHide: true,
    };
    execFile('git', options, settings, (error, output, messages) => {
      if (error === null) resolve(output);
      else reject(new GitProblem(problemOf(error, messages, timeoutMs)));
    });
  });
}

/** The environment for git: it never asks, and what a surrounding git command (a hook) has set does not reach it. */
export function gitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(env).filter(([name]) => !ofOneRepository.has(name));
  return {
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
    ...Object.fromEntries(inherited),
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ALLOW_PROTOCOL: 'https:ssh:file',
    GIT_LFS_SKIP_SMUDGE: '1',
    GCM_INTERACTIVE: 'never',
    LC_ALL: 'C',
  };
}

/** What `git rev-parse --local-env-vars` lists: variables that tie git to one repository. */
const ofOneRepository: ReadonlySet<string> = new Set([
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_CONFIG',
  'GIT_CONFIG_PARAMETERS',
  'GIT_DIR',
  'GIT_GRAFT_FILE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_NAMESPACE',
  'GIT_NO_REPLACE_OBJECTS',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
]);

function problemOf(
  error: Error & { code?: unknown; killed?: boolean },
  messages: string,
  timeoutMs: number,
): string {
  if (error.code === 'ENOENT') return 'git is not installed, or not on the path';
  if (error.killed) return `git did not finish within ${timeoutMs / 1000} seconds`;
  const said = messages.trim().split('\n').at(-1) ?? '';
  return `git said: ${said === '' ? error.message : said.replace(/^fatal: /, '')}`;
}
