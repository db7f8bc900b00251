import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIpAddress, readIpRange } from './ip-range.ts';
import { readNamedLocation } from './named-location.ts';

describe('readIpRange', () => {
  test.each([
    ['192.0.2.0/24', '192.0.2.255', '192.0.3.0'],
    ['192.0.2.77/24', '192.0.2.0', '192.0.1.255'],
    ['192.0.2.7', '192.0.2.7', '192.0.2.8'],
    ['2001:db8::/32', '2001:db8:ffff::1', '2001:db9::'],
    ['::ffff:192.0.2.0/120', '192.0.2.9', '192.0.3.9'],
    ['0.0.0.0/0', '255.255.255.255', '::1'],
  ])('%s holds %s and not %s', (text, inside, outside) => {
    const range = readIpRange(text);
    const holds = (address: string) => {
      const number = readIpAddress(address);
      return range !== undefined && number !== undefined && range.first <= number && number <= range.last;
    };
    expect([holds(inside), holds(outside)]).toEqual([true, false]);
  });

  test.each([
    '',
    'x',
    '1.2.3',
    '1.2.3.256',
    '1.2.3.4/33',
    '1.2.3.4/',
    '1:2',
    '1::2::3',
    '::1/129',
    '12345::',
    '1:2:3:4:5:6:7:8:9',
  ])('`%s` is none', (text) => expect(readIpRange(text)).toBeUndefined());

  test('reads what any address is written as', () => {
    fc.assert(fc.property(fc.ipV4(), (text) => readIpAddress(text) !== undefined));
    fc.assert(fc.property(fc.ipV6(), (text) => readIpAddress(text) !== undefined));
  });
});

describe('readNamedLocation', () => {
  test('keeps what it understands of the ranges and says that they are not all', () => {
    const value = {
      id: 'x',
      displayName: 'Office',
      isTrusted: true,
      ipRanges: [{ cidrAddress: '192.0.2.0/24' }, { cidrAddress: '?' }],
    };
    const { location, diagnostics } = readNamedLocation(value, 'named.json');
    expect(location).toMatchObject({ kind: 'ip', isTrusted: true, isComplete: false });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '? of the named location `Office` is not understood',
    ]);
  });

  test('knows nothing of other kinds, and needs an id', () => {
    expect(readNamedLocation({ id: 'x' }, 'f').location?.kind).toBe('unknown');
    expect(readNamedLocation({ id: 'x' }, 'f').diagnostics.map(({ code }) => code)).toEqual(['LG8054']);
    expect(readNamedLocation({}, 'f').diagnostics.map(({ code }) => code)).toEqual(['LG8055']);
    expect(readNamedLocation(null, 'f').location).toBeUndefined();
  });

  test('reads countries', () => {
    const value = { id: 'x', countriesAndRegions: ['CH'], includeUnknownCountriesAndRegions: true };
    expect(readNamedLocation(value, 'f').location).toEqual({
      id: 'x',
      displayName: '',
      kind: 'country',
      countries: ['CH'],
      includesUnknown: true,
    });
  });
});
