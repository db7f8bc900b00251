/** A file as URI reference: relative ones are relative to the root of the sources. */
export interface FileUri {
  readonly uri: string;
  readonly uriBaseId?: '%SRCROOT%';
}

/**
 * The URI reference of a path, percent-encoded, with forward slashes
 * (SARIF 2.1.0 §3.4.3 and §3.10.2; RFC 8089 for absolute paths).
 */
export function fileUri(path: string): FileUri {
  const slashed = path.replaceAll('\\', '/');
  const drive = /^[A-Za-z]:(?=\/)/.exec(slashed)?.[0];
  if (drive !== undefined) return { uri: `file:///${drive}${encoded(slashed.slice(drive.length))}` };
  if (slashed.startsWith('//')) return { uri: `file:${encoded(slashed)}` };
  if (slashed.startsWith('/')) return { uri: `file://${encoded(slashed)}` };
  return { uri: encoded(slashed.replace(/^(\.\/+)+/, '')) || '.', uriBaseId: '%SRCROOT%' };
}

function encoded(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
}
