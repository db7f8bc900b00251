import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';

/** How the connection is made safe (PostgreSQL's documentation, section 34.19.1). */
export interface ServerTls {
  readonly options: ConnectionOptions;
  /** Goes on without, where the server has no TLS. */
  readonly optional: boolean;
}

/** A server, as DATABASE_URL names it. */
export interface ServerAddress {
  /** For the driver; holds the password, and nothing of TLS. */
  readonly connectionString: string;
  /** `undefined`: plain text. */
  readonly tls: ServerTls | undefined;
}

const modes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];

/**
 * Reads DATABASE_URL; a text is what is wrong with it, without its password. `sslmode` means what it means to PostgreSQL's own programs, of which `prefer`
 * is the default; a `sslrootcert` makes `require` check the certificate.
 */
export function parseServerAddress(text: string): ServerAddress | string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return 'it is not an address';
  }
  if (url.protocol !== 'postgresql:' && url.protocol !== 'postgres:')
    return `it begins with \`${url.protocol}\`, not with \`postgresql:\``;
  const mode = url.searchParams.get('sslmode') ?? 'prefer';
  if (!modes.includes(mode)) return `\`sslmode\` is one of ${modes.join(', ')}`;
  const files = { ca: 'sslrootcert', cert: 'sslcert', key: 'sslkey' };
  const read: Partial<Record<keyof typeof files, string>> = {};
  for (const [option, parameter] of Object.entries(files) as [keyof typeof files, string][]) {
    const file = url.searchParams.get(parameter);
    url.searchParams.delete(parameter);
    if (file === null || mode === 'disable' || (parameter === 'sslrootcert' && file === 'system')) continue;
    try {
      read[option] = readFileSync(file, 'utf8');
    } catch {
      return `the file of \`${parameter}\` cannot be read`;
    }
  }
  url.searchParams.delete('sslmode');
  return { connectionString: url.href, tls: tlsOf(mode, read) };
}

/** A server as people see it: neither user nor password. */
export function shownServer(text: string): string {
  try {
    const { protocol, host, pathname } = new URL(text);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

function tlsOf(mode: string, files: Pick<ConnectionOptions, 'ca' | 'cert' | 'key'>): ServerTls | undefined {
  if (mode === 'disable') return undefined;
  const optional = mode === 'allow' || mode === 'prefer';
  if (mode === 'verify-full') return { options: files, optional };
  const checks = mode === 'verify-ca' || (mode === 'require' && files.ca !== undefined);
  if (checks) return { options: { ...files, checkServerIdentity: () => undefined }, optional };
  return { options: { ...files, rejectUnauthorized: false }, optional };
}
