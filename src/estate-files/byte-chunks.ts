import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { constants, createGunzip } from 'node:zlib';

const chunkBytes = 256 * 1024;

/**
 * The bytes of a file in UTF-8, chunk by chunk: unpacked when it is gzip, converted when it is UTF-16, whatever its name is. Of a file that is cut off, all
 * that is there is given before the error is thrown.
 */
export async function* byteChunks(path: string): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  for await (const chunk of unpackedChunks(path)) {
    if (isFirst) decoder = decoderFor(chunk);
    isFirst = false;
    yield decoder === undefined ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
}

async function* unpackedChunks(path: string): AsyncGenerator<Buffer> {
  if (!(await isGzip(path))) {
    yield* createReadStream(path, { highWaterMark: chunkBytes });
    return;
  }
  let givenBytes = 0;
  try {
    for await (const chunk of unpack(path, constants.Z_FINISH)) {
      yield chunk;
      givenBytes += chunk.length;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'Z_BUF_ERROR') throw error;
    // The error overtakes chunks that a slow reader has not taken yet.
    yield* chunksAfter(unpack(path, constants.Z_SYNC_FLUSH), givenBytes);
    throw error;
  }
}

function unpack(path: string, finishFlush: number): AsyncIterable<Buffer> {
  const packed = createReadStream(path, { highWaterMark: chunkBytes });
  const unpacked: Readable = pipeline(packed, createGunzip({ chunkSize: chunkBytes, finishFlush }), () => {});
  return unpacked;
}

async function* chunksAfter(chunks: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const chunk of chunks) {
    if (at + chunk.length > bytes) yield chunk.subarray(Math.max(0, bytes - at));
    at += chunk.length;
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

/** Windows PowerShell writes `az ... > file` in UTF-16 with a byte order mark; without one, the zero bytes beside an ASCII character tell. */
function decoderFor([first, second]: Buffer): TextDecoder | undefined {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0))
    return new TextDecoder('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== undefined && second !== 0))
    return new TextDecoder('utf-16be');
  return undefined;
}
