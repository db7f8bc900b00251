import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { corpus, corpusMissing, temporaryFolder } from '../files/temporary-folder.case.ts';
import { plainValue } from '../kernel/index.ts';
import { addLibrary } from './add-library.ts';
import { makeTar, makeZip } from './archive.case.ts';
import { gitEnvironment } from './git-clone.ts';
import { definitionJson, policyFiles } from './policies.case.ts';
import type { PolicyEntry } from './policy-entry.ts';
import { openLibrary, updateLibrary } from './stored-libraries.ts';

const now = new Date('2026-08-01T12:00:00Z');
const entries = Object.entries(policyFiles).map(([name, content]) => ({ name: `top-main/${name}`, content }));
const kinds = { definition: 2, initiative: 1, assignment: 1, archetype: 1, architecture: 1 };

function git(folder: string, ...options: string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', ['-C', folder, ...identity, ...options], {
    encoding: 'utf8',
    env: gitEnvironment(process.env),
  }).trim();
}

function repository(): { address: string; folder: string; commit: string } {
  const folder = temporaryFolder(policyFiles);
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'Add policies');
  return { address: pathToFileURL(folder).href, folder, commit: git(folder, 'rev-parse', 'HEAD') };
}

interface Properties {
  readonly policyDefinitionId?: string;
  readonly policyDefinitions?: readonly { readonly policyDefinitionId: string }[];
}

/** The ids of the definitions and initiatives that an assignment or initiative uses. */
function referencesOf(entry: PolicyEntry): string[] {
  if (entry.kind !== 'assignment' && entry.kind !== 'initiative') return [];
  const properties = entry.value().properties as Properties;
  const members = properties.policyDefinitions?.map((member) => member.policyDefinitionId) ?? [];
  return properties.policyDefinitionId === undefined ? members : [...members, properties.policyDefinitionId];
}

