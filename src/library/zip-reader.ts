import { crc32, inflateRawSync } from 'node:zlib';
import type { SourceFile, SourceLimits } from '../files/index.ts';
import { type ArchiveContent, ArchiveGuard, ArchiveRefusal } from './archive-entry.ts';

/**
 * Reads a zip archive by its central directory: stored and deflated entries (PKWARE APPNOTE 6.3.10, 4.3). Encrypted entries, zip64,
 * several disks and links are refused, and so is an entry whose local header tells another story than the directory.
 */
export function readZip(
  bytes: Buffer,
  wanted: (path: string) => boolean,
  limits: SourceLimits,
): ArchiveContent {
  const guard = new ArchiveGuard(limits);
  const end = endOfDirectory(bytes);
  const files: SourceFile[] = [];
  let at = end.start;
  for (let number = 1; number <= end.count; number++) {
    if (at + 46 > end.at || bytes.readUInt32LE(at) !== 0x02014b50) {
      throw new ArchiveRefusal(`entry ${number}`, 'the directory of the archive is damaged');
    }
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const name = decodeName(bytes.subarray(at + 46, nameEnd));
    guard.count(name, number);
    const entry = readEntry(bytes, at, name);
    const path = guard.admit(name, entry.size);
    guard.ratio(name, entry.compressed, entry.size);
    const content = locate(bytes, entry, name, end.start);
    if (!path.endsWith('/') && wanted(path)) files.push({ path, bytes: unpack(content, entry, name) });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  const comment = bytes.toString('latin1', end.at + 22);
  return { files, commit: /^[0-9a-f]{40,64}$/.test(comment) ? comment : undefined };
}

interface ZipEntry {
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

function endOfDirectory(bytes: Buffer): { at: number; start: number; count: number } {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (bytes.readUInt32LE(at) !== 0x06054b50 || at + 22 + bytes.readUInt16LE(at + 20) !== bytes.length)
      continue;
    const count = bytes.readUInt16LE(at + 10);
    const start = bytes.readUInt32LE(at + 16);
    const isZip64 = count === 0xffff || start === 0xffffffff;
    if (isZip64) throw new ArchiveRefusal('', 'archives in the zip64 format are not read');
    if (bytes.readUInt16LE(at + 4) !== 0 || bytes.readUInt16LE(at + 8) !== count) {
      throw new ArchiveRefusal('', 'the archive is one of several parts');
    }
    if (start + bytes.readUInt32LE(at + 12) !== at)
      throw new ArchiveRefusal('', 'the directory of the archive is damaged');
    return { at, start, count };
  }
  throw new ArchiveRefusal('', 'the archive is not complete');
}

function readEntry(bytes: Buffer, at: number, name: string): ZipEntry {
  const mode = bytes.readUInt32LE(at + 38) >>> 16;
  const madeBy = bytes[at + 5];
  if (madeBy === 3 && (mode & 0o170000) === 0o120000) throw new ArchiveRefusal(name, 'it is a symbolic link');
  const flags = bytes.readUInt16LE(at + 8);
  if ((flags & 0x2041) !== 0) throw new ArchiveRefusal(name, 'it is encrypted');
  return {
    flags,
    method: bytes.readUInt16LE(at + 10),
    checksum: bytes.readUInt32LE(at + 16),
    compressed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
}

/** The compressed bytes of an entry. */
function locate(bytes: Buffer, entry: ZipEntry, name: string, directory: number): Buffer {
  const { offset, compressed } = entry;
  if (offset + 30 > directory || bytes.readUInt32LE(offset) !== 0x04034b50) {
    throw new ArchiveRefusal(name, 'its header is damaged');
  }
  const nameEnd = offset + 30 + bytes.readUInt16LE(offset + 26);
  const start = nameEnd + bytes.readUInt16LE(offset + 28);
  if (start + compressed > directory) throw new ArchiveRefusal(name, 'the archive ends inside it');
  const sameStory =
    decodeName(bytes.subarray(offset + 30, nameEnd)) === name &&
    bytes.readUInt16LE(offset + 8) === entry.method;
  if (!sameStory) throw new ArchiveRefusal(name, 'its header and the directory of the archive differ');
  return bytes.subarray(start, start + compressed);
}

function unpack(content: Buffer, { method, size, checksum }: ZipEntry, name: string): Buffer {
  if (method !== 0 && method !== 8)
    throw new ArchiveRefusal(name, `its compression method ${method} is not read`);
  const plain = method === 0 ? content : inflate(content, size, name);
  if (plain.length !== size || crc32(plain) !== checksum) throw new ArchiveRefusal(name, 'it is damaged');
  return plain;
}

function inflate(content: Buffer, size: number, name: string): Buffer {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new ArchiveRefusal(name, 'it is damaged');
  }
}

function decodeName(bytes: Buffer): string {
  // Without the UTF-8 flag names are in code page 437, which has the same ASCII; others are only ever shown.
  return bytes.toString('utf8');
}
