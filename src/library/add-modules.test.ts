import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { addLibrary } from './add-library.ts';
import { compactTemplate } from './compact-template.ts';
import { compiledTemplate, git, moduleClone, sampleClone } from './module-clone.case.ts';
import { showPolicy } from './show-policy.ts';
import { listLibraries, openLibrary, updateLibrary } from './stored-libraries.ts';
import { type FoundModule, storedModules } from './stored-modules.ts';

const now = new Date('2026-08-01T12:00:00Z');
const host = 'mcr.microsoft.com';

function marked(found: FoundModule): string {
  return 'text' in found ? JSON.parse(found.text).metadata.name : found.problem;
}

describe('the modules of a registry', () => {
  it.each([
    ['a clone', () => sampleClone()],
    ['the git folder of a clone', () => join(sampleClone(), '.git')],
    ['a git address', () => pathToFileURL(sampleClone()).href],
  ])('are added from %s', async (_, clone) => {
    const folder = temporaryFolder();
    const from = clone();
    const { manifest, diagnostics } = await addLibrary('bicep-registry', { folder, from, now });
    expect(diagnostics).toEqual([]);
    expect(manifest).toMatchObject({
      name: 'bicep-registry',
      source: from,
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      addedAt: '2026-08-01T12:00:00.000Z',
      modules: { registry: 'mcr.microsoft.com/bicep', modules: 2, versions: 4 },
    });
    const modules = storedModules(folder);
    expect(marked(modules.find(host, 'bicep/avm/res/storage/account', '0.9.0'))).toBe('storage 0.9.0');
    expect(marked(modules.find('MCR.microsoft.com', 'bicep/avm/res/storage/account', '0.10.0'))).toBe(
      'storage 0.10.0',
    );
    expect(marked(modules.find(host, 'bicep/network/vnet', '1.0.1'))).toBe('vnet 1.0.1');
    expect(modules.find(host, 'bicep/network/vnet', '1.0.1')).toEqual({
      library: 'bicep-registry',
      text: compactTemplate(compiledTemplate('vnet 1.0.1')),
    });
  });

  it('are missed with what is here instead', async () => {
    const folder = temporaryFolder();
    expect(storedModules(folder).find(host, 'bicep/a', '1')).toEqual({
      problem: 'no library here holds modules of `mcr.microsoft.com`',
      advice: 'landguard library add bicep-registry',
    });
    await addLibrary('bicep-registry', { folder, from: sampleClone(), now });
    const modules = storedModules(folder);
    const advice = 'landguard library update bicep-registry';
    expect(modules.find(host, 'bicep/avm/res/storage/account', '0.11.0')).toEqual({
      problem:
        'the library `bicep-registry` has versions `0.10.0`, `0.9.0`, `0.10.0-preview` of it, not `0.11.0`',
      advice,
    });
    expect(modules.find(host, 'bicep/avm/res/storage/acount', '0.9.0')).toEqual({
      problem:
        'the library `bicep-registry` has no module `avm/res/storage/acount`; did you mean `avm/res/storage/account`?',
      advice,
    });
    expect(marked(modules.find('contoso.azurecr.io', 'bicep/network/vnet', '1.0.1'))).toContain(
      'no library here',
    );
    expect(marked(modules.find(host, 'bicepnetwork/vnet', '1.0.1'))).toContain('no library here');
  });

  it('are reported when their file is damaged', async () => {
    const folder = temporaryFolder();
    await addLibrary('bicep-registry', { folder, from: sampleClone(), now });
    const path = join(folder, 'bicep-registry.landguard-library');
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(marked(storedModules(folder).find(host, 'bicep/network/vnet', '1.0.1'))).toBe(
      'the library `bicep-registry` is damaged',
    );
    writeFileSync(path, bytes.subarray(0, -1));
    expect(marked(storedModules(folder).find(host, 'bicep/network/vnet', '1.0.1'))).toContain(
      'cannot be read: its file is damaged',
    );
  });

  it('of a private registry are added under their own name, and updated', async () => {
    const folder = temporaryFolder();
    const clone = moduleClone({
      files: { 'storage/main.json': compiledTemplate('v1') },
      tags: ['storage/v1'],
    });
    const registry = 'contoso.azurecr.io/bicep/modules';
    await addLibrary('contoso', { folder, from: clone, registry, now });
    writeFileSync(join(clone, 'storage', 'main.json'), compiledTemplate('v2'));
    git(clone, 'commit', '--quiet', '-a', '-m', 'Change');
    git(clone, 'tag', 'storage/v2');
    const { manifest } = await updateLibrary('contoso', folder, now);
    expect(manifest?.modules).toEqual({ registry, modules: 1, versions: 2 });
    const modules = storedModules(folder);
    expect(marked(modules.find('contoso.azurecr.io', 'bicep/modules/storage', 'v2'))).toBe('v2');
    expect(marked(modules.find('contoso.azurecr.io', 'bicep/modules/storage', 'v1'))).toBe('v1');
  });

  it('come from a git address with versions that no branch leads to', async () => {
    const folder = temporaryFolder();
    const clone = moduleClone({ files: { 'a/main.json': compiledTemplate('1') }, tags: ['a/1.0.0'] });
    git(clone, 'checkout', '--quiet', '--detach');
    writeFileSync(join(clone, 'a', 'main.json'), compiledTemplate('2'));
    git(clone, 'commit', '--quiet', '-a', '-m', 'Change');
    git(clone, 'tag', 'a/2.0.0');
    git(clone, 'checkout', '--quiet', '-');
    const { manifest } = await addLibrary('bicep-registry', { folder, from: pathToFileURL(clone).href, now });
    expect(manifest?.modules?.versions).toBe(2);
  });

  it('have the version of their files where there are no tags', async () => {
    const folder = temporaryFolder();
    const from = temporaryFolder({
      'top-main/avm/res/a/main.json': compiledTemplate('a'),
      'top-main/avm/res/a/version.json': '{"version": "0.3"}',
      'top-main/avm/res/a/CHANGELOG.md': '# Changelog\n\n## 0.3.1\n\n- x\n\n## 0.3.0\n',
      'top-main/avm/res/a/child/main.json': compiledTemplate('child'),
      'top-main/avm/res/b/main.json': compiledTemplate('b'),
      'top-main/avm/res/b/version.json': '{"version": "1.2.3"}',
      'top-main/avm/res/c/main.json': compiledTemplate('c'),
      'top-main/avm/res/c/version.json': '{"version": "0.3"}',
    });
    const { manifest } = await addLibrary('bicep-registry', { folder, from, now });
    expect(manifest).toMatchObject({ modules: { modules: 2, versions: 2 } });
    const modules = storedModules(folder);
    expect(marked(modules.find(host, 'bicep/avm/res/a', '0.3.1'))).toBe('a');
    expect(marked(modules.find(host, 'bicep/avm/res/b', '1.2.3'))).toBe('b');
  });

  it('are a library like others, without policies', async () => {
    const folder = temporaryFolder();
    const { manifest } = await addLibrary('bicep-registry', { folder, from: sampleClone(), now });
    expect(listLibraries(folder)).toEqual({ libraries: [manifest], diagnostics: [] });
    const opened = openLibrary('bicep-registry', folder);
    expect('library' in opened && opened.library.entries).toEqual([]);
    expect(showPolicy('x', { folder })).toMatchObject({ matches: [], diagnostics: [] });
  });

  it.each([
    ['a path where nothing is', { from: 'nope/nope' }, 'neither a folder nor a git address'],
    [
      'a file',
      { from: join(temporaryFolder({ 'a.zip': '' }), 'a.zip') },
      'neither a folder nor a git address',
    ],
    ['a folder without modules', { from: temporaryFolder({ 'a.json': '{}' }) }, 'no compiled module'],
    [
      'tags without templates',
      { from: moduleClone({ files: { 'a/main.json': '{' }, tags: ['a/1.0.0'] }) },
      'no compiled module',
    ],
    ['an address that runs a program', { from: 'ext::touch' }, '::'],
    ['a registry that is no host', { from: '.', registry: '../x' }, 'not the host'],
    ['a registry with a bad path', { from: '.', registry: 'a.io/../x' }, 'not a path'],
  ])('are not added from %s', async (_, options, message) => {
    const folder = temporaryFolder();
    const { manifest, diagnostics } = await addLibrary('bicep-registry', { folder, now, ...options });
    expect(manifest).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'LG4003', message: expect.stringContaining(message) }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are packed small: versions share what they have in common', async () => {
    const folder = temporaryFolder();
    const text = (version: number) =>
      compiledTemplate(Array.from({ length: 2000 }, (_, index) => `${index * 7919}`).join(' ') + version);
    const steps = Array.from({ length: 8 }, (_, version) => ({
      files: { 'a/main.json': text(version) },
      tags: [`a/${version}.0.0`],
    }));
    await addLibrary('bicep-registry', { folder, from: moduleClone(...steps), now });
    const { size } = statSync(join(folder, 'bicep-registry.landguard-library'));
    expect(size).toBeLessThan(text(0).length);
  });
});
