import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { addLibrary } from './add-library.ts';
import { policyFiles } from './policies.case.ts';
import { contractFiles, policySourceContract } from './policy-source.case.ts';
import {
  type Library,
  listLibraries,
  openLibrary,
  removeLibrary,
  updateLibrary,
} from './stored-libraries.ts';

const now = new Date('2026-08-01T12:00:00Z');

async function added(
  name: string,
  files: Readonly<Record<string, string>>,
  folder = temporaryFolder(),
): Promise<string> {
  await addLibrary(name, { folder, from: temporaryFolder(files), now });
  return folder;
}

function opened(name: string, folder: string): Library {
  const result = openLibrary(name, folder);
  if ('problem' in result) throw new Error(result.problem.message);
  return result.library;
}

policySourceContract('a library', async () => opened('mine', await added('mine', contractFiles)));

describe('libraries', () => {
  it('are listed by name', async () => {
    const folder = await added('zeta', policyFiles, await added('alpha', policyFiles));
    writeFileSync(join(folder, 'notes.txt'), '');
    const { libraries, diagnostics } = listLibraries(folder);
    expect(diagnostics).toEqual([]);
    expect(libraries.map((manifest) => manifest.name)).toEqual(['alpha', 'zeta']);
    expect(libraries[0]).toEqual(opened('alpha', folder).manifest);
    expect(listLibraries(join(folder, 'nope'))).toEqual({ libraries: [], diagnostics: [] });
  });

  it('are removed', async () => {
    const folder = await added('mine', policyFiles);
    expect(removeLibrary('mine', folder)).toBeUndefined();
    expect(existsSync(join(folder, 'mine.landguard-library'))).toBe(false);
    expect(removeLibrary('mine', folder)).toMatchObject({ code: 'LG4001' });
    expect(removeLibrary('../mine', folder)).toMatchObject({ code: 'LG4001' });
  });

  it('are missed with a suggestion', async () => {
    const folder = await added('contoso', policyFiles);
    expect(openLibrary('contosso', folder)).toMatchObject({
      problem: { code: 'LG4001', advice: 'did you mean `contoso`?' },
    });
    expect(openLibrary('alz', temporaryFolder())).toMatchObject({
      problem: { advice: 'add it: landguard library add alz' },
    });
    expect((await updateLibrary('nope', folder, now)).diagnostics).toMatchObject([{ code: 'LG4001' }]);
  });

  it('keep the manifest when what they came from is gone', async () => {
    const folder = await added('mine', policyFiles);
    const gone = opened('mine', folder).manifest.source;
    const { rmSync } = await import('node:fs');
    rmSync(gone, { recursive: true });
    expect((await updateLibrary('mine', folder, now)).diagnostics).toMatchObject([{ code: 'LG5002' }]);
    expect(opened('mine', folder).definition('Deny-One')).toBeDefined();
  });

  it('are reported when their file is torn', async () => {
    const folder = await added('mine', policyFiles);
    const path = join(folder, 'mine.landguard-library');
    const bytes = readFileSync(path);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        writeFileSync(path, bytes.subarray(0, length));
        expect(openLibrary('mine', folder)).toMatchObject({ problem: { code: 'LG4003' } });
      }),
    );
    writeFileSync(path, 'something else');
    expect(listLibraries(folder)).toMatchObject({ libraries: [], diagnostics: [{ code: 'LG4003' }] });
  });
});
