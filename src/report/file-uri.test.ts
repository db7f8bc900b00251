import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileUri } from './file-uri.ts';

describe('fileUri', () => {
  it.each([
    ['infra/storage.json', 'infra/storage.json'],
    ['./infra/a.json', 'infra/a.json'],
    ['../shared/a.json', '../shared/a.json'],
    ['infra\\sub\\a.json', 'infra/sub/a.json'],
    ['a b/ü#?%.json', 'a%20b/%C3%BC%23%3F%25.json'],
    ['c:d.json', 'c%3Ad.json'],
    ['', '.'],
  ])('%j is %s below the root', (path, uri) => {
    expect(fileUri(path)).toEqual({ uri, uriBaseId: '%SRCROOT%' });
  });

  it.each([
    ['/home/me/a b.json', 'file:///home/me/a%20b.json'],
    ['C:\\work\\a.json', 'file:///C:/work/a.json'],
    ['\\\\server\\share\\a.json', 'file://server/share/a.json'],
  ])('%j is %s', (path, uri) => {
    expect(fileUri(path)).toEqual({ uri });
  });

  it('decodes to the path again', () => {
    const segment = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\\/]|^\.+$/.test(text));
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1 }), (segments) => {
        const path = segments.join('/');
        const { uri } = fileUri(path);
        expect(decodeURIComponent(uri)).toBe(path);
        expect(uri).toMatch(/^[\w.~!'()*%/-]+$/);
      }),
    );
  });
});
