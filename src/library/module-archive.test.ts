import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactTemplate } from './compact-template.ts';
import { packParts } from './library-pack.ts';
import { digestOf, openModuleArchive, writeIndex } from './module-archive.ts';
import { compiledTemplate } from './module-clone.case.ts';
import { type ModuleVersion, packModules } from './pack-modules.ts';

const manifest = { name: 'mine', source: 'clone', addedAt: '2026-08-01T12:00:00.000Z' };

async function pack(versions: readonly ModuleVersion[]): Promise<Buffer> {
  return await packModules(streamed(versions), 'contoso.azurecr.io/bicep', manifest);
}

async function* streamed(versions: readonly ModuleVersion[]): AsyncGenerator<ModuleVersion> {
  yield* versions;
}

const module = fc.record({
  path: fc.stringMatching(/^[a-z]{1,3}(\/[a-z]{1,3}){0,2}$/),
  versions: fc.uniqueArray(fc.stringMatching(/^[0-9]{1,2}\.[0-9]\.[0-9]$/), { minLength: 1, maxLength: 4 }),
  mark: fc.string({ unit: 'binary' }),
});
const registry = fc
  .uniqueArray(module, { maxLength: 6, selector: ({ path }) => path })
  .map((modules) =>
    modules.flatMap(({ path, versions, mark }) =>
      versions.map((version) => ({ path, version, text: compiledTemplate(`${mark} ${path} ${version}`) })),
    ),
  );

describe('an archive of modules', () => {
  it('gives back what was packed', async () => {
    await fc.assert(
      fc.asyncProperty(registry, async (versions) => {
        const archive = openModuleArchive(await pack(versions));
        expect(archive?.registry).toBe('contoso.azurecr.io/bicep');
        expect(archive?.manifest.modules).toEqual({
          registry: 'contoso.azurecr.io/bicep',
          modules: new Set(versions.map(({ path }) => path)).size,
          versions: versions.length,
        });
        for (const { path, version, text } of versions)
          expect(archive?.template(path, version)).toBe(compactTemplate(text));
        for (const path of archive?.paths ?? [])
          expect(archive?.versions(path)).toEqual(
            versions.filter((one) => one.path === path).map(({ version }) => version),
          );
        expect(archive?.versions('none')).toEqual([]);
        expect(archive?.template('none', '1.0.0')).toBeUndefined();
      }),
    );
  });

  it('counts and leaves out what is no template', async () => {
    const text = compiledTemplate('a');
    const archive = openModuleArchive(
      await pack([
        { path: 'a', version: '3', text: undefined },
        { path: 'a', version: '2', text },
        { path: 'a', version: '1', text: '{}' },
      ]),
    );
    expect(archive?.versions('a')).toEqual(['2']);
    expect(archive?.manifest.counts).toEqual({ kinds: {}, ignored: 0, unreadable: 2 });
  });

  it('has the same digest for the same content', async () => {
    const versions = [{ path: 'a', version: '1', text: compiledTemplate('a') }];
    const digests = await Promise.all(
      [versions, versions, [{ path: 'a', version: '2', text: compiledTemplate('a') }]].map(
        async (content) => openModuleArchive(await pack(content))?.manifest.digest,
      ),
    );
    expect(digests[0]).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
  });

  it('keeps versions that are too much for one block', async () => {
    const large = (mark: string) => compiledTemplate(mark.repeat(9 * 1024 * 1024));
    const versions = ['c', 'b', 'a'].map((mark) => ({ path: 'big', version: mark, text: large(mark) }));
    const archive = openModuleArchive(
      await pack([...versions, { path: 'z', version: '1', text: large('z') }]),
    );
    expect(archive?.versions('big')).toEqual(['c', 'b', 'a']);
    for (const { path, version, text } of versions)
      expect(archive?.template(path, version) === compactTemplate(text)).toBe(true);
  });

  it('never gives another template when it is damaged', async () => {
    const versions = ['3.0.0', '2.0.0', '1.0.0'].map((version) => ({
      path: 'a/b',
      version,
      text: compiledTemplate(version),
    }));
    const bytes = await pack(versions);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ flip;
        const archive = openModuleArchive(damaged);
        for (const { path, version, text } of versions)
          expect([compactTemplate(text), undefined]).toContain(archive?.template(path, version));
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(openModuleArchive(bytes.subarray(0, length))).toBeUndefined();
      }),
    );
  });
});

describe('an archive that somebody made up', () => {
  it.each([
    ['a block that is not Brotli', 'text', 4],
    ['a block that is larger than it says', brotliCompressSync(Buffer.alloc(1000)), 4],
    ['a block beyond all limits', brotliCompressSync(Buffer.alloc(4)), 2 ** 40],
  ])('has no template in %s', (_, content, size) => {
    const block = Buffer.from(content);
    const blocks = [
      {
        path: 'a',
        offset: 0,
        length: block.length,
        digest: digestOf(block),
        versions: [['1', size] as const],
      },
    ];
    const full = { ...manifest, counts: { kinds: {}, ignored: 0, unreadable: 0 }, digest: '' };
    const modules = { registry: 'a', modules: 1, versions: 1 };
    const index = writeIndex({ registry: 'a', blocks });
    const archive = openModuleArchive(packParts({ ...full, modules }, index, [block]));
    expect(archive?.versions('a')).toEqual(['1']);
    expect(archive?.template('a', '1')).toBeUndefined();
    expect(openModuleArchive(packParts(full, index, [block]))).toBeUndefined();
  });
});
