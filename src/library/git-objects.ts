import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { GitProblem, gitEnvironment } from './git-clone.ts';

/**
 * What a clone on this machine holds, with a work tree or without. Nothing is fetched and nothing of the clone is run: a partial clone
 * does not bring what it lacks, because no protocol is allowed (git(1), GIT_ALLOW_PROTOCOL).
 */
export interface GitObjects {
  /** The commit that is checked out; `undefined` in an empty repository. */
  head(): Promise<string | undefined>;
  /** The names of all tags. */
  tags(): Promise<string[]>;
  /** The files of these names, as `refs/tags/<tag>:<path>`, one by one in this order. */
  read(names: readonly string[]): AsyncGenerator<GitObject>;
}

/** `bytes` is `undefined` when there is no such file, or it is larger than the limit. */
export interface GitObject {
  readonly name: string;
  readonly exists: boolean;
  readonly bytes: Buffer | undefined;
}

/** Opens the repository of a folder; `undefined` when the folder itself is none, even inside of another one. */
export async function openGitObjects(folder: string, bytesMax: number): Promise<GitObjects | undefined> {
  const settings = { cwd: resolve(folder), env: localEnvironment(folder), windowsHide: true };
  const run = async (...options: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)('git', [...safeOptions, ...options], {
      ...settings,
      maxBuffer: tagBytesMax,
    });
    return stdout;
  };
  try {
    if ((await run('rev-parse', '--show-prefix')).trim() !== '') return undefined;
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new GitProblem('git is not installed, or not on the path');
    if (stderr?.includes('not a git repository')) return undefined;
    throw new GitProblem(
      `git said: ${
        stderr
          ?.trim()
          .split('\n')[0]
          ?.replace(/^fatal: /, '') ?? String(error)
      }`,
    );
  }
  return {
    head: async () => {
      const commit = await run('rev-parse', '--verify', '--quiet', 'HEAD').catch(() => '');
      return commit.trim() || undefined;
    },
    tags: async () => {
      const names = await run('for-each-ref', '--format=%(refname:strip=2)', 'refs/tags');
      return names.split('\n').filter((name) => name !== '');
    },
    read: (names) => {
      const child = spawn('git', [...safeOptions, 'cat-file', '--batch', '--buffer'], {
        ...settings,
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      return readBatch(child, child.stdin, child.stdout, names, bytesMax);
    },
  };
}

const tagBytesMax = 64 * 1024 * 1024;
const headerBytesMax = 16 * 1024;
const safeOptions = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath='];

function localEnvironment(folder: string): NodeJS.ProcessEnv {
  return {
    ...gitEnvironment(process.env),
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_CEILING_DIRECTORIES: dirname(resolve(folder)),
    GIT_OPTIONAL_LOCKS: '0',
  };
}

/** Reads what `git cat-file --batch` answers: `<id> blob <size>`, the content and a line feed, or `<name> missing` and the like. */
async function* readBatch(
  child: ChildProcess,
  input: NodeJS.WritableStream,
  output: Readable,
  names: readonly string[],
  bytesMax: number,
): AsyncGenerator<GitObject> {
  const exit = once(child, 'close').catch(() => undefined);
  // A process that ends early is noticed by what it did not answer.
  input.on('error', () => undefined);
  input.end(`${names.join('\n')}\n`);
  const reader = new ByteReader(output);
  try {
    for (const name of names) {
      const header = await reader.line(headerBytesMax);
      const size = /^[0-9a-f]{40,64} blob (\d{1,15})$/.exec(header)?.[1];
      if (size === undefined) {
        await skipOther(header, reader);
        yield { name, exists: false, bytes: undefined };
      } else {
        const bytes = await reader.take(Number(size), bytesMax);
        await reader.take(1, 1);
        yield { name, exists: true, bytes };
      }
    }
  } finally {
    // What was not read yet would keep the process from closing.
    output.destroy();
    child.kill();
    await exit;
  }
}

/** A folder or commit of that name has a content too, which must not be taken for the next answer. */
async function skipOther(header: string, reader: ByteReader): Promise<void> {
  const size = /^[0-9a-f]{40,64} \w+ (\d{1,15})$/.exec(header)?.[1];
  if (size !== undefined) await reader.take(Number(size) + 1, 0);
}

/** Takes lines and counted bytes from a stream. Throws {@link GitProblem} when it ends before. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async line(bytesMax: number): Promise<string> {
    let end = this.#rest.indexOf(lineFeed);
    while (end === -1) {
      if (this.#rest.length > bytesMax) throw new GitProblem('git answered with a line that has no end');
      this.#rest = Buffer.concat([this.#rest, await this.#next()]);
      end = this.#rest.indexOf(lineFeed);
    }
    const line = this.#rest.toString('utf8', 0, end);
    this.#rest = this.#rest.subarray(end + 1);
    return line;
  }

  /** The next bytes; `undefined` when they are more than may be kept: they are passed over then. */
  async take(count: number, bytesMax: number): Promise<Buffer | undefined> {
    const kept: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      if (this.#rest.length === 0) this.#rest = await this.#next();
      const part = this.#rest.subarray(0, missing);
      if (count <= bytesMax) kept.push(part);
      missing -= part.length;
      this.#rest = this.#rest.subarray(part.length);
    }
    return count <= bytesMax ? Buffer.concat(kept, count) : undefined;
  }

  async #next(): Promise<Buffer> {
    const { value, done } = await this.#chunks.next();
    if (done) throw new GitProblem('git ended before it had answered');
    return value;
  }
}

const lineFeed = 0x0a;
