import { gunzipSync } from 'node:zlib';
import { defaultSourceLimits, isJsonFile, type SourceLimits } from '../files/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';
import { type ArchiveContent, ArchiveRefusal, smallBytes } from './archive-entry.ts';
import { readTar } from './tar-reader.ts';
import { readZip } from './zip-reader.ts';

export type ArchiveFormat = 'zip' | 'tar' | 'tar.gz';

/** The format of an archive by its content; `undefined` when it is none that is read here. */
export function archiveFormatOf(bytes: Buffer): ArchiveFormat | undefined {
  const signature = bytes.length >= 4 ? bytes.readUInt32LE(0) : 0;
  if (signature === 0x04034b50 || signature === 0x06054b50) return 'zip';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'tar.gz';
  return bytes.toString('latin1', 257, 262) === 'ustar' ? 'tar' : undefined;
}

/**
 * Reads the JSON files of an archive into memory; nothing is written to disk. An archive with one entry that is refused is refused
 * as a whole.
 */
export function readArchive(
  bytes: Buffer,
  path: string,
  limits: SourceLimits = defaultSourceLimits,
): { content: ArchiveContent } | { refusal: Diagnostic } {
  try {
    const format = archiveFormatOf(bytes);
    if (format === undefined) throw new ArchiveRefusal('', 'it is not a .zip, .tar or .tar.gz archive');
    if (format === 'zip') return { content: readZip(bytes, isJsonFile, limits) };
    return { content: readTar(format === 'tar' ? bytes : unzip(bytes, limits), isJsonFile, limits) };
  } catch (error) {
    if (!(error instanceof ArchiveRefusal)) throw error;
    return {
      refusal: diagnostic(
        'LG4004',
        { entry: error.entry === '' ? path : error.entry, problem: error.message },
        path,
      ),
    };
  }
}

function unzip(bytes: Buffer, { ratioMax, totalBytesMax }: SourceLimits): Buffer {
  const byRatio = Math.max(bytes.length * ratioMax, smallBytes);
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.min(byRatio, totalBytesMax) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE')
      throw new ArchiveRefusal('', 'it is damaged');
    const isRatio = byRatio < totalBytesMax;
    throw new ArchiveRefusal(
      '',
      isRatio ? `it is compressed more than 1:${ratioMax}` : `it has more than ${totalBytesMax} bytes`,
    );
  }
}
