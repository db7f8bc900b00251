import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { estateObjectKind, generateEstate } from '../estate/index.ts';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import type { ValueObject } from '../kernel/index.ts';
import { EstateWriteError } from './estate-write-error.ts';
import { openEstateFolder } from './open-estate-folder.ts';
import { writeEstate } from './write-estate.ts';

const now = '2026-03-01T12:00:00.000Z';
const generated = (resources: number, seed = 1) => generateEstate({ resources, seed, now });

function contents(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}

describe('an estate that is written', () => {
  it('is the same as the one that is read', async () => {
    const folder = temporaryFolder();
    const written = await writeEstate(folder, generated(1500), { limits: { resourcesPerFileMax: 400 } });
    expect(written.resources).toBe(1500);
    const { estate, diagnostics } = await openEstateFolder(folder, { workingFolder: folder, now });
    expect(diagnostics).toEqual([]);
    const objects = [...generated(1500)];
    const expected = new Map(
      objects.filter((one) => estateObjectKind(one) === 'resource').map((one) => [String(one.id), one]),
    );
    let count = 0;
    for await (const batch of estate.resources()) {
      for (const { id, body } of batch) {
        if (estateObjectKind(body) !== 'resource') continue;
        count++;
        // Reading states the full name, spells the type as the id does and leaves out empty columns; everything else is as it was written.
        const { name, type, ...columns } = expected.get(id) ?? {};
        const rest = Object.entries(columns).filter(([, value]) => value !== null && value !== '');
        expect(body).toEqual({
          ...Object.fromEntries(rest),
          name: expect.any(String),
          type: expect.any(String),
        });
        expect(String(body.name).split('/').at(-1)).toBe(name);
        expect(String(body.type).toLowerCase()).toBe(String(type).toLowerCase());
      }
    }
    expect(count).toBe(1500);
    const kindCount = (kind: string) => objects.filter((one) => estateObjectKind(one) === kind).length;
    expect(estate.governance).toHaveLength(kindCount('governance'));
    expect(estate.objects).toHaveLength(kindCount('identity'));
    // The tenant is above all management groups, and in no file.
    expect([...estate.scopes.all].filter(({ id }) => id !== '/')).toHaveLength(kindCount('scope'));
  });

  it('is in files by kind, so many resources each', async () => {
    const folder = temporaryFolder();
    const { files, bytes } = await writeEstate(folder, generated(250), {
      limits: { resourcesPerFileMax: 100 },
    });
    const segments = ['resources-0001.ndjson.gz', 'resources-0002.ndjson.gz', 'resources-0003.ndjson.gz'];
    expect(files).toEqual(['governance.ndjson', 'identities.ndjson', ...segments, 'scopes.ndjson']);
    expect(readdirSync(folder).sort()).toEqual([...files, 'written-by-landguard.txt']);
    const lines = (name: string) =>
      gunzipSync(readFileSync(join(folder, name)))
        .toString()
        .trimEnd()
        .split('\n');
    expect(segments.map((name) => lines(name).length)).toEqual([100, 100, 50]);
    const sizes = files.map((name) => readFileSync(join(folder, name)).length);
    expect(bytes).toBe(sizes.reduce((sum, size) => sum + size));
    const scopes = readFileSync(join(folder, 'scopes.ndjson'), 'utf8').trimEnd().split('\n');
    const kinds = scopes.map((line) => estateObjectKind(JSON.parse(line) as ValueObject));
    expect(new Set(kinds)).toEqual(new Set(['scope']));
  });

  it('has the same bytes for the same objects, and others for others', async () => {
    const [one, two, other] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    await writeEstate(one, generated(600));
    await writeEstate(two, generated(600));
    await writeEstate(other, generated(600, 2));
    expect(contents(two)).toEqual(contents(one));
    expect(contents(other)).not.toEqual(contents(one));
  });

  it('may be empty, and makes the folders that it is in', async () => {
    const folder = join(temporaryFolder(), 'deep', 'down');
    expect(await writeEstate(folder, [])).toEqual({ files: [], resources: 0, bytes: 0 });
    expect(readdirSync(folder)).toEqual(['written-by-landguard.txt']);
  });
});

describe('a folder that holds something', () => {
  it.each(['notes.txt', 'scopes.ndjson', '.git'])('such as %s is left alone', async (name) => {
    const folder = temporaryFolder({ [name]: 'mine' });
    await expect(writeEstate(folder, generated(5))).rejects.toThrow(EstateWriteError);
    await expect(writeEstate(folder, generated(5))).rejects.toThrow(name);
    expect([...contents(folder)]).toEqual([[name, Buffer.from('mine').toString('base64')]]);
  });

  it('is left alone where something was added to an estate', async () => {
    const folder = temporaryFolder();
    await writeEstate(folder, generated(50));
    writeFileSync(join(folder, 'more.json'), '[]');
    const before = contents(folder);
    await expect(writeEstate(folder, generated(50, 2))).rejects.toThrow('`more.json` is there');
    expect(contents(folder)).toEqual(before);
  });

  it('is written again as a whole where it was written before', async () => {
    const [folder, fresh] = [temporaryFolder(), temporaryFolder()];
    await writeEstate(folder, generated(500), { limits: { resourcesPerFileMax: 100 } });
    await writeEstate(folder, generated(30, 2));
    await writeEstate(fresh, generated(30, 2));
    expect(contents(folder)).toEqual(contents(fresh));
  });
});

describe('writing that fails', () => {
  function* broken(): Generator<ValueObject> {
    yield* generated(300);
    throw new RangeError('no more');
  }

  it('leaves the estate that was there, and nothing half-written', async () => {
    const folder = temporaryFolder();
    await writeEstate(folder, generated(200));
    const before = contents(folder);
    await expect(writeEstate(folder, broken(), { limits: { resourcesPerFileMax: 50 } })).rejects.toThrow(
      RangeError,
    );
    expect(contents(folder)).toEqual(before);
  });

  it('for what the disk refuses says so, with the folder', async () => {
    const folder = temporaryFolder();
    await writeEstate(folder, []);
    mkdirSync(join(folder, 'resources-0002.ndjson.gz.partial'));
    const writing = writeEstate(folder, generated(200), { limits: { resourcesPerFileMax: 50 } });
    await expect(writing).rejects.toThrow(EstateWriteError);
    await expect(writing).rejects.toThrow(/cannot be written to `.*`: it is a folder/);
    expect(existsSync(join(folder, 'scopes.ndjson'))).toBe(false);
    expect(existsSync(join(folder, 'resources-0001.ndjson.gz.partial'))).toBe(false);
  });

  it('where a file has the name of the folder says so', async () => {
    const folder = temporaryFolder({ estate: '' });
    await expect(writeEstate(join(folder, 'estate'), [])).rejects.toThrow(EstateWriteError);
  });
});
