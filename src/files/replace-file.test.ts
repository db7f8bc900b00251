import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile } from './replace-file.ts';
import { temporaryFolder } from './temporary-folder.case.ts';

describe('a file is replaced', () => {
  it.each([0o644, 0o600, 0o755, 0o666])('with its mode %o, nothing left beside it', (mode) => {
    const folder = temporaryFolder({ 'a.json': 'old' });
    const path = join(folder, 'a.json');
    chmodSync(path, mode);
    replaceFile(path, Buffer.from('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(mode);
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('or stays what it is', () => {
    const folder = temporaryFolder({ 'a/b': '' });
    expect(() => replaceFile(join(folder, 'a'), Buffer.from('new'))).toThrow();
    expect(() => replaceFile(join(folder, 'none'), Buffer.from('new'))).toThrow(/ENOENT/);
    expect(readdirSync(folder)).toEqual(['a']);
  });
});
