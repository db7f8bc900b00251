import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAliasNames, decodeAliasList, encodeAliasList, fitsAliasList } from './alias-list.ts';

describe('alias list', () => {
  it.each([
    ['the usual path', [{ name: 'tier', path: 'properties.tier' }], '0tier'],
    [
      'a path outside of properties',
      [
        { name: 'sku', path: 'sku' },
        { name: 'sku.name', path: 'sku.name' },
      ],
      '0sku@sku;1name',
    ],
    [
      'a path that goes through properties again',
      [
        { name: 'a', path: 'properties.a' },
        { name: 'a.b', path: 'properties.a.properties.b' },
      ],
      '0a;1b!',
    ],
    [
      'a discriminator that is not in the path',
      [
        { name: 'a', path: 'properties.a' },
        { name: 'a.Kind', path: 'properties.a' },
        { name: 'a.Kind.b', path: 'properties.a.b' },
      ],
      '0a;1Kind=;2b',
    ],
    [
      'a segment of the path that the name does not have',
      [
        { name: 'a', path: 'properties.a' },
        { name: 'a.b', path: 'properties.a[*].x' },
      ],
      '0a;1b>[*].x',
    ],
    [
      'a path without anything in common',
      [
        { name: 'a', path: 'properties.a' },
        { name: 'a.b', path: 'tags' },
      ],
      '0a;1b@tags',
    ],
    [
      'several new segments at once',
      [
        { name: 'a.b.c', path: 'properties.a.b.c' },
        { name: 'a.b.d', path: 'x' },
      ],
      '0a.b.c;2d@x',
    ],
    ['nothing', [], ''],
  ])('writes %s', (_, aliases, text) => {
    expect(encodeAliasList(aliases)).toBe(text);
    expect(decodeAliasList(text)).toEqual(aliases);
  });

  it('reads back what it wrote, whatever the names and paths', () => {
    const segment = fc.stringMatching(/^[a-cA-C$#*/_\-[\]0-9]{1,3}$/);
    const dotted = fc.array(segment, { minLength: 1, maxLength: 40 }).map((parts) => parts.join('.'));
    const alias = fc.record({
      name: dotted,
      path: fc.oneof(
        dotted,
        dotted.map((text) => `properties.${text}`),
      ),
    });
    fc.assert(
      fc.property(fc.uniqueArray(alias, { selector: ({ name }) => name, maxLength: 30 }), (aliases) => {
        const sorted = aliases.filter(fitsAliasList).sort((a, b) => compareAliasNames(a.name, b.name));
        expect(decodeAliasList(encodeAliasList(sorted))).toEqual(sorted);
      }),
    );
  });

  it('says which aliases it cannot hold', () => {
    expect(fitsAliasList({ name: 'a;b', path: 'properties.a' })).toBe(false);
    expect(fitsAliasList({ name: 'a', path: 'properties.a=1' })).toBe(false);
    expect(fitsAliasList({ name: 'a..b', path: 'properties.a' })).toBe(false);
    expect(fitsAliasList({ name: '', path: 'properties' })).toBe(false);
  });

  it('leaves out what makes no sense', () => {
    expect(decodeAliasList('9a;0b;;!;zz')).toEqual([{ name: 'b', path: 'properties.b' }]);
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(decodeAliasList(text))));
  });
});
