import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSourceLimits } from '../files/index.ts';
import { makeTar, paxRecord } from './archive.case.ts';
import { readArchive } from './read-archive.ts';
import { readTar } from './tar-reader.ts';

const all = () => true;

function read(bytes: Buffer) {
  return readTar(bytes, all, defaultSourceLimits);
}

describe('tar', () => {
  it('reads back names and contents of any length, plain and compressed', () => {
    const name = fc.stringMatching(/^[a-zé ]{1,90}(\/[a-z0-9]{1,90}){0,3}$/);
    const entry = fc.record({
      name,
      content: fc.uint8Array({ maxLength: 1500 }).map((bytes) => Buffer.from(bytes)),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: (one) => one.name, minLength: 1, maxLength: 6 }),
        (entries) => {
          const made = makeTar(entries);
          const files = read(made).files.map((file) => [file.path, Buffer.from(file.bytes)]);
          expect(files).toEqual(entries.map((one) => [one.name, one.content]));
          const named = makeTar(entries.map((one) => ({ ...one, name: `${one.name}.json` })));
          const zipped = readArchive(gzipSync(named), 'x.tgz');
          expect('content' in zipped && zipped.content.files).toHaveLength(entries.length);
        },
      ),
    );
  });

  it('reads the commit that git archive writes', () => {
    const commit = '0123456789abcdef0123456789abcdef01234567';
    const global = { name: 'pax_global_header', type: 'g', content: paxRecord('comment', commit) };
    expect(
      read(makeTar([global, { name: 'a/', type: '5' }, { name: 'a/b.json', content: '{}' }])),
    ).toMatchObject({
      commit,
      files: [{ path: 'a/b.json' }],
    });
  });

  it('reads GNU long names', () => {
    const name = `${'x'.repeat(200)}.json`;
    const bytes = makeTar([
      { name: 'L', type: 'L', content: `${name}\0` },
      { name: 'short', content: '1' },
    ]);
    expect(read(bytes).files.map((file) => file.path)).toEqual([name]);
  });

  it.each([
    ['a path that leads out', [{ name: '../evil.json' }], 'leads out'],
    ['a path that leads out later', [{ name: 'a/../../evil.json' }], 'leads out'],
    ['a path that leads out with backslashes', [{ name: 'a\\..\\..\\evil.json' }], 'leads out'],
    ['an absolute path', [{ name: '/etc/evil.json' }], 'absolute'],
    ['a drive', [{ name: 'C:\\evil.json' }], 'absolute'],
    [
      'a long name that leads out',
      [{ name: 'L', type: 'L', content: '../evil.json\0' }, { name: 'a' }],
      'leads out',
    ],
    [
      'a pax path with a NUL',
      [{ name: 'x', type: 'x', content: paxRecord('path', 'a\0b') }, { name: 'a' }],
      'not a path',
    ],
    ['a symbolic link', [{ name: 'a.json', type: '2' }], 'symbolic link'],
    ['a hard link', [{ name: 'a.json', type: '1' }], 'hard link'],
    ['a pax link', [{ name: 'x', type: 'x', content: paxRecord('linkpath', '/etc') }, { name: 'a' }], 'link'],
    ['a device', [{ name: 'a', type: '3' }], 'device'],
    ['an unknown type', [{ name: 'a', type: 'S' }], '`S`'],
    ['the same name twice', [{ name: 'a.json' }, { name: './a.json' }], 'twice'],
    ['a size beyond the end', [{ name: 'a.json', claims: { size: 5000 } }], 'ends inside it'],
    [
      'a size beyond the limit',
      [{ name: 'a.json', claims: { size: 65 * 1024 * 1024 } }],
      'more than the limit',
    ],
    [
      'damaged pax records',
      [{ name: 'x', type: 'x', content: '99 path=a\n' }, { name: 'a' }],
      'extended header',
    ],
    [
      'a pax size that is no number',
      [{ name: 'x', type: 'x', content: paxRecord('size', 'many') }, { name: 'a' }],
      'not a number',
    ],
  ])('refuses %s', (_, entries, problem) => {
    const result = readArchive(makeTar(entries), 'hostile.tar');
    expect('refusal' in result && result.refusal).toMatchObject({ code: 'LG4004', file: 'hostile.tar' });
    expect('refusal' in result && result.refusal.message).toContain(problem);
  });

  it('refuses too many entries and too many bytes', () => {
    const entries = [
      { name: 'a', content: '12345' },
      { name: 'b', content: '12345' },
    ];
    expect(() => readTar(makeTar(entries), all, { ...defaultSourceLimits, entryCountMax: 1 })).toThrow(
      'more than 1 entries',
    );
    expect(() => readTar(makeTar(entries), all, { ...defaultSourceLimits, totalBytesMax: 9 })).toThrow(
      'more than 9 bytes',
    );
  });

  it('refuses what unpacks to too much', () => {
    const bomb = gzipSync(makeTar([{ name: 'a.json', content: Buffer.alloc(20_000_000) }]));
    const result = readArchive(bomb, 'bomb.tgz');
    expect('refusal' in result && result.refusal.message).toContain('1:200');
    const small = readArchive(bomb, 'bomb.tgz', {
      ...defaultSourceLimits,
      totalBytesMax: 1_000_000,
      ratioMax: 100_000,
    });
    expect('refusal' in small && small.refusal.message).toContain('more than 1000000 bytes');
  });

  it('never fails otherwise, however it is damaged', () => {
    const good = makeTar([
      { name: 'a.json', content: '{}' },
      { name: `${'b'.repeat(120)}.json`, content: '[]' },
    ]);
    const damage = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 8 }), fc.nat(good.length), (damages, length) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of damages) bytes[at] = value;
        for (const one of [bytes.subarray(0, length), gzipSync(bytes).subarray(0, length)]) {
          const result = readArchive(one, 'x.tar');
          expect('content' in result || result.refusal.code === 'LG4004').toBe(true);
        }
      }),
    );
  });
});
