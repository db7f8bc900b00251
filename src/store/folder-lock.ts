import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { processStart } from './process-identity.ts';
import { StoreError } from './store-error.ts';

/** Who holds a lock. */
interface Holder {
  /** Names this holding of the lock, and no other. */
  readonly token: string;
  readonly pid: number;
  /** When the process was started, see `processStart`. */
  readonly start: string;
  readonly host: string;
}

/** A lock that is held. */
export interface FolderLock {
  release(): void;
}

const retryMs = 100;

/**
 * Takes the lock file `path`, so that one process at a time has what it guards. Waits up to `waitMs` while another process holds it, then throws a
 * `StoreError` that names it. The lock of a process that is dead is taken over; of a process on another machine nobody can tell, so its lock stands.
 */
export async function lockFolder(path: string, waitMs: number): Promise<FolderLock> {
  const own: Holder = {
    token: randomUUID(),
    pid: process.pid,
    start: processStart(process.pid) ?? '',
    host: hostname(),
  };
  for (let waitedMs = 0; ; waitedMs += retryMs) {
    if (tryLock(path, own, 0)) return { release: () => release(path, own) };
    if (waitedMs >= waitMs) throw new StoreError('locked', describe(readHolder(path), path));
    await sleep(retryMs);
  }
}

const takeoverDepthMax = 4;

/**
 * A stale lock is replaced under a second lock that is named after it, so that of all who find it stale one replaces it, and none replaces a lock that is
 * no longer the stale one. The second lock is a lock like the first: whoever dies with it leaves a stale one.
 */
function tryLock(path: string, own: Holder, depth: number): boolean {
  if (create(path, own)) return true;
  const holder = readHolder(path);
  if (holder === undefined || depth > takeoverDepthMax || !isStale(holder)) return false;
  const takeover = `${path}.${holder.token}`;
  if (!tryLock(takeover, own, depth + 1)) return false;
  try {
    if (readHolder(path)?.token !== holder.token) return false;
    const claim = writeClaim(path, own);
    renameSync(claim, path);
    return true;
  } finally {
    release(takeover, own);
  }
}

/** A link comes to be with its content or not at all, and never over another file. */
function create(path: string, own: Holder): boolean {
  const claim = writeClaim(path, own);
  try {
    linkSync(claim, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(claim, { force: true });
  }
}

function writeClaim(path: string, own: Holder): string {
  const claim = `${path}.claim-${randomUUID()}`;
  writeFileSync(claim, `${JSON.stringify(own)}\n`);
  return claim;
}

/** Released by whoever took it over, if the process was thought dead; then it is not ours to remove. */
function release(path: string, own: Holder): void {
  if (readHolder(path)?.token === own.token) rmSync(path, { force: true });
}

function isStale({ pid, start, host }: Holder): boolean {
  return host === hostname() && processStart(pid) !== start;
}

/** `undefined`: there is no lock any more, or one that is not ours to judge. */
function readHolder(path: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { token, pid, start, host } = JSON.parse(text) as Record<string, unknown>;
    if (typeof token !== 'string' || !/^[\w-]{1,64}$/.test(token)) return undefined;
    if (typeof pid !== 'number' || typeof start !== 'string' || typeof host !== 'string') return undefined;
    return { token, pid, start, host };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function describe(holder: Holder | undefined, path: string): string {
  if (holder === undefined) return `\`${path}\` does not say who has it open; remove it if nobody does`;
  const { pid, host } = holder;
  if (host === hostname()) return `process ${pid} has it open`;
  return `process ${pid} on \`${host}\` has it open; remove \`${path}\` if that machine is gone`;
}
