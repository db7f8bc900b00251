import { chmodSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { writeAtomic } from './write-atomic.ts';

describe('atomic write', () => {
  it('makes the folder and replaces the file', () => {
    const path = join(temporaryFolder(), 'a', 'b', 'file');
    writeAtomic(path, Buffer.from('one'));
    writeAtomic(path, Buffer.from('two'));
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(join(path, '..'))).toEqual(['file']);
  });

  it('leaves nothing behind when the file cannot be replaced', () => {
    const folder = temporaryFolder({ 'file/inside': 'a folder has the name' });
    expect(() => writeAtomic(join(folder, 'file'), Buffer.from('x'))).toThrow();
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('removes what a killed process left, and only that', () => {
    const folder = temporaryFolder({ '.x.1.partial': '', '.x.2.partial': '', 'x.partial': '' });
    const yesterday = new Date(Date.now() - 24 * 3_600_000);
    for (const name of ['.x.1.partial', 'x.partial']) utimesSync(join(folder, name), yesterday, yesterday);
    writeAtomic(join(folder, 'x'), Buffer.from('x'));
    expect(readdirSync(folder).sort()).toEqual(['.x.2.partial', 'x', 'x.partial']);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says so when it may not write (needs a user who may not write everywhere)',
    () => {
      const folder = join(temporaryFolder(), 'closed');
      mkdirSync(folder);
      writeFileSync(join(folder, 'file'), 'old');
      chmodSync(folder, 0o500);
      expect(() => writeAtomic(join(folder, 'file'), Buffer.from('new'))).toThrow(/EACCES/);
      expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old');
    },
  );
});
