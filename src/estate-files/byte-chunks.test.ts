import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { byteChunks } from './byte-chunks.ts';

const text = JSON.stringify({ name: 'Größe 你好 🙂', filler: 'x'.repeat(700_000) });

async function read(content: Buffer, pauseMs = 0): Promise<{ text: string; code: string | undefined }> {
  const path = join(temporaryFolder({ 'a.json': content }), 'a.json');
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of byteChunks(path)) {
      chunks.push(chunk);
      if (pauseMs > 0) await setTimeout(pauseMs);
    }
  } catch (error) {
    return { text: Buffer.concat(chunks).toString(), code: (error as NodeJS.ErrnoException).code };
  }
  return { text: Buffer.concat(chunks).toString(), code: undefined };
}

function utf16(bigEndian: boolean, mark: string): Buffer {
  const bytes = Buffer.from(mark + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('byteChunks', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['gzip, whatever the name is', gzipSync(text)],
    [
      'two gzip streams after each other',
      Buffer.concat([gzipSync(text.slice(0, 9)), gzipSync(text.slice(9))]),
    ],
    ['UTF-16, as Windows PowerShell writes it', utf16(false, '\uFEFF')],
    ['UTF-16 with the high byte first', utf16(true, '\uFEFF')],
    ['UTF-16 without a byte order mark', utf16(false, '')],
    ['UTF-16 with the high byte first and no mark', utf16(true, '')],
    ['UTF-16 in gzip', gzipSync(utf16(false, '\uFEFF'))],
  ])('reads %s', async (_, content) => {
    expect(await read(content)).toEqual({ text, code: undefined });
  });

  it.each([Buffer.alloc(0), Buffer.from('{'), Buffer.from('{}')])(
    'reads a short file: %j',
    async (content) => {
      expect(await read(content)).toEqual({ text: content.toString(), code: undefined });
    },
  );

  it('gives all that is there of a file that is cut off, then throws, however slowly it is read', async () => {
    const lines = Array.from({ length: 160_000 }, (_, at) => `{"a":${(at * 7919) % 1_000_003}}`).join('\n');
    const packed = gzipSync(lines);
    const cut = packed.subarray(0, packed.length - 1000);
    const whole = gunzipSync(cut, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
    expect(await read(cut)).toEqual({ text: whole, code: 'Z_BUF_ERROR' });
    expect(await read(cut, 20)).toEqual({ text: whole, code: 'Z_BUF_ERROR' });
  });

  it('throws at bytes that are no gzip', async () => {
    const packed = gzipSync(text);
    packed.fill(0xff, 20, 60);
    expect((await read(packed)).code).toMatch(/^Z_/);
  });
});
