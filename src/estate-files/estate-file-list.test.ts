import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import type { Diagnostic } from '../kernel/index.ts';
import { listEstateFiles } from './estate-file-list.ts';

function list(folder: string, shown = '.', fileCountMax = 100) {
  const diagnostics: Diagnostic[] = [];
  const files = listEstateFiles(folder, shown, fileCountMax, diagnostics);
  return { shown: files.map((file) => file.shown), messages: diagnostics.map(({ message }) => message) };
}

describe('listEstateFiles', () => {
  it('lists JSON and NDJSON files in the order of their names', () => {
    const folder = temporaryFolder({
      'b.ndjson': '',
      'a.json.gz': '',
      'c.JSONL': '',
      'notes.md': '',
      'sub/d.json': '',
      '.git/e.json': '',
      'node_modules/f.json': '',
    });
    expect(list(folder)).toEqual({ shown: ['a.json.gz', 'b.ndjson', 'c.JSONL', 'sub/d.json'], messages: [] });
    expect(list(folder, 'export').shown[0]).toBe('export/a.json.gz');
  });

  it('takes one file, whatever its name is', () => {
    const folder = temporaryFolder({ 'answer.txt': '{}' });
    expect(list(join(folder, 'answer.txt'), 'answer.txt').shown).toEqual(['answer.txt']);
  });

  it('follows links inside the folder and none that lead out of it', () => {
    const outside = temporaryFolder({ 'secret.json': '{}' });
    const folder = temporaryFolder({ 'a.json': '{}' });
    symlinkSync(join(outside, 'secret.json'), join(folder, 'b.json'));
    symlinkSync(join(folder, 'a.json'), join(folder, 'c.json'));
    symlinkSync(join(folder, 'gone.json'), join(folder, 'd.json'));
    symlinkSync(outside, join(folder, 'e'));
    const { shown, messages } = list(folder);
    expect(shown).toEqual(['a.json', 'c.json']);
    expect(messages).toEqual([
      expect.stringContaining('leads out of the folder'),
      expect.stringContaining('it does not exist'),
    ]);
  });

  it('stops at the limit and says so', () => {
    const folder = temporaryFolder({ 'a.json': '', 'b.json': '', 'c.json': '' });
    const { shown, messages } = list(folder, '.', 2);
    expect(shown).toEqual(['a.json', 'b.json']);
    expect(messages).toEqual(['cannot read the file: the folder has more than 2 files']);
  });

  it('tells what does not exist', () => {
    expect(list(join(temporaryFolder(), 'gone'), 'gone').messages).toEqual([
      'cannot read the file: it does not exist',
    ]);
  });

  it('leaves out a folder that is called like a file', () => {
    const folder = temporaryFolder({ 'a.json': '{}' });
    mkdirSync(join(folder, 'b.json'));
    expect(list(folder)).toEqual({ shown: ['a.json'], messages: [] });
  });
});
