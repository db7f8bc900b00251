import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closest, suggest } from './suggestion.ts';

describe('closest', () => {
  it.each([
    ['locaton', 'location'],
    ['LOCATION', 'location'],
    ['sku', 'skuName', null],
    ['x', 'y', 'y'],
    ['entirely', 'different', null],
    ['', 'a', 'a'],
  ])('of %j among %j', (name, candidate, expected: string | null = candidate) => {
    expect(closest(name, [candidate]) ?? null).toBe(expected);
  });

  it('prefers the nearest, and the first of those', () => {
    expect(closest('vnetNam', ['vnetTag', 'vnetName', 'vnetNama'])).toBe('vnetName');
    expect(closest('a', [])).toBeUndefined();
  });

  it('is not slow on names that are too long to be names', () => {
    expect(closest('x'.repeat(1_000_000), ['y'.repeat(1_000_000)])).toBeUndefined();
  });

  it('always finds the name itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.array(fc.string()), (name, others) => {
        expect(closest(name, [...others, name])?.toLowerCase()).toBe(name.toLowerCase());
      }),
    );
  });
});

describe('suggest', () => {
  it('asks, or says something else', () => {
    expect(suggest('locaton', ['location'], 'declare it')).toBe('did you mean `location`?');
    expect(suggest('zzz', ['location'], 'declare it')).toBe('declare it');
  });
});
