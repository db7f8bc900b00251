import { describe, expect, it } from 'vitest';
import { folderFiles } from './folder-files.ts';
import { defaultSourceLimits } from './source-file.ts';
import { temporaryFolder } from './temporary-folder.case.ts';

describe('files of a folder', () => {
  const folder = temporaryFolder({ 'b.json': '12345', 'a/z.json': '1', 'a/b/c.JSON': '2', 'A.txt': '' });

  it('come in the order of their names, files before folders', () => {
    const { files, diagnostics } = folderFiles(folder, (path) => `x/${path}`);
    expect([...files].map((file) => file.path)).toEqual(['x/b.json', 'x/a/z.json', 'x/a/b/c.JSON']);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['files', { entryCountMax: 2 }, 'LG1006', 'more than 2 files'],
    ['bytes of one file', { entryBytesMax: 4 }, 'LG1002', 'more than the limit of 4'],
    ['bytes', { totalBytesMax: 5 }, 'LG1006', 'more than 5 bytes'],
  ])('are limited in %s', (_, limits, code, message) => {
    const { files, diagnostics } = folderFiles(folder, undefined, { ...defaultSourceLimits, ...limits });
    expect([...files].length).toBeLessThan(3);
    expect(diagnostics).toMatchObject([{ code, message: expect.stringContaining(message) }]);
  });

  it('are none where there is no folder', () => {
    const { files, diagnostics } = folderFiles(`${folder}/nope`);
    expect([...files]).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'LG1006' }]);
  });
});
