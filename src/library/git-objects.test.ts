import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { type GitObject, openGitObjects } from './git-objects.ts';
import { git, moduleClone } from './module-clone.case.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function read(folder: string, names: readonly string[], bytesMax = 1000): Promise<GitObject[]> {
  const objects: GitObject[] = [];
  const clone = await openGitObjects(folder, bytesMax);
  if (clone === undefined) throw new Error('not a repository');
  for await (const object of clone.read(names)) objects.push(object);
  return objects;
}

const bytes = Buffer.from([0, 10, 255, 10, 10]);
const files = { 'a/b.bin': bytes, empty: '', large: 'x'.repeat(200_000) };

describe('the objects of a clone', () => {
  it('are read in order, whatever is between them', async () => {
    const folder = moduleClone({ files, tags: ['one/1', 'two'] });
    const names = [
      'one/1:a/b.bin',
      'two:none',
      'two:a',
      'two',
      'one/1:empty',
      'two:large',
      'none:x',
      'two:a/b.bin',
    ];
    const bare = join(temporaryFolder(), 'bare.git');
    git(folder, 'clone', '--quiet', '--bare', folder, bare);
    for (const place of [folder, join(folder, '.git'), bare]) {
      const objects = await read(
        place,
        names.map((name) => `refs/tags/${name}`),
      );
      expect(objects.map(({ exists, bytes: content }) => (exists ? content : 'none'))).toEqual([
        bytes,
        'none',
        'none',
        'none',
        Buffer.alloc(0),
        undefined,
        'none',
        bytes,
      ]);
    }
    expect((await read(folder, ['refs/tags/two:large'], 200_000))[0]?.bytes?.length).toBe(200_000);
  });

  it('come with the tags and the commit', async () => {
    const clone = await openGitObjects(moduleClone({ files, tags: ['one/1', 'b', 'a'] }), 10);
    expect(await clone?.tags()).toEqual(['a', 'b', 'one/1']);
    expect(await clone?.head()).toMatch(/^[0-9a-f]{40}$/);
    const empty = temporaryFolder();
    git(empty, 'init', '--quiet');
    const none = await openGitObjects(empty, 10);
    expect([await none?.tags(), await none?.head()]).toEqual([[], undefined]);
  });

  it('are not those of a repository around the folder', async () => {
    const folder = moduleClone({ files, tags: ['one'] });
    expect(await openGitObjects(join(folder, 'a'), 10)).toBeUndefined();
    expect(await openGitObjects(temporaryFolder(), 10)).toBeUndefined();
  });

  it('can be left half read', async () => {
    const clone = await openGitObjects(moduleClone({ files, tags: ['one'] }), 1_000_000);
    const names = Array.from({ length: 50 }, () => 'refs/tags/one:large');
    for await (const object of clone?.read(names) ?? []) {
      expect(object.bytes?.length).toBe(200_000);
      break;
    }
  });

  it('are missed when the repository is damaged', async () => {
    const folder = moduleClone({ files, tags: ['one'] });
    rmSync(join(folder, '.git', 'objects'), { recursive: true });
    mkdirSync(join(folder, '.git', 'objects'));
    expect((await read(folder, ['refs/tags/one:large']))[0]?.exists).toBe(false);
    writeFileSync(join(folder, '.git', 'config'), '[');
    await expect(openGitObjects(folder, 10)).rejects.toThrow(/^git said: /);
  });

  it('are not fetched from where a partial clone came', async () => {
    const origin = moduleClone({ files, tags: ['one'] });
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    const partial = join(temporaryFolder(), 'partial');
    git(origin, 'clone', '--quiet', '--bare', '--filter=blob:none', `file://${origin}`, partial);
    expect(await read(partial, ['refs/tags/one:a/b.bin']).catch(() => 'refused')).not.toContainEqual(
      expect.objectContaining({ bytes }),
    );
  });

  it('need git', async () => {
    vi.stubEnv('PATH', temporaryFolder());
    await expect(openGitObjects(temporaryFolder(), 10)).rejects.toThrow('git is not installed');
  });
});
