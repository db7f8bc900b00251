import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { managementGroup, storageAccount, subscription } from '../estate/azure-objects.case.ts';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { EstateChangedError } from './folder-estate.ts';
import { openEstateFolder } from './open-estate-folder.ts';
import { allResources, now, openFiles } from './open-files.case.ts';

const lines = (...items: unknown[]) => items.map((item) => `${JSON.stringify(item)}\n`).join('');
const names = (resources: readonly { name: string }[]) => resources.map(({ name }) => name);
const good = { 'good.json': storageAccount('good') };

describe('nothing else is lost over', () => {
  it('a half-written line at the end', async () => {
    const text = lines(storageAccount('a'), storageAccount('b'), storageAccount('c'));
    const { resources, diagnostics } = await openFiles({ ...good, 'r.ndjson': text.slice(0, -20) });
    expect(names(resources)).toEqual(['good', 'a', 'b']);
    expect(diagnostics).toMatchObject([{ code: 'LG6003', level: 'error', file: 'r.ndjson' }]);
    expect(diagnostics[0]?.message).toContain('line 3');
  });

  it('an entry that is no JSON', async () => {
    const text = `${lines(storageAccount('a'))}{"id": hunter2}\n${lines(storageAccount('c'))}`;
    const { resources, diagnostics } = await openFiles({ 'r.ndjson': text });
    expect(names(resources)).toEqual(['a', 'c']);
    expect(diagnostics[0]?.code).toBe('LG6004');
    expect(JSON.stringify(diagnostics)).not.toContain('hunter2');
  });

  it.each([
    ['an empty file', '', 'it is empty'],
    ['a file of spaces', ' \n\n', 'there is no JSON object or list in it'],
    ['a file of another kind', 'name,type\na,b\n', 'there is no JSON object or list in it'],
    ['prices', { Items: [], Count: 0 }, 'an object with `Items`, `Count`'],
    ['objects without a resource id', [{ id: 'string', properties: {} }], 'whose `id` names no resource'],
  ])('%s', async (_, content, found) => {
    const { resources, diagnostics } = await openFiles({ ...good, 'odd.json': content });
    expect(names(resources)).toEqual(['good']);
    expect(diagnostics).toMatchObject([{ code: 'LG6001', file: 'odd.json' }]);
    expect(diagnostics[0]?.message).toContain(found);
  });

  it('an empty answer, of which there is nothing to say', async () => {
    const { codes } = await openFiles({
      ...good,
      'a.json': [],
      'b.json': { value: [] },
      'c.json': { data: [] },
    });
    expect(codes).toEqual([]);
  });

  it('some entries that fit nothing', async () => {
    const { diagnostics } = await openFiles({ 'r.json': [storageAccount('a'), { price: 1 }, { price: 2 }] });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '2 of 3 entries fit nothing in an estate, the first one in line 13: an object with `price`',
    ]);
  });

  it('a resource of 5 MB', async () => {
    const large = storageAccount('large', { note: 'x'.repeat(5 * 1024 ** 2), last: 1 });
    const { resources, codes } = await openFiles({
      'r.ndjson': lines(storageAccount('a'), large, storageAccount('c')),
    });
    expect(names(resources)).toEqual(['a', 'large', 'c']);
    expect(resources[1]?.body.properties).toEqual(large.properties);
    expect(codes).toEqual([]);
  });

  it('a resource beyond the limit', async () => {
    const large = storageAccount('large', { note: 'x'.repeat(2000) });
    const files = { 'r.ndjson': lines(storageAccount('a'), large, storageAccount('c')) };
    const { resources, diagnostics } = await openFiles(files, { entryBytesMax: 1000 });
    expect(names(resources)).toEqual(['a', 'c']);
    expect(diagnostics).toMatchObject([{ code: 'LG6005' }]);
    expect(diagnostics[0]?.message).toContain('line 2');
  });

  it('a file that unpacks to more than the limit', async () => {
    const text = lines(...Array.from({ length: 3000 }, (_, at) => storageAccount(`a${at}`)));
    const { resources, codes } = await openFiles(
      { ...good, 'r.ndjson.gz': gzipSync(text) },
      { unpackedBytesMax: text.length - 1 },
    );
    expect(names(resources)).toContain('good');
    expect(codes).toContain('LG6018');
  });

  it('a damaged and a cut gzip file', async () => {
    const items = Array.from({ length: 2000 }, (_, at) => storageAccount(`a${at}`, { note: Math.sin(at) }));
    const packed = gzipSync(lines(...items));
    const { resources, diagnostics } = await openFiles({ ...good, 'r.json.gz': packed.subarray(0, -2000) });
    expect(names(resources).slice(0, 3)).toEqual(['good', 'a0', 'a1']);
    expect(diagnostics[0]).toMatchObject({ code: 'LG6017', level: 'error' });
  });

  it('text that is not UTF-8', async () => {
    const bytes = Buffer.from(lines(storageAccount('a', { note: 'Größe' })), 'latin1');
    const { resources, codes } = await openFiles({ 'r.ndjson': bytes });
    expect(names(resources)).toEqual(['a']);
    expect(codes).toEqual(['LG1007']);
  });

  it('a byte order mark, and UTF-16 as Windows PowerShell writes it', async () => {
    const text = lines(storageAccount('a'));
    const { resources, codes } = await openFiles({
      'bom.json': `\uFEFF${text}`,
      'utf16.json': Buffer.from(`\uFEFF${lines(storageAccount('b'))}`, 'utf16le'),
    });
    expect(names(resources)).toEqual(['a', 'b']);
    expect(codes).toEqual([]);
  });

  it('a clock that is behind', async () => {
    const changed = { ...storageAccount('a'), systemData: { lastModifiedAt: '2027-02-01T00:00:00Z' } };
    const recent = { ...storageAccount('b'), systemData: { lastModifiedAt: now } };
    const { diagnostics } = await openFiles({ 'r.json': [changed, recent] });
    expect(diagnostics).toMatchObject([{ code: 'LG6014' }]);
    expect(diagnostics[0]?.message).toContain('1 entries are dated after');
  });

  it('ids that differ in case', async () => {
    const again = storageAccount('a', { minimumTlsVersion: 'TLS1_0' });
    const { estate, resources, diagnostics } = await openFiles({
      '1.json': storageAccount('a'),
      '2.json': { ...again, id: String(again.id).toUpperCase() },
    });
    expect(resources.map(({ file }) => file)).toEqual(['2.json']);
    expect([...estate.resourceCounts.values()]).toEqual([1]);
    expect([...estate.scopeCounts]).toEqual([[subscription, 1]]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '1 entries were given more than once, 1 of them with an id in another case',
    ]);
  });

  it('management groups in a circle and a parent that is not here', async () => {
    const entry = (name: string, parent: string) => ({
      id: managementGroup(name),
      properties: { details: { parent: { id: managementGroup(parent) } } },
    });
    const { estate, codes } = await openFiles({
      'g.json': [entry('a', 'b'), entry('b', 'A'), entry('c', 'gone')],
      ...good,
    });
    expect(codes).toEqual(['LG6011', 'LG6012', 'LG6016']);
    expect(estate.scopes.chainOf(managementGroup('a')).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('pages that are missing', async () => {
    const { codes, diagnostics } = await openFiles({
      'graph.json': { count: 1, total_records: 2500, skip_token: 'x', data: [storageAccount('a')] },
      'arm.json': { value: [storageAccount('b')], nextLink: 'https://management.azure.com/next' },
    });
    expect(codes).toEqual(['LG6010', 'LG6009']);
    expect(diagnostics[1]?.message).toBe('the export holds 1 of 2500 rows');
  });

  it('pages that are all here', async () => {
    const page = (name: string) => ({
      count: 1,
      total_records: 2,
      skip_token: 'x',
      data: [storageAccount(name)],
    });
    expect((await openFiles({ '1.json': page('a'), '2.json': page('b') })).codes).toEqual([]);
  });
});

describe('openEstateFolder', () => {
  it.each([
    ['a folder without any file', {}, 'no JSON or NDJSON file'],
    ['a folder without any entry', { 'a.json': [] }, 'no entry in any file'],
  ])('says that there is no estate in %s', async (_, files, found) => {
    const { diagnostics } = await openFiles(files);
    expect(diagnostics).toMatchObject([{ code: 'LG6015', message: `there is no estate at \`.\`: ${found}` }]);
  });

  it('says that there is no folder', async () => {
    const { diagnostics } = await openEstateFolder('gone', { workingFolder: '/', now });
    expect(diagnostics.map(({ code }) => code)).toEqual(['LG1006', 'LG6015']);
  });

  it.each([
    ['was written again', (path: string) => writeFileSync(path, '{}')],
    ['was touched', (path: string) => utimesSync(path, 1, 1)],
    ['is gone', (path: string) => rmSync(path)],
  ])('gives no resources of a file that %s since', async (_, change) => {
    const { estate, folder } = await openFiles(good);
    change(join(folder, 'good.json'));
    await expect(allResources(estate)).rejects.toThrow(EstateChangedError);
  });

  it('notices that a file gives fewer entries than before, even when nothing else tells', async () => {
    const text = lines(storageAccount('a'), storageAccount('b'));
    const folder = temporaryFolder({ 'r.ndjson': text });
    const path = join(folder, 'r.ndjson');
    utimesSync(path, 1, 1);
    const { estate } = await openEstateFolder('.', { workingFolder: folder, now });
    writeFileSync(path, lines(storageAccount('a')).padEnd(text.length));
    utimesSync(path, 1, 1);
    await expect(allResources(estate)).rejects.toThrow(EstateChangedError);
  });
});
