import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { defaultLimits } from '../kernel/index.ts';
import { addLibrary, storedModules } from '../library/index.ts';
import { compiledTemplate, sampleClone } from '../library/module-clone.case.ts';
import { bicepFilesOf } from './bicep-files.ts';

const subscription = '00000000-0000-0000-0000-000000000001';
const digest = `sha256:${'0a'.repeat(32)}`;
const now = new Date('2026-08-01T12:00:00Z');
const library = temporaryFolder();
await addLibrary('bicep-registry', { folder: library, from: sampleClone(), now });

const home = temporaryFolder({
  '.bicep/br/mcr.microsoft.com/bicep$avm$res$storage$account/0.10.0$/main.json': compiledTemplate('cached'),
  '.bicep/br/contoso.azurecr.io/modules$storage/V1$1/main.json': compiledTemplate('private'),
  [`.bicep/br/contoso.azurecr.io/modules$storage/${digest.replace(':', '#')}/main.json`]:
    compiledTemplate('digest'),
  [`.bicep/ts/${subscription}/specs/storage/1.0/main.json`]: compiledTemplate('spec'),
  '.bicep/br/contoso.azurecr.io/modules$latin/1/main.json': Buffer.from([0xe9, 0x20]),
  '.bicep/br/contoso.azurecr.io/modules$latin/1$/main.json': Buffer.from([0xe9, 0x20]),
  'elsewhere/br/contoso.azurecr.io/modules$storage/moved$/main.json': compiledTemplate('moved'),
});

const aliases = {
  moduleAliases: {
    br: { contoso: { registry: 'contoso.azurecr.io', modulePath: 'modules' } },
    ts: { specs: { subscription, resourceGroup: 'Specs' } },
  },
};

/** What is read for a reference in `infra/app/main.bicep`: the name of the template, or the problem. */
function read(
  reference: string,
  files: Readonly<Record<string, unknown>> = { 'bicepconfig.json': aliases },
): string {
  const folder = temporaryFolder({ 'infra/app/main.bicep': '' });
  for (const [path, value] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof value === 'string' ? value : JSON.stringify(value));
  }
  const result = filesIn(folder).readArtifact('infra/app/main.bicep', reference);
  return 'text' in result ? JSON.parse(result.text).metadata.name : result.problem;
}

function filesIn(workingFolder: string, overlay?: ReadonlyMap<string, string>) {
  return bicepFilesOf({
    workingFolder,
    paths: ['.'],
    limits: defaultLimits,
    libraryFolder: library,
    homeFolder: home,
    environment: {},
    overlay,
  });
}

describe('the template behind a reference', () => {
  it.each([
    ['br/public:avm/res/storage/account:0.9.0', 'storage 0.9.0'],
    ['br:mcr.microsoft.com/bicep/avm/res/storage/account:0.9.0', 'storage 0.9.0'],
    ['br/public:avm/res/storage/account:0.10.0', 'cached'],
    ['br/contoso:storage:V1', 'private'],
    ['br:CONTOSO.azurecr.io/modules/storage:V1', 'private'],
    [`br/contoso:storage@${digest}`, 'digest'],
    ['ts/specs:storage:1.0', 'spec'],
  ])('%s is read', (reference, expected) => {
    expect(read(reference)).toBe(expected);
  });

  it('has the same path wherever it came from', () => {
    const files = filesIn(temporaryFolder());
    for (const version of ['0.9.0', '0.10.0']) {
      const written = files.readArtifact('main.bicep', `br/public:avm/res/storage/account:${version}`);
      expect(written).toMatchObject({
        path: `br:mcr.microsoft.com/bicep/avm/res/storage/account:${version}`,
      });
      expect(
        files.readArtifact('a/b.bicep', `br:mcr.microsoft.com/bicep/avm/res/storage/account:${version}`),
      ).toBe(written);
    }
  });

  it('comes from modules that are open already', () => {
    const modules = storedModules(library);
    const folder = temporaryFolder();
    const files = bicepFilesOf({
      workingFolder: folder,
      paths: ['.'],
      limits: defaultLimits,
      libraryFolder: folder,
      homeFolder: folder,
      environment: {},
      modules,
    });
    expect(files.readArtifact('main.bicep', 'br/public:network/vnet:1.0.1')).toHaveProperty('text');
  });

  it.each([
    [
      'br/public:avm/res/storage/account:0.11.0',
      'it is not in the Bicep cache (`~/.bicep/br/mcr.microsoft.com/bicep$avm$res$storage$account/0.11.0$`), and the library `bicep-registry` has versions `0.10.0`, `0.9.0`, `0.10.0-preview` of it, not `0.11.0`; run `bicep restore` or `landguard library update bicep-registry`',
    ],
    [
      'br/contoso:storage:v1',
      'it is not in the Bicep cache (`~/.bicep/br/contoso.azurecr.io/modules$storage/v1$`), and no library here holds modules of `contoso.azurecr.io`; run `bicep restore` or `landguard library add <name> --registry contoso.azurecr.io/<path> --from <clone>`',
    ],
    [
      `br/public:avm/res/storage/account@${digest}`,
      `it is not in the Bicep cache (\`~/.bicep/br/mcr.microsoft.com/bicep$avm$res$storage$account/${digest.replace(':', '#')}\`), and libraries know tags, no digests; run \`bicep restore\``,
    ],
    [
      'ts/specs:storage:2.0',
      `it is not in the Bicep cache (\`~/.bicep/ts/${subscription}/specs/storage/2.0\`), and libraries hold no template specs; run \`bicep restore\``,
    ],
  ])('%s is missed', (reference, problem) => {
    expect(read(reference)).toBe(problem);
  });

  it('is not made of what is no text', () => {
    expect(read('br/contoso:latin:1')).toContain('UTF-8');
  });

  it('is never outside of the cache', () => {
    for (const reference of [
      'br:x/../../y',
      'br:x/../../y:1',
      'br/contoso:../x:1',
      'br:../x:1',
      'br:x/a:../../1',
      'ts/specs:../x:1',
    ])
      expect(read(reference)).not.toContain('on this machine');
    expect(read(`br:x/a:${'1'.repeat(10_000)}`)).toBe('its tag has more than 128 characters');
  });
});

