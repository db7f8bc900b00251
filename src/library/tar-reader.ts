import type { SourceFile, SourceLimits } from '../files/index.ts';
import { type ArchiveContent, ArchiveGuard, ArchiveRefusal } from './archive-entry.ts';

/**
 * Reads a tar archive: ustar with pax records and GNU long names (POSIX.1-2017, pax, "ustar Interchange Format"). Links and devices
 * are refused. Files that `wanted` does not name are checked and left out.
 */
export function readTar(
  bytes: Buffer,
  wanted: (path: string) => boolean,
  limits: SourceLimits,
): ArchiveContent {
  const guard = new ArchiveGuard(limits);
  const files: SourceFile[] = [];
  let commit: string | undefined;
  let next: { path?: string; size?: number } = {};
  let count = 0;
  for (let at = 0; at + blockBytes <= bytes.length; ) {
    const header = bytes.subarray(at, at + blockBytes);
    if (header.every((byte) => byte === 0)) return { files, commit };
    const name = next.path ?? nameOf(header);
    guard.count(name, ++count);
    checkSum(header, name);
    const size = next.size ?? octal(header, 124, 12, name);
    const start = at + blockBytes;
    const type = String.fromCharCode(header[156]!);
    const isMeta = 'xgL'.includes(type);
    const path = guard.admit(isMeta ? `${type}${count}` : name, size);
    if (start + size > bytes.length) throw new ArchiveRefusal(name, 'the archive ends inside it');
    const content = bytes.subarray(start, start + size);
    if (isMeta) {
      if (size > metaBytesMax) throw new ArchiveRefusal(name, 'its extended header is too long');
      const records = type === 'L' ? { path: textUntilNul(content) } : paxRecords(content, name);
      if (type === 'g') commit = commitOf(records.comment) ?? commit;
      else next = { ...next, ...pick(records, name) };
    } else {
      next = {};
      if (type === '0' || type === '\0') {
        if (wanted(path)) files.push({ path, bytes: content });
      } else if (type !== '5')
        throw new ArchiveRefusal(name, kinds[type] ?? `its type \`${type}\` is not a file or a folder`);
    }
    at = start + Math.ceil(size / blockBytes) * blockBytes;
  }
  // Some writers leave out the two blocks of zeros; anything else that is left is a torn archive.
  if (bytes.length % blockBytes !== 0 || count === 0)
    throw new ArchiveRefusal('', 'the archive is not complete');
  return { files, commit };
}

const blockBytes = 512;
const metaBytesMax = 1024 * 1024;
const kinds: Readonly<Record<string, string>> = {
  '1': 'it is a hard link',
  '2': 'it is a symbolic link',
  '3': 'it is a device',
  '4': 'it is a device',
  '6': 'it is a pipe',
  K: 'it is a link',
};

function nameOf(header: Buffer): string {
  const name = textUntilNul(header.subarray(0, 100));
  const isUstar = header.toString('latin1', 257, 262) === 'ustar';
  // GNU tar writes other fields where ustar has the prefix, and says so by a blank after the magic.
  const prefix = isUstar && header[262] === 0 ? textUntilNul(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function checkSum(header: Buffer, name: string): void {
  let sum = 0;
  for (let at = 0; at < blockBytes; at++) sum += at >= 148 && at < 156 ? 0x20 : header[at]!;
  if (sum !== octal(header, 148, 8, name)) throw new ArchiveRefusal(name, 'its header is damaged');
}

function octal(header: Buffer, start: number, length: number, name: string): number {
  const text = header
    .toString('latin1', start, start + length)
    .replace(/[\0 ]+$/, '')
    .trimStart();
  if (!/^[0-7]+$/.test(text)) throw new ArchiveRefusal(name, 'its header is damaged');
  return Number.parseInt(text, 8);
}

function textUntilNul(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end === -1 ? bytes.length : end);
}

/** Records of the form `<length> <key>=<value>\n`, the length counting the whole record. */
function paxRecords(content: Buffer, name: string): Record<string, string> {
  const records: Record<string, string> = Object.create(null);
  for (let at = 0; at < content.length; ) {
    const blank = content.indexOf(0x20, at);
    const length = blank === -1 ? Number.NaN : Number(content.toString('latin1', at, blank));
    const equals = content.indexOf(0x3d, blank);
    const end = at + length;
    if (
      !Number.isSafeInteger(length) ||
      equals === -1 ||
      equals >= end ||
      end > content.length ||
      content[end - 1] !== 0x0a
    ) {
      throw new ArchiveRefusal(name, 'its extended header is damaged');
    }
    records[content.toString('utf8', blank + 1, equals)] = content.toString('utf8', equals + 1, end - 1);
    at = end;
  }
  return records;
}

function pick(records: Record<string, string>, name: string): { path?: string; size?: number } {
  if (records.linkpath !== undefined) throw new ArchiveRefusal(name, 'it is a link');
  if (Object.keys(records).some((key) => key.startsWith('GNU.sparse')))
    throw new ArchiveRefusal(name, 'it is a sparse file');
  return {
    ...(records.path === undefined ? {} : { path: records.path }),
    ...(records.size === undefined ? {} : { size: Number(records.size) }),
  };
}

function commitOf(comment: string | undefined): string | undefined {
  return comment !== undefined && /^[0-9a-f]{40,64}$/.test(comment) ? comment : undefined;
}
