import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';
import { containsRange, parseIpRange } from './ip-network.ts';

describe('parseCidr', () => {
  it('describes a network', () => {
    expect(run('parseCidr', '172.16.32.0/21')).toEqual({
      network: '172.16.32.0',
      netmask: '255.255.248.0',
      broadcast: '172.16.39.255',
      firstUsable: '172.16.32.1',
      lastUsable: '172.16.39.254',
      cidr: 21,
    });
    expect(run('parseCidr', 'fd00:1234::/32')).toEqual({
      network: 'fd00:1234::',
      netmask: 'ffff:ffff::',
      firstUsable: 'fd00:1234::',
      lastUsable: 'fd00:1234:ffff:ffff:ffff:ffff:ffff:ffff',
      cidr: 32,
    });
    expect(run('parseCidr', '10.0.0.9/32')).toMatchObject({
      firstUsable: '10.0.0.9',
      lastUsable: '10.0.0.9',
    });
    expect(run('parseCidr', '0.0.0.0/0')).toMatchObject({ netmask: '0.0.0.0', broadcast: '255.255.255.255' });
  });

  it.each(['10.0.0.0', '10.0.0.0/33', '10.0.0/8', 'net/8', '::/129'])('refuses %s', (text) => {
    expect(() => run('parseCidr', text)).toThrow('parseCidr cannot read');
  });
});

describe('cidrSubnet', () => {
  it.each([
    ['172.16.0.0/20', 24, 0, '172.16.0.0/24'],
    ['172.16.0.0/20', 24, 15, '172.16.15.0/24'],
    ['172.16.0.0/20', 20, 0, '172.16.0.0/20'],
    ['fd00:1234::/48', 52, 3, 'fd00:1234:0:3000::/52'],
  ])('%s, %s, %s', (network, prefix, index, expected) => {
    expect(run('cidrSubnet', network, prefix, index)).toBe(expected);
  });

  it('stays inside the network', () => {
    expect(() => run('cidrSubnet', '10.0.0.0/20', 24, 16)).toThrow('cidrSubnet has subnets 0 to 15, not 16');
    expect(() => run('cidrSubnet', '10.0.0.0/20', 24, -1)).toThrow('not -1');
    expect(() => run('cidrSubnet', '10.0.0.0/20', 16, 0)).toThrow(
      'cidrSubnet expects a prefix from 20 to 32, not 16',
    );
    expect(() => run('cidrSubnet', '10.0.0.0/20', 33, 0)).toThrow('not 33');
    fc.assert(
      fc.property(
        fc.ipV4(),
        fc.nat({ max: 24 }),
        fc.nat({ max: 8 }),
        fc.nat({ max: 255 }),
        (address, prefix, more, number) => {
          const network = `${address}/${prefix}`;
          const subnet = run('cidrSubnet', network, prefix + more, number % 2 ** more) as string;
          expect(containsRange(parseIpRange(network)!, parseIpRange(subnet)!)).toBe(true);
        },
      ),
    );
  });
});

describe('cidrHost', () => {
  it.each([
    ['10.1.2.0/24', 0, '10.1.2.1'],
    ['10.1.2.0/24', 253, '10.1.2.254'],
    ['10.1.2.0/31', 1, '10.1.2.1'],
    ['fd00:1234::/52', 0, 'fd00:1234::1'],
    ['fd00::/127', 0, 'fd00::'],
  ])('%s, %s', (network, index, expected) => {
    expect(run('cidrHost', network, index)).toBe(expected);
  });

  it.each([
    ['10.1.2.0/24', 254],
    ['10.1.2.0/24', -1],
    ['10.1.2.0/32', 0],
    ['::/128', 0],
  ])('has no host in %s at %s', (network, index) => {
    expect(() => run('cidrHost', network, index)).toThrow('hosts in the network');
  });

  it('is unknown of an unknown', () => {
    expect(seen(run('cidrHost', unknown(), 0))).toEqual({ unknown: { type: 'string' } });
    expect(seen(run('parseCidr', unknown()))).toEqual({ unknown: { type: 'object' } });
  });
});
