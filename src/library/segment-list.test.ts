import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSegmentList, encodeSegmentList } from './segment-list.ts';

const segment = fc.oneof(fc.constantFrom('a', 'b', 'A', '*', '', '{x}', 'a '), fc.string({ maxLength: 3 }));
const path = fc
  .array(segment, { minLength: 1, maxLength: 6 })
  .map((segments) => segments.join('/').replaceAll(';', ','));

describe('a list of paths as a text', () => {
  it('says only what is new', () => {
    const paths = [
      'Contoso.Shop/things/write',
      'Contoso.Shop/things/read',
      'Contoso.Shop/*',
      'Fabrikam.Bank/x',
    ];
    const text = '0Contoso.Shop/*;1things/read;2write;0Fabrikam.Bank/x';
    expect(encodeSegmentList(paths)).toBe(text);
    expect(decodeSegmentList(text)).toEqual([...paths].sort());
  });

  it('holds all of them, as they are spelt', () => {
    fc.assert(
      fc.property(fc.array(path, { minLength: 1 }), (paths) => {
        expect(decodeSegmentList(encodeSegmentList(paths))).toEqual([...paths].sort());
      }),
    );
    expect(decodeSegmentList(encodeSegmentList([]))).toEqual([]);
  });

  it('holds paths of more segments than a digit counts', () => {
    const long = `${'a/'.repeat(50)}`;
    expect(decodeSegmentList(encodeSegmentList([`${long}b`, `${long}c`]))).toEqual([`${long}b`, `${long}c`]);
  });

  it('has no place for semicolons', () => {
    expect(() => encodeSegmentList(['a;b'])).toThrow(RangeError);
  });
});
