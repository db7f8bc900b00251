import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSourceLimits } from '../files/index.ts';
import { makeZip } from './archive.case.ts';
import { readArchive } from './read-archive.ts';
import { readZip } from './zip-reader.ts';

const all = () => true;

describe('zip', () => {
  it('reads back names and contents, stored and deflated', () => {
    const entry = fc.record({
      name: fc.stringMatching(/^[a-zé ]{1,20}(\/[a-z0-9]{1,20}){0,3}$/),
      content: fc.uint8Array({ maxLength: 1500 }).map((bytes) => Buffer.from(bytes)),
      stored: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: (one) => one.name, maxLength: 6 }), (entries) => {
        const { files } = readZip(makeZip(entries), all, defaultSourceLimits);
        expect(files.map((file) => [file.path, Buffer.from(file.bytes)])).toEqual(
          entries.map((one) => [one.name, one.content]),
        );
      }),
    );
  });

  it('reads the commit that git archive writes', () => {
    const commit = '0123456789abcdef0123456789abcdef01234567';
    expect(readZip(makeZip([{ name: 'a.json' }], commit), all, defaultSourceLimits).commit).toBe(commit);
    expect(readZip(makeZip([{ name: 'a.json' }], 'hello'), all, defaultSourceLimits).commit).toBeUndefined();
  });

  it('leaves out folders and what is not wanted', () => {
    const bytes = makeZip([{ name: 'a/', stored: true }, { name: 'a/b.json' }, { name: 'a/readme.md' }]);
    const result = readArchive(bytes, 'x.zip');
    expect('content' in result && result.content.files.map((file) => file.path)).toEqual(['a/b.json']);
  });

  it.each([
    ['a path that leads out', [{ name: '../evil.json' }], 'leads out'],
    ['a path that leads out with backslashes', [{ name: 'a\\..\\..\\evil.json' }], 'leads out'],
    ['an absolute path', [{ name: '/etc/evil.json' }], 'absolute'],
    ['a drive', [{ name: 'c:/evil.json' }], 'absolute'],
    ['a NUL', [{ name: 'a\0.json' }], 'not a path'],
    ['a symbolic link', [{ name: 'a.json', mode: 0o120777 }], 'symbolic link'],
    ['the same name twice', [{ name: 'a.json' }, { name: 'a.json' }], 'twice'],
    ['encryption', [{ name: 'a.json', claims: { flags: 1 } }], 'encrypted'],
    ['another compression', [{ name: 'a.json', claims: { method: 14 } }], 'compression method 14'],
    ['another name in the local header', [{ name: 'a.json', claims: { localName: 'b.json' } }], 'differ'],
    [
      'a size that is too small',
      [{ name: 'a.json', content: 'x'.repeat(99), claims: { size: 9 } }],
      'damaged',
    ],
    ['a size that is too large', [{ name: 'a.json', content: 'x', claims: { size: 9 } }], 'damaged'],
    [
      'a size beyond the limit',
      [{ name: 'a.json', claims: { size: 65 * 1024 * 1024 } }],
      'more than the limit',
    ],
    ['too much compression', [{ name: 'a.json', content: Buffer.alloc(1_000_000) }], '1:200'],
  ])('refuses %s', (_, entries, problem) => {
    const result = readArchive(makeZip(entries), 'hostile.zip');
    expect('refusal' in result && result.refusal).toMatchObject({ code: 'LG4004', file: 'hostile.zip' });
    expect('refusal' in result && result.refusal.message).toContain(problem);
  });

  it('refuses too many entries and too many bytes', () => {
    const bytes = makeZip([
      { name: 'a', content: '12345' },
      { name: 'b', content: '12345' },
    ]);
    expect(() => readZip(bytes, all, { ...defaultSourceLimits, entryCountMax: 1 })).toThrow(
      'more than 1 entries',
    );
    expect(() => readZip(bytes, all, { ...defaultSourceLimits, totalBytesMax: 9 })).toThrow(
      'more than 9 bytes',
    );
  });

  it('never fails otherwise, however it is damaged', () => {
    const good = makeZip([
      { name: 'a.json', content: '{"a":[1,2,3]}' },
      { name: 'b/c.json', content: '[]', stored: true },
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(good.length),
        (damages, length) => {
          const bytes = Buffer.from(good.subarray(0, length));
          for (const [at, value] of damages) if (at < length) bytes[at] = value;
          const result = readArchive(bytes, 'x.zip');
          expect('content' in result || result.refusal.code === 'LG4004').toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
