import { describe, expect, it } from 'vitest';
import type { Alias } from '../policy/index.ts';
import { aliasFileName, formatAliasFile, packAliases, unpackAliases } from './alias-file.ts';

const type = 'Microsoft.Test/things';

function roundTrip(aliases: readonly Alias[]): Alias[] {
  return [...unpackAliases(type, JSON.parse(JSON.stringify(packAliases(type, aliases)))).values()];
}

describe('alias file', () => {
  it('keeps names that do not begin with their type', () => {
    const alias = { name: 'Microsoft.Test/imageOffer', path: 'properties.imageReference.offer' };
    expect(roundTrip([alias])).toEqual([alias]);
  });

  it('keeps names and paths that the list cannot hold', () => {
    const alias = { name: `${type}/a;b`, path: 'properties.a=b' };
    expect(roundTrip([alias])).toEqual([alias]);
  });

  it('shows the prefix in its most frequent casing', () => {
    const names = ['microsoft.test/Things/a', 'Microsoft.Test/Things/b', 'Microsoft.Test/Things/c'];
    const shown = roundTrip(names.map((name) => ({ name, path: 'properties.x' }))).map((alias) => alias.name);
    expect(shown).toEqual(['Microsoft.Test/Things/a', 'Microsoft.Test/Things/b', 'Microsoft.Test/Things/c']);
  });

  it('keeps what is modifiable, what is not and what is not known', () => {
    const aliases = [
      { name: `${type}/a`, path: 'properties.a', modifiable: true },
      { name: `${type}/b`, path: 'properties.b', modifiable: false },
      { name: `${type}/c`, path: 'properties.c' },
      { name: 'Microsoft.Test/d', path: 'properties.d', modifiable: true },
    ];
    expect(roundTrip(aliases)).toEqual(aliases);
  });

  it('keeps the paths of API versions', () => {
    const alias = {
      name: `${type}/a`,
      path: 'sku.name',
      versions: [{ path: 'properties.accountType', apiVersions: ['2015-01-01', '2015-06-15'] }],
    };
    expect(roundTrip([{ name: `${type}/A0`, path: 'x' }, alias])).toContainEqual(alias);
  });

  it('counts the first of two aliases with one name', () => {
    expect(
      roundTrip([
        { name: `${type}/a`, path: 'x' },
        { name: `${type}/A`, path: 'y' },
      ]),
    ).toEqual([{ name: `${type}/a`, path: 'x' }]);
  });

  it('is JSON with one type a line', () => {
    const text = formatAliasFile({
      namespace: 'Microsoft.Test',
      types: { a: { list: '0x' }, 'a/b': { list: '0y' } },
    });
    expect(text.split('\n')).toHaveLength(5);
    expect(JSON.parse(text)).toEqual({
      namespace: 'Microsoft.Test',
      types: { a: { list: '0x' }, 'a/b': { list: '0y' } },
    });
  });

  it.each(['..', '', '.hidden', 'a/b', 'a\\b', 'a\0b', 'c:'])(
    'has no file for the namespace `%s`',
    (namespace) => {
      expect(aliasFileName(namespace)).toBeUndefined();
    },
  );

  it('names the file of a namespace in lower case', () => {
    expect(aliasFileName('Microsoft.Web')).toBe('microsoft.web.json');
  });
});
