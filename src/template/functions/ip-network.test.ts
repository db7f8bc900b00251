import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsRange, formatAddress, parseAddress, parseIpRange, parseNetwork } from './ip-network.ts';

describe('parseAddress and formatAddress', () => {
  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['255.255.255.255', '255.255.255.255'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['1:0:2:0:0:0:3:0', '1:0:2::3:0'],
    ['fe80:0:0:0:0:0:0:10', 'fe80::10'],
    ['::ffff:10.1.2.3', '::ffff:10.1.2.3'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['10:20:30:40:50:60:70:80', '10:20:30:40:50:60:70:80'],
  ])('%s is %s', (text, expected) => {
    const address = parseAddress(text)!;
    expect(formatAddress(address.version, address.value)).toBe(expected);
  });

  it.each([
    '',
    '10.1.2',
    '10.1.2.256',
    '10.01.2.3',
    '10.1.2.3.4',
    'a.b.c.d',
    '1:2',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    'g::',
    '::10.1.2',
  ])('does not read %j', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        const address = parseAddress(text)!;
        expect(parseAddress(formatAddress(6, address.value))).toEqual(address);
      }),
    );
  });
});

describe('parseIpRange and containsRange', () => {
  it.each([
    ['10.0.0.0/8', '10.255.0.1', true],
    ['10.0.0.0/8', '10.0.0.0/8', true],
    ['10.0.0.0/16', '10.0.0.0/8', false],
    ['10.0.0.5-10.0.0.9', '10.0.0.9', true],
    ['10.0.0.5-10.0.0.9', '10.0.0.8/30', false],
    ['10.0.0.7', '10.0.0.7/32', true],
    ['::/0', '10.0.0.1', false],
    ['2001:db8::/32', '2001:db8:ffff::/48', true],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(containsRange(parseIpRange(outer)!, parseIpRange(inner)!)).toBe(expected);
  });

  it.each([
    '',
    'x',
    '10.0.0.0/33',
    '::/129',
    '10.0.0.9-10.0.0.5',
    '10.0.0.1-',
    '-',
    '10.0.0.1-::1',
    '1.1.1.1-2.2.2.2-3.3.3.3',
    '10.0.0.0/8/8',
  ])('does not read %j', (text) => {
    expect(parseIpRange(text)).toBeUndefined();
  });

  it('holds that a network contains its halves and nothing wider', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 1, max: 32 }), (address, prefix) => {
        const network = parseNetwork(`${address}/${prefix}`)!;
        const wider = parseNetwork(`${address}/${prefix - 1}`)!;
        expect(containsRange(wider, network)).toBe(true);
        expect(containsRange(network, wider)).toBe(false);
        expect(containsRange(network, parseIpRange(address)!)).toBe(true);
      }),
    );
  });
});