describe('adding a library', () => {
  it.each([
    ['a folder', () => temporaryFolder(policyFiles)],
    ['a zip archive', () => join(temporaryFolder({ 'a.zip': makeZip(entries) }), 'a.zip')],
    ['a tar archive', () => join(temporaryFolder({ 'a.tar': makeTar(entries) }), 'a.tar')],
    [
      'a compressed tar archive',
      () => join(temporaryFolder({ 'a.tgz': gzipSync(makeTar(entries)) }), 'a.tgz'),
    ],
    ['a git repository', () => repository().address],
  ])('from %s', async (_, source) => {
    const folder = join(temporaryFolder(), 'library');
    const from = source();
    const { manifest, diagnostics } = await addLibrary('mine', { folder, from, now });
    expect(diagnostics).toEqual([]);
    expect(manifest).toMatchObject({ name: 'mine', source: from, addedAt: '2026-08-01T12:00:00.000Z' });
    expect(manifest?.counts).toEqual({ kinds, ignored: 0, unreadable: 0 });
    // The same content has the same digest, however it came.
    const reference = await addLibrary('other', {
      folder: temporaryFolder(),
      from: temporaryFolder(policyFiles),
      now,
    });
    expect(manifest?.digest).toBe(reference.manifest?.digest);
    expect(manifest?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(readdirSync(folder)).toEqual(['mine.landguard-library']);
  });

  it('keeps the commit of a clone, and updates it', async () => {
    const folder = temporaryFolder();
    const { address, folder: work, commit } = repository();
    expect((await addLibrary('mine', { folder, from: address, now })).manifest?.commit).toBe(commit);
    writeFileSync(join(work, 'new.json'), definitionJson('New'));
    git(work, 'add', '.');
    git(work, 'commit', '--quiet', '-m', 'Add one');
    const { manifest } = await updateLibrary('mine', folder, now);
    expect(manifest?.commit).not.toBe(commit);
    expect(manifest?.counts.kinds.definition).toBe(3);
  });

  it.each([
    ['a name that is a path', '../x', undefined, 'LG4003', 'a name has lower-case letters'],
    ['a name that Windows keeps', 'nul', undefined, 'LG4003', 'Windows'],
    ['a name without an address', 'mine', undefined, 'LG4003', 'it has no known address'],
    ['a path where nothing is', 'mine', 'nope/nope', 'LG5002', 'nothing at `nope/nope`'],
    ['an address that runs a program', 'mine', 'ext::touch', 'LG4003', '::'],
    ['a repository that is not there', 'mine', 'file:///nope/nope.git', 'LG4003', 'git said:'],
  ])('refuses %s', async (_, name, from, code, message) => {
    const folder = temporaryFolder();
    const { manifest, diagnostics } = await addLibrary(name, { folder, from, now });
    expect(manifest).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, message: expect.stringContaining(message) }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves the old library when the new one is refused', async () => {
    const folder = temporaryFolder();
    await addLibrary('mine', { folder, from: temporaryFolder(policyFiles), now });
    const before = readFileSync(join(folder, 'mine.landguard-library'));
    const hostile = join(temporaryFolder({ 'a.zip': makeZip([...entries, { name: '../x.json' }]) }), 'a.zip');
    for (const from of [hostile, temporaryFolder({ 'a.json': '{}' }), temporaryFolder()]) {
      const { manifest, diagnostics } = await addLibrary('mine', { folder, from, now });
      expect(manifest).toBeUndefined();
      expect(diagnostics.at(-1)?.code).toMatch(/LG400[34]/);
    }
    expect(readFileSync(join(folder, 'mine.landguard-library')).equals(before)).toBe(true);
  });

  it('leaves out files that it cannot read, and says which', async () => {
    const from = temporaryFolder({
      'good.json': definitionJson('Good'),
      'bad.json': '{',
      'other.json': '{}',
    });
    const { manifest, diagnostics } = await addLibrary('mine', { folder: temporaryFolder(), from, now });
    expect(manifest?.counts).toEqual({ kinds: { definition: 1 }, ignored: 1, unreadable: 1 });
    expect(diagnostics.map((entry) => entry.code)).toEqual(['LG1001', 'LG4002']);
  });

  it('is one library when two processes add it at once', async () => {
    const folder = temporaryFolder();
    const one = temporaryFolder(policyFiles);
    const two = temporaryFolder({ ...policyFiles, 'more.json': definitionJson('More') });
    const added = await Promise.all(
      [one, two, one, two].map((from) => addLibrary('mine', { folder, from, now })),
    );
    const opened = openLibrary('mine', folder);
    const digest = 'library' in opened ? opened.library.manifest.digest : undefined;
    expect(added.map(({ manifest }) => manifest?.digest)).toContain(digest);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('reports a folder of libraries that cannot be written', async () => {
    const folder = join(temporaryFolder({ file: '' }), 'file', 'library');
    const { manifest, diagnostics } = await addLibrary('mine', {
      folder,
      from: temporaryFolder(policyFiles),
      now,
    });
    expect(manifest).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'LG4003' }]);
    expect(existsSync(folder)).toBe(false);
  });

  it.skipIf(corpusMissing)(
    `brings the public libraries${corpusMissing === undefined ? '' : ` (${corpusMissing})`}`,
    async () => {
      const folder = temporaryFolder();
      const policy = await addLibrary('azure-policy', { folder, from: join(corpus, 'azure-policy'), now });
      expect(policy.diagnostics).toEqual([]);
      expect(policy.manifest?.counts).toEqual({
        kinds: { definition: 3594, initiative: 181 },
        ignored: 0,
        unreadable: 0,
      });
      const alz = await addLibrary('alz', { folder, from: join(corpus, 'alz'), now });
      expect(alz.diagnostics).toEqual([]);
      expect(alz.manifest?.counts.kinds).toMatchObject({
        definition: 149 + 143,
        initiative: 42 + 16,
        assignment: 102,
        archetype: 22,
        architecture: 3,
      });

      const opened = [openLibrary('azure-policy', folder), openLibrary('alz', folder)];
      const [builtIn, zones] = opened.map((one) => ('library' in one ? one.library : undefined));
      expect(zones?.architecture()?.name).toBe('alz');
      // Whatever the landing zones assign or group is in one of the two libraries.
      const missing: string[] = [];
      for (const entry of zones!.entries) {
        for (const id of referencesOf(entry)) {
          const find = /policySetDefinitions/i.test(id) ? 'initiative' : 'definition';
          if (zones![find](id) === undefined && builtIn![find](id) === undefined) missing.push(id);
        }
      }
      expect(missing).toEqual([]);

      // The quick way to a value and the one that keeps positions say the same.
      const differing = builtIn!.entries.filter(
        (entry) => !isDeepStrictEqual(entry.value(), plainValue(entry.document().root!)),
      );
      expect(differing.map((entry) => entry.file)).toEqual([]);
    },
  );
});
