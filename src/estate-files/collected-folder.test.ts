import { appendFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { CollectedFolder } from './collected-folder.ts';
import { openEstateFolder } from './open-estate-folder.ts';

const vault =
  '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v';

function newFolder(): { path: string; folder: CollectedFolder } {
  const path = join(temporaryFolder(), 'estate');
  return { path, folder: new CollectedFolder(path) };
}

describe('pages', () => {
  it('are read as they were written', async () => {
    const { folder } = newFolder();
    const objects = [{ id: vault, properties: { text: 'ä "\\ \n', list: [1, null, true] } }, { id: 'other' }];
    await folder.write({ step: 'resources', page: 3 }, objects);
    expect(await folder.read({ step: 'resources', page: 3 })).toEqual(objects);
  });

  it('keep integers that a double cannot hold', async () => {
    const { folder } = newFolder();
    const objects = [{ id: 'x', long: 9007199254740993n, short: 5, text: '9007199254740993' }];
    await folder.write({ step: 'resources', page: 0 }, objects);
    expect(await folder.read({ step: 'resources', page: 0 })).toEqual(objects);
  });

  it('take the place of what was written before, and leave nothing else behind', async () => {
    const { path, folder } = newFolder();
    await folder.write({ step: 'resources', page: 0 }, [{ id: 'old' }]);
    await folder.write({ step: 'resources', page: 0 }, [{ id: 'new' }]);
    expect(await folder.read({ step: 'resources', page: 0 })).toEqual([{ id: 'new' }]);
    expect(readdirSync(join(path, 'resources'))).toEqual(['000000.ndjson.gz']);
  });

  it('without objects are no files', async () => {
    const { path, folder } = newFolder();
    await folder.write({ step: 'access', page: 0 }, []);
    expect(existsSync(path)).toBe(false);
    await folder.write({ step: 'access', page: 0 }, [{ id: 'a' }]);
    await folder.write({ step: 'access', page: 0 }, []);
    expect(readdirSync(join(path, 'access'))).toEqual([]);
  });

  it('go with their step', async () => {
    const { path, folder } = newFolder();
    await folder.write({ step: 'resources', page: 0 }, [{ id: 'a' }]);
    await folder.write({ step: 'access', page: 0 }, [{ id: 'b' }]);
    await folder.discard('resources');
    await folder.discard('never-begun');
    expect(existsSync(join(path, 'resources'))).toBe(false);
    expect(await folder.read({ step: 'access', page: 0 })).toEqual([{ id: 'b' }]);
  });

  it('that cannot be written are an error', async () => {
    const path = join(temporaryFolder({ estate: 'a file' }), 'estate');
    const writing = new CollectedFolder(path).write({ step: 'resources', page: 0 }, [{ id: 'a' }]);
    await expect(writing).rejects.toThrow(/ENOTDIR|EEXIST/);
  });
});

describe('the record', () => {
  it('is empty at first, and grows line by line', async () => {
    const { folder } = newFolder();
    expect(await folder.record.read()).toEqual([]);
    await folder.record.append({ entry: 'start' });
    await folder.record.append({ entry: 'page', next: 'a\nb' });
    expect(await folder.record.read()).toEqual([{ entry: 'start' }, { entry: 'page', next: 'a\nb' }]);
  });

  it('loses a line that was cut off, and no line after it', async () => {
    const { path, folder } = newFolder();
    await folder.record.append({ entry: 'start' });
    appendFileSync(join(path, '.collection', 'journal.ndjson'), '{"entry":"pa');
    expect(await folder.record.read()).toEqual([{ entry: 'start' }]);
    await folder.record.append({ entry: 'page' });
    expect(await folder.record.read()).toEqual([{ entry: 'start' }, { entry: 'page' }]);
  });
});

describe('the folder', () => {
  it('is an estate, of which the record and unfinished pages are no part', async () => {
    const { path, folder } = newFolder();
    await folder.write({ step: 'resources', page: 0 }, [
      { id: vault, location: 'westeurope', properties: {} },
    ]);
    await folder.record.append({ entry: 'start', id: vault });
    mkdirSync(join(path, 'children'));
    writeFileSync(join(path, 'children', '.000000.ndjson.gz.partial'), 'half a page');
    const { estate, diagnostics } = await openEstateFolder('.', { workingFolder: path });
    expect([...estate.resourceCounts]).toEqual([['microsoft.keyvault/vaults', 1]]);
    expect(diagnostics).toEqual([]);
  });
});
