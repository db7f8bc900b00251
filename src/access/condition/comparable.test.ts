import { describe, expect, it } from 'vitest';
import { type Family, printComparable, readComparable, type Scalar } from './comparable.ts';

describe('a value', () => {
  it.each<[Scalar, Family, unknown]>([
    ['text', 'string', 'text'],
    [1, 'string', undefined],
    [1, 'number', 1n],
    [5n, 'number', 5n],
    ['-07', 'number', -7n],
    ['1.0', 'number', undefined],
    [2 ** 60, 'number', undefined],
    ['1'.repeat(41), 'number', undefined],
    [true, 'number', undefined],
    [true, 'boolean', true],
    ['FALSE', 'boolean', false],
    ['truth', 'boolean', undefined],
    [0, 'boolean', undefined],
    ['0000000000000000000000000000000A', 'guid', '00000000-0000-0000-0000-00000000000a'],
    ['00000000-0000-0000-0000-00000000000A', 'guid', '00000000-0000-0000-0000-00000000000a'],
    ['00000000-00000000-0000-0000-00000000000A', 'guid', undefined],
    ['0000000000000000000000000000000g', 'guid', undefined],
    [12, 'guid', undefined],
    ['1970-01-01T00:00:00Z', 'dateTime', 0n],
    ['1970-01-01t00:00:01.5z', 'dateTime', 15_000_000n],
    ['1969-12-31T23:59:59.9999999Z', 'dateTime', -1n],
    ['0001-01-01T00:00:00.0000000Z', 'dateTime', -621_355_968_000_000_000n],
    ['2024-02-29T00:00:00Z', 'dateTime', 17_091_648_000_000_000n],
    ['2026-02-29T00:00:00Z', 'dateTime', undefined],
    ['2026-01-01T24:00:00Z', 'dateTime', undefined],
    ['2026-01-01T00:00:00.12345678Z', 'dateTime', undefined],
    ['2026-01-01T00:00:00+01:00', 'dateTime', undefined],
    ['2026-01-01', 'dateTime', undefined],
  ])('%s as %s is %s', (value, family, expected) => {
    const read = readComparable(value, family);
    expect(read).toBe(expected);
    if (read === undefined) return;
    const printed = printComparable(read, family).replace(/^'|'$/g, '');
    expect(readComparable(printed, family)).toBe(read);
  });
});
