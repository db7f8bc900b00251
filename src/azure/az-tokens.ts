import { execFile } from 'node:child_process';
import { isObject } from '../kernel/index.ts';
import { AzureError } from './azure-error.ts';
import type { Clock } from './clock.ts';
import { type AccessToken, type TokenReader, unstatedLifeMs } from './token-source.ts';

/** What the Azure CLI is started with. */
export interface AzSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly clock: Pick<Clock, 'now'>;
  /** The tenant to sign in to; the one that az is signed in to unless stated. */
  readonly tenant?: string | undefined;
  readonly timeoutMs?: number;
}

const azTimeoutMs = 60_000;
const outputBytesMax = 1024 * 1024;

/** Takes the sign-in of the Azure CLI (`az login`), by `az account get-access-token` (docs-ref-conceptual/azure-cli). */
export function azTokens(surroundings: AzSurroundings): TokenReader {
  return async (resource, signal) => {
    const { tenant } = surroundings;
    const options = tenant === undefined ? [] : ['--tenant', tenant];
    const output = await az(
      ['account', 'get-access-token', '--resource', resource, ...options, '-o', 'json'],
      surroundings,
      signal,
    );
    return readOutput(output, surroundings.clock.now());
  };
}

function az(
  options: readonly string[],
  { env, platform, timeoutMs = azTimeoutMs }: AzSurroundings,
  signal: AbortSignal | undefined,
): Promise<string> {
  // On Windows az is a batch file, which only the command interpreter can start; no part of the line comes from outside.
  const [program, ...before] = platform === 'win32' ? ['cmd.exe', '/d', '/c', 'az'] : ['az'];
  return new Promise((resolve, reject) => {
    const settings = {
      env: env as NodeJS.ProcessEnv,
      timeout: timeoutMs,
      maxBuffer: outputBytesMax,
      windowsHide: true,
      ...(signal === undefined ? {} : { signal }),
    };
    execFile(program!, [...before, ...options], settings, (error, output, messages) => {
      if (error === null) resolve(output);
      else if (signal?.aborted === true) reject(signal.reason as Error);
      else reject(new AzureError('sign-in', problemOf(error, messages, timeoutMs)));
    });
  });
}

function problemOf(
  error: Error & { code?: unknown; killed?: boolean },
  messages: string,
  timeoutMs: number,
): string {
  if (error.code === 'ENOENT') return 'the Azure CLI is not installed, or not on the path';
  if (error.killed) return `the Azure CLI did not answer within ${timeoutMs / 1000} seconds`;
  const said = /^ERROR:\s*(.{1,200})/m.exec(messages)?.[1];
  return `the Azure CLI gives no token: ${said ?? 'sign in with az login'}`;
}

function readOutput(output: string, now: number): AccessToken {
  let value: unknown;
  try {
    value = JSON.parse(output);
  } catch {
    value = undefined;
  }
  const token = isObject(value) ? value.accessToken : undefined;
  if (!isObject(value) || typeof token !== 'string' || token === '')
    throw new AzureError('sign-in', 'the Azure CLI printed something else than a token');
  return { token, expiresOn: expiryOf(value) ?? now + unstatedLifeMs };
}

/** `expires_on` is there from az 2.54 on; `expiresOn` is in the time zone of this machine. */
function expiryOf({ expires_on: seconds, expiresOn: local }: Record<string, unknown>): number | undefined {
  if (typeof seconds === 'number') return seconds * 1000;
  const date = typeof local === 'string' ? Date.parse(local.replace(' ', 'T')) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}
