import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSegment, encodeSegment } from './reference-segment.ts';

describe('a part of a reference', () => {
  it.each([
    ['plain-1_2.3~', 'plain-1_2.3~0'],
    ['a/b', 'a~1b'],
    ["it's (a) *!", 'it%27s%20%28a%29%20%2A%21'],
    ['é', '%C3%A9'],
    ['\uD800', '%EF%BF%BD'],
  ])('is written: %j', (key, segment) => {
    expect(encodeSegment(key)).toBe(segment);
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (key) => {
        expect(decodeSegment(encodeSegment(key))).toBe(key);
      }),
    );
  });

  it.each(['%', '%zz', '100%'])('stays as it is where escapes mean nothing: %s', (segment) => {
    expect(decodeSegment(segment)).toBe(segment);
  });
});
