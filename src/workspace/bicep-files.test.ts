import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { defaultLimits } from '../kernel/index.ts';
import { type BicepFilesOptions, bicepFilesOf } from './bicep-files.ts';

const outside = temporaryFolder({ 'secret.txt': 'x', 'bicepconfig.json': '{' });
const folder = temporaryFolder({
  'main.bicep': 'param a string',
  'modules/b.bicep': 'param b string',
  'modules/c.BICEP': 'param c string',
  'modules/readme.md': 'hello',
  'modules/none': '',
  'modules/deep/d.bicep': '',
  'text/utf8.txt': 'é',
  'text/mark.txt': '\uFEFFé',
  'text/little.txt': Buffer.from('\uFEFFé', 'utf16le'),
  'text/big.txt': Buffer.from('\uFEFFé', 'utf16le').swap16(),
  'text/latin.txt': Buffer.from([0xe9, 0x20]),
  'text/large.txt': 'x'.repeat(200),
});
symlinkSync(join(outside, 'secret.txt'), join(folder, 'modules/link.bicep'));
symlinkSync(join(folder, 'main.bicep'), join(folder, 'modules/inner.bicep'));
const refused = 'it is outside the folder that is checked';

function filesOf(options: Partial<BicepFilesOptions> = {}) {
  return bicepFilesOf({
    workingFolder: folder,
    paths: ['.'],
    limits: { ...defaultLimits, fileBytesMax: 100 },
    libraryFolder: join(outside, 'library'),
    homeFolder: join(outside, 'home'),
    environment: { NAME: 'value', empty: '' },
    ...options,
  });
}

describe('the files of Bicep', () => {
  it.each([
    ['main.bicep', 'modules/b.bicep', { path: 'modules/b.bicep', text: 'param b string' }],
    ['modules/b.bicep', '../main.bicep', { path: 'main.bicep', text: 'param a string' }],
    ['modules/b.bicep', './inner.bicep', { path: 'modules/inner.bicep', text: 'param a string' }],
    ['main.bicep', 'text/utf8.txt', { path: 'text/utf8.txt', text: 'é' }],
    ['main.bicep', 'text/mark.txt', { path: 'text/mark.txt', text: 'é' }],
    ['main.bicep', 'text/little.txt', { path: 'text/little.txt', text: 'é' }],
    ['main.bicep', 'text/big.txt', { path: 'text/big.txt', text: 'é' }],
    ['main.bicep', 'nope.bicep', { problem: 'it does not exist' }],
    ['main.bicep', 'modules', { problem: 'cannot read the file: it is not a file' }],
    ['main.bicep', 'text/large.txt', { problem: 'the file has 200 bytes, more than the limit of 100' }],
    ['main.bicep', 'modules/link.bicep', { problem: refused }],
    ['main.bicep', '../../../../etc/passwd', { problem: refused }],
    ['main.bicep', '../there-is-nothing-here', { problem: refused }],
    ['main.bicep', join(outside, 'secret.txt'), { problem: refused }],
  ])('read from %s: %s', (from, path, expected) => {
    expect(filesOf().readText(from, path)).toEqual(expected);
  });

  it('are text in UTF-8 or UTF-16 only', () => {
    expect(filesOf().readText('main.bicep', 'text/latin.txt')).toEqual({
      problem: expect.stringContaining('UTF-8'),
    });
  });

  it('are bytes too', () => {
    const files = filesOf();
    expect(files.readBytes('main.bicep', 'text/latin.txt')).toEqual({
      path: 'text/latin.txt',
      bytes: Buffer.from([0xe9, 0x20]),
    });
    for (const path of ['nope', '../x', 'modules/link.bicep', 'modules', 'text/large.txt'])
      expect(files.readBytes('main.bicep', path)).toEqual(files.readText('main.bicep', path));
  });

  it('are listed by pattern, relative to the file that asks', () => {
    const files = filesOf();
    expect(files.listFolder('main.bicep', 'modules/', '*.bicep')).toEqual([
      { relativePath: 'modules/b.bicep', baseName: 'b.bicep', extension: '.bicep' },
      { relativePath: 'modules/inner.bicep', baseName: 'inner.bicep', extension: '.bicep' },
    ]);
    const names = (result: ReturnType<typeof files.listFolder>) =>
      'problem' in result ? result.problem : result.map(({ relativePath }) => relativePath);
    expect(names(files.listFolder('modules/deep/d.bicep', '..', undefined))).toEqual([
      '../b.bicep',
      '../c.BICEP',
      '../inner.bicep',
      '../none',
      '../readme.md',
    ]);
    expect(names(files.listFolder('main.bicep', 'nope', undefined))).toBe('it does not exist');
    expect(names(files.listFolder('main.bicep', '..', undefined))).toBe(refused);
    expect(names(files.listFolder('main.bicep', 'main.bicep', undefined))).toContain('not a folder');
  });

  it('are those of the editor where it has not saved them', () => {
    const overlay = new Map([
      ['modules/b.bicep', 'changed'],
      ['modules/new.bicep', 'new'],
      ['../secret.txt', 'outside'],
    ]);
    const files = filesOf({ overlay });
    expect(files.readText('main.bicep', 'modules/b.bicep')).toEqual({
      path: 'modules/b.bicep',
      text: 'changed',
    });
    expect(files.readText('main.bicep', 'modules/new.bicep')).toEqual({
      path: 'modules/new.bicep',
      text: 'new',
    });
    expect(files.readBytes('main.bicep', 'modules/new.bicep')).toEqual({
      path: 'modules/new.bicep',
      bytes: Buffer.from('new'),
    });
    expect(files.readText('main.bicep', '../secret.txt')).toEqual({ problem: refused });
    const listed = files.listFolder('main.bicep', 'modules', 'n*');
    expect('problem' in listed ? [] : listed.map(({ baseName }) => baseName)).toEqual(['new.bicep', 'none']);
  });

  it('are read once', () => {
    const files = filesOf();
    expect(files.readText('main.bicep', 'modules/b.bicep')).toBe(
      files.readText('modules/c.bicep', 'b.bicep'),
    );
  });

  it('come with the environment', () => {
    const files = filesOf();
    expect(files.environmentVariable('NAME')).toBe('value');
    expect(files.environmentVariable('empty')).toBe('');
    expect(files.environmentVariable('toString')).toBeUndefined();
  });

  it('within a folder elsewhere that is checked', () => {
    const elsewhere = temporaryFolder({ 'a/main.bicep': 'a', 'a/b.bicep': 'b', 'c.bicep': 'c' });
    const files = filesOf({ paths: [join(elsewhere, 'a')] });
    const main = join(elsewhere, 'a/main.bicep');
    expect(files.readText(main, 'b.bicep')).toEqual({ path: join(elsewhere, 'a/b.bicep'), text: 'b' });
    expect(files.readText(main, '../c.bicep')).toEqual({ problem: refused });
  });

  it('stay inside a working folder that is a symbolic link', () => {
    const link = join(temporaryFolder(), 'link');
    symlinkSync(folder, link);
    const files = filesOf({ workingFolder: link });
    expect(files.readText('main.bicep', 'modules/b.bicep')).toMatchObject({ path: 'modules/b.bicep' });
    expect(files.readText('main.bicep', 'nope.bicep')).toEqual({ problem: 'it does not exist' });
    mkdirSync(join(folder, 'made'), { recursive: true });
    writeFileSync(join(folder, 'made/x'), 'x');
    expect(files.readText('main.bicep', 'made/x')).toEqual({ path: 'made/x', text: 'x' });
  });
});
