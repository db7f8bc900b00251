import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEntry } from './parse-entry.ts';

describe('parseEntry', () => {
  it('parses what JSON.parse parses', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes('__proto__'));
        const parsed = parseEntry(text);
        const asDouble = (_: string, part: unknown) => (typeof part === 'bigint' ? Number(part) : part);
        expect('value' in parsed && JSON.stringify(parsed.value, asDouble)).toBe(text);
      }),
    );
  });

  it('keeps integers beyond 2^53', () => {
    const text = '{"a":9007199254740993,"b":[-9007199254740993],"c":"9007199254740993","d":1234567890123456}';
    expect(parseEntry(text)).toEqual({
      value: { a: 9007199254740993n, b: [-9007199254740993n], c: '9007199254740993', d: 1234567890123456 },
    });
  });

  it('leaves fractions and exponents to JSON.parse', () => {
    const text = '{"a":0.1234567890123456,"b":1.5e10,"c":1234567890123456.5,"d":12345678901234567}';
    expect(parseEntry(text)).toEqual({
      value: { a: 0.1234567890123456, b: 1.5e10, c: 1234567890123456.5, d: 12345678901234567n },
    });
  });

  it('leaves `__proto__` out', () => {
    const parsed = parseEntry('{"__proto__":{"admin":true},"a":{"__proto__":1,"b":2}}');
    expect(parsed).toEqual({ value: { a: { b: 2 } } });
    expect('value' in parsed && Object.keys(parsed.value as object)).toEqual(['a']);
  });

  it('refuses what is no JSON without repeating it', () => {
    expect(parseEntry('{"password": hunter2}')).toEqual({
      problem: 'the text between its brackets is not JSON',
    });
  });

  it('refuses what is nested too deeply', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(parseEntry(nested(5), 5)).toHaveProperty('value');
    expect(parseEntry(nested(6), 5)).toEqual({ problem: 'it is nested deeper than 5 levels' });
    expect(parseEntry(nested(200_000))).toHaveProperty('problem');
  });
});
