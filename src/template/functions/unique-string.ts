import type { TemplateFunction } from '../template-function.ts';
import { hashFunction } from './hash-inputs.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const c1 = 0x239b961b;
const c2 = 0xab0e9789;

/** The 13 characters that `uniqueString` makes of its arguments. Case matters. */
export function uniqueString(parts: readonly string[]): string {
  const [high, low] = murmurHash64(new TextEncoder().encode(parts.join('-')));
  let rest = (BigInt(high) << 32n) | BigInt(low);
  let text = '';
  for (let index = 0; index < 13; index++) {
    text += alphabet[Number(rest >> 59n)];
    rest = BigInt.asUintN(64, rest << 5n);
  }
  return text;
}

/** A 64-bit hash in the manner of MurmurHash3, with two lanes of 32 bits and seed 0: its high and its low half. */
function murmurHash64(bytes: Uint8Array): [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tailStart = bytes.length - (bytes.length % 8);
  let [h1, h2] = [0, 0];
  for (let position = 0; position < tailStart; position += 8) {
    h1 ^= mixFirst(view.getUint32(position, true));
    h1 = (Math.imul(rotate(h1, 19) + h2, 5) + 0x561ccd1b) | 0;
    h2 ^= mixSecond(view.getUint32(position + 4, true));
    h2 = (Math.imul(rotate(h2, 13) + h1, 5) + 0x0bcaa747) | 0;
  }
  const tail = bytes.subarray(tailStart);
  if (tail.length > 4) h2 ^= mixSecond(littleEndian(tail.subarray(4)));
  if (tail.length > 0) h1 ^= mixFirst(littleEndian(tail.subarray(0, 4)));
  h1 ^= bytes.length;
  h2 ^= bytes.length;
  h1 = (h1 + h2) | 0;
  h2 = (h2 + h1) | 0;
  h1 = finalize(h1);
  h2 = finalize(h2);
  h1 = (h1 + h2) | 0;
  h2 = (h2 + h1) | 0;
  return [h2 >>> 0, h1 >>> 0];
}

function mixFirst(k: number): number {
  return Math.imul(rotate(Math.imul(k, c1), 15), c2);
}

function mixSecond(k: number): number {
  return Math.imul(rotate(Math.imul(k, c2), 17), c1);
}

function finalize(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => (value << 8) | byte, 0);
}

/** `uniqueString` (template-functions-string.md). */
export const uniqueStringFunction: TemplateFunction = hashFunction('uniqueString', uniqueString);