describe('the configuration of a Bicep file', () => {
  it('is the nearest one', () => {
    const wrong = { moduleAliases: { br: { contoso: { registry: 'fabrikam.azurecr.io' } } } };
    expect(
      read('br/contoso:storage:V1', { 'bicepconfig.json': wrong, 'infra/bicepconfig.json': aliases }),
    ).toBe('private');
    expect(
      read('br/contoso:storage:V1', {
        'infra/bicepconfig.json': aliases,
        'infra/app/bicepconfig.json': '{}',
      }),
    ).toContain('the alias `contoso` is unknown: `infra/app/bicepconfig.json` does not define it');
  });

  it('is not above what is checked', () => {
    const folder = temporaryFolder({
      'bicepconfig.json': JSON.stringify(aliases),
      'infra/main.bicep': '',
    });
    expect(filesIn(join(folder, 'infra')).readArtifact('main.bicep', 'br/contoso:storage:V1')).toEqual({
      code: 'BCP213',
      problem: expect.stringContaining('there is no bicepconfig.json'),
    });
  });

  it('lies over what it extends', () => {
    const extending = { extends: '../shared/base.json', moduleAliases: {} };
    expect(
      read('br/contoso:storage:V1', { 'infra/bicepconfig.json': extending, 'shared/base.json': aliases }),
    ).toBe('private');
    expect(read('br/contoso:storage:V1', { 'infra/bicepconfig.json': extending })).toContain(
      'it does not exist',
    );
    expect(
      read('br/contoso:storage:V1', { 'infra/bicepconfig.json': { extends: 'bicepconfig.json' } }),
    ).toContain('extends itself');
    expect(read('br/contoso:storage:V1', { 'infra/bicepconfig.json': { extends: '/etc/passwd' } })).toContain(
      'an absolute path',
    );
    expect(read('br/contoso:storage:V1', { 'bicepconfig.json': { extends: '../../x.json' } })).toContain(
      'outside the folder',
    );
  });

  it('is a problem when it cannot be read', () => {
    expect(
      read('br/public:avm/res/storage/account:0.9.0', { 'infra/bicepconfig.json': '{"moduleAliases": ' }),
    ).toContain('`infra/bicepconfig.json` cannot be read: not valid JSON');
  });

  it('is that of the editor where it is not saved', () => {
    const overlay = new Map([['infra/bicepconfig.json', JSON.stringify(aliases)]]);
    const folder = temporaryFolder({ 'infra/main.bicep': '' });
    expect(filesIn(folder, overlay).readArtifact('infra/main.bicep', 'br/contoso:storage:V1')).toHaveProperty(
      'text',
    );
  });

  it('may move the cache within the home folder or what is checked, and nowhere else', () => {
    const moved = (cacheRootDirectory: string) => ({
      'infra/bicepconfig.json': { ...aliases, cacheRootDirectory },
    });
    expect(read('br/contoso:storage:moved', moved('~/elsewhere'))).toBe('moved');
    expect(read('br/contoso:storage:moved', moved(join(home, 'elsewhere')))).toBe('moved');
    expect(read('br/contoso:storage:V1', moved('/somewhere'))).toBe('private');
    expect(read('br/contoso:storage:moved', moved('~/../elsewhere'))).toContain('is not followed there');
    expect(read('br/contoso:storage:moved', moved('~elsewhere'))).toContain('`~elsewhere/br/');
  });
});
