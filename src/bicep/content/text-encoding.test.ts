import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Of } from './base64.ts';
import { decodeText } from './text-encoding.ts';

describe('a text', () => {
  it.each<[string, number[], string, string, string | undefined]>([
    ['us-ascii', [0x41, 0xe9], 'A?', 'other bytes are question marks', undefined],
    ['iso-8859-1', [0x41, 0xe9, 0x80], 'Aé\u0080', 'each byte is a character', undefined],
    ['utf-8', [0x41, 0xc3, 0xa9], 'Aé', 'two bytes', undefined],
    ['utf-8', [0x41, 0xe9], 'A\uFFFD', 'what is no UTF-8 is replaced', undefined],
    ['utf-16', [0x41, 0, 0xe9, 0], 'Aé', 'low byte first', undefined],
    ['utf-16BE', [0, 0x41, 0, 0xe9], 'Aé', 'high byte first', undefined],
    ['utf-8', [0xff, 0xfe, 0x41, 0], 'A', 'a mark wins', 'utf-16'],
    ['us-ascii', [0xfe, 0xff, 0, 0x41], 'A', 'a mark wins', 'utf-16BE'],
    ['utf-16', [0xef, 0xbb, 0xbf, 0x41], 'A', 'a mark wins', 'utf-8'],
    ['utf-8', [], '', 'nothing', undefined],
  ])('in %s from %j is %j (%s)', (encoding, bytes, text, _why, marked) => {
    expect(decodeText(Uint8Array.from(bytes), encoding)).toEqual({ text, marked });
  });
});

describe('base64', () => {
  it('is that of the platform for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
      { numRuns: 50 },
    );
  });
});
